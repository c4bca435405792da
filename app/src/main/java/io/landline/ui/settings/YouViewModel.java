package io.landline.ui.settings;

import io.landline.language.Texts;
import io.landline.node.port.Preferences;
import io.landline.ui.control.CheckedName;
import io.landline.ui.control.FieldNote;
import io.landline.ui.page.PageContext;
import io.landline.ui.text.PeerText;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// Our own name, checked as it is typed, taken when the field is left. JavaFX thread.
final class YouViewModel {
    private final Preferences preferences;
    private final Texts texts;
    private final ChangeQueue changing;
    private final StringProperty name = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<FieldNote> note = new ReadOnlyObjectWrapper<>(FieldNote.NOTHING);
    private String stored = "";

    YouViewModel(PageContext context, Texts texts, ChangeQueue changing) {
        preferences = context.node().preferences();
        this.texts = texts;
        this.changing = changing;
        name.subscribe(this::check);
    }

    StringProperty name() {
        return name;
    }

    ReadOnlyObjectProperty<FieldNote> note() {
        return note.getReadOnlyProperty();
    }

    /// What is being typed is left alone.
    void show(String loaded) {
        boolean untouched = name.get().equals(stored);
        stored = loaded;
        if (!untouched || name.get().equals(loaded)) return;
        FieldNote said = note.get();
        name.set(loaded);
        note.set(said); // it may tell why the name is the old one
    }

    /// The field was left: a name that fits is taken, one that does not stays in sight with its note.
    void apply() {
        CheckedName typed = CheckedName.ofPerson(name.get());
        if (!typed.fits()) return;
        String chosen = typed.value();
        name.set(chosen);
        if (chosen.equals(stored)) return;
        String before = stored;
        stored = chosen;
        String kept = texts.format("name.kept", PeerText.line(before));
        changing.make(() -> preferences.rename(chosen), note::set, FieldNote.good(texts.get("saved")), kept);
    }

    /// The name as it is stored.
    void revert() {
        name.set(stored);
        note.set(FieldNote.NOTHING);
    }

    private void check() {
        note.set(switch (CheckedName.ofPerson(name.get()).problem()) {
            case NONE -> FieldNote.NOTHING;
            case EMPTY -> stored.isEmpty()
                    ? FieldNote.NOTHING
                    : FieldNote.bad(texts.format("name.empty", PeerText.line(stored)));
            case TOO_LONG -> FieldNote.bad(texts.format("name.long", PeerText.line(stored)));
        });
    }
}
