package io.landline.ui.welcome;

import io.landline.language.Texts;
import io.landline.ui.control.CheckedName;
import io.landline.ui.control.FieldNote;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// The person's own name, which the first minute asks for: suggested, then typed. Later nobody is asked, and the name
/// stays. JavaFX thread.
final class OwnNameViewModel {
    private final Texts texts;
    private final boolean first;
    private final StringProperty name = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper suggested = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<FieldNote> note = new ReadOnlyObjectWrapper<>(FieldNote.NOTHING);

    /// @param first whether the name is asked for
    OwnNameViewModel(Texts texts, boolean first) {
        this.texts = texts;
        this.first = first;
        name.subscribe(() -> check(false));
    }

    StringProperty name() {
        return name;
    }

    ReadOnlyObjectProperty<FieldNote> note() {
        return note.getReadOnlyProperty();
    }

    /// What stands in the field without having been typed; empty before.
    ReadOnlyStringProperty suggested() {
        return suggested.getReadOnlyProperty();
    }

    /// Puts a name into the field, unless somebody has typed one.
    void suggest(String itsName) {
        if (!name.get().isEmpty()) return;
        name.set(itsName);
        suggested.set(itsName);
    }

    /// The name to be taken; null where it is not asked for.
    @Nullable
    String chosen() {
        return first ? CheckedName.ofPerson(name.get()).value() : null;
    }

    /// @param asked an empty field is wrong only once somebody wants to go on with it
    boolean check(boolean asked) {
        if (!first) return true;
        CheckedName typed = CheckedName.ofPerson(name.get());
        note.set(typed.note(asked, texts.get("name.empty"), texts.get("name.long")));
        return typed.fits();
    }
}
