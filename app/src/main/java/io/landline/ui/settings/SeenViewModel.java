package io.landline.ui.settings;

import io.landline.chat.PersonStatus;
import io.landline.chat.PersonStatus.State;
import io.landline.language.Texts;
import io.landline.node.port.Activity;
import io.landline.ui.control.FieldNote;
import io.landline.ui.page.PageContext;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// What others see of the user now: here, away or busy, and whether they see more. JavaFX thread.
final class SeenViewModel {
    /// What the node has.
    ///
    /// @param shared whether others learn when the user types, reads and was here
    record Loaded(PersonStatus own, boolean shared) {}

    private final PageContext context;
    private final Texts texts;
    private final ChangeQueue changing;
    private final StringProperty text = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.HERE);
    private final ReadOnlyBooleanWrapper shared = new ReadOnlyBooleanWrapper(true);
    private final ReadOnlyObjectWrapper<FieldNote> note = new ReadOnlyObjectWrapper<>(FieldNote.NOTHING);
    private String stored = "";

    SeenViewModel(PageContext context, Texts texts, ChangeQueue changing) {
        this.context = context;
        this.texts = texts;
        this.changing = changing;
    }

    /// Not on the JavaFX thread.
    private Activity activity() {
        return context.node().contacts().activity();
    }

    static Loaded load(Activity activity) {
        return new Loaded(activity.own(), activity.isShared());
    }

    /// What is being typed is left alone.
    void show(Loaded now) {
        boolean untouched = text.get().equals(stored);
        stored = now.own().text();
        if (untouched) text.set(stored);
        state.set(now.own().state());
        shared.set(now.shared());
    }

    StringProperty text() {
        return text;
    }

    ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty shared() {
        return shared.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<FieldNote> note() {
        return note.getReadOnlyProperty();
    }

    void choose(State chosen) {
        if (chosen != state.get()) say(chosen);
    }

    /// The field was left: others see the text now.
    void apply() {
        if (!text.get().equals(stored)) say(state.get());
    }

    private void say(State chosen) {
        String typed = text.get().strip();
        boolean isCut = PersonStatus.cuts(typed);
        var said = new PersonStatus(chosen, typed, false);
        state.set(chosen);
        stored = said.text();
        text.set(stored);
        changing.make(() -> activity().say(chosen, said.text()), note::set,
                isCut
                        ? FieldNote.warning(texts.format("seen.cut", PersonStatus.TEXT_MAX))
                        : FieldNote.good(texts.get("seen.said")),
                "");
    }

    void share(boolean now) {
        changing.make(() -> activity().share(now), note::set, FieldNote.NOTHING, texts.get("seen.kept"));
    }
}
