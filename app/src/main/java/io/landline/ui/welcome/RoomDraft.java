package io.landline.ui.welcome;

/// What was typed on the page of new rooms when the user went elsewhere, as by a click on a notification. It outlives
/// the page, and is there when that opens again; the node does not keep it. JavaFX thread.
public final class RoomDraft {
    private static final Typed NOTHING = new Typed("", "", "", "", "");

    private Typed kept = NOTHING;

    /// @param newWords those that were shown beside the name of a new room: somebody may have been told them
    private record Typed(String newName, String newWords, String name, String words, String open) {}

    void keep(WelcomeViewModel model) {
        String newName = model.newRoom().name().get();
        kept = new Typed(newName, newName.isEmpty() ? "" : model.newRoom().words().get(),
                model.joinRoom().name().get(), model.joinRoom().words().get(), model.openRoom().name().get());
    }

    /// Puts what was kept into the fields, and keeps it no longer.
    void moveTo(WelcomeViewModel model) {
        Typed typed = kept;
        kept = NOTHING;
        model.newRoom().begin(typed.newName(), typed.newWords());
        model.joinRoom().name().set(typed.name());
        model.joinRoom().words().set(typed.words());
        model.openRoom().begin(typed.open());
    }
}
