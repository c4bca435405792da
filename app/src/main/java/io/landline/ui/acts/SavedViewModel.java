package io.landline.ui.acts;

import io.landline.language.Texts;
import io.landline.node.port.CommandException;
import io.landline.node.port.MessageNotes;
import io.landline.node.port.MessageNotes.Saved;
import io.landline.room.EntryId;
import io.landline.ui.fx.Refresh;
import io.landline.ui.page.PageContext;
import io.landline.ui.text.ErrorMessages;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The messages that the user saved for themselves. Confined to the JavaFX thread.
public final class SavedViewModel implements AutoCloseable {
    private final PageContext context;
    private final Texts texts;
    private final Refresh<List<Saved>> refresh;
    private final ReadOnlyObjectWrapper<List<Saved>> saved = new ReadOnlyObjectWrapper<>(List.of());

    private interface Step {
        void run(MessageNotes notes) throws CommandException;
    }

    public SavedViewModel(PageContext context) {
        this.context = context;
        texts = context.texts(SavedViewModel.class);
        refresh = new Refresh<>(context.background(), () -> context.node().chats().notes().saved(), saved::set);
        load();
    }

    /// Messages may have been changed or deleted since.
    public void load() {
        refresh.changed();
    }

    /// The last first.
    public ReadOnlyObjectProperty<List<Saved>> saved() {
        return saved.getReadOnlyProperty();
    }

    public boolean has(EntryId id) {
        return saved.get().stream().anyMatch(each -> each.id().equals(id));
    }

    public void save(EntryId id) {
        if (saved.get().size() >= MessageNotes.SAVED_MAX) {
            context.notices().problem(texts.format("saved.full", MessageNotes.SAVED_MAX));
            return;
        }
        run(notes -> notes.save(id, true), () -> context.notices().done(texts.get("saved.done")));
    }

    public void release(EntryId id) {
        run(notes -> notes.save(id, false), () -> {});
    }

    private void run(Step step, Runnable then) {
        context.background().run(() -> {
            step.run(context.node().chats().notes());
            return true;
        }, _ -> {
            load();
            then.run();
        }, why -> context.notices().problem(ErrorMessages.sentence(context.language(), why)));
    }

    @Override
    public void close() {
        refresh.close();
    }
}
