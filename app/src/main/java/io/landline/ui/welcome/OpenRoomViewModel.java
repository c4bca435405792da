package io.landline.ui.welcome;

import io.landline.language.Texts;
import io.landline.node.port.Contacts.RoomAbout;
import io.landline.ui.control.CheckedName;
import io.landline.ui.control.FieldNote;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The room without a key that is about to be entered: its name, and those that others here are in. JavaFX thread.
final class OpenRoomViewModel {
    private final Texts texts;
    private final StringProperty name = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<FieldNote> note = new ReadOnlyObjectWrapper<>(FieldNote.NOTHING);
    private final ObservableList<RoomAbout> about = FXCollections.observableArrayList();

    OpenRoomViewModel(Texts texts) {
        this.texts = texts;
        name.subscribe(() -> check(false));
    }

    /// @param itsName what was typed before
    void begin(String itsName) {
        name.set(itsName);
    }

    StringProperty name() {
        return name;
    }

    ReadOnlyObjectProperty<FieldNote> note() {
        return note.getReadOnlyProperty();
    }

    /// The fullest first, at most [JoinRoomViewModel#ABOUT_MAX]; those without a key.
    ObservableList<RoomAbout> about() {
        return about;
    }

    void show(List<RoomAbout> rooms) {
        JoinRoomViewModel.suggest(about, rooms.stream().filter(RoomAbout::open).toList());
    }

    CheckedName cleaned() {
        return CheckedName.ofRoom(name.get());
    }

    /// @param asked an empty field is wrong only once somebody wants to go on with it
    boolean check(boolean asked) {
        CheckedName typed = cleaned();
        note.set(typed.note(asked, texts.get("room.empty"), texts.get("room.long")));
        return typed.fits();
    }
}
