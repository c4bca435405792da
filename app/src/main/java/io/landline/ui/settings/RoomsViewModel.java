package io.landline.ui.settings;

import io.landline.node.RoomBook;
import io.landline.node.RoomBook.OwnRoom;
import io.landline.ui.control.Note;
import io.landline.ui.fx.InPlace;
import io.landline.ui.page.PageContext;
import io.landline.ui.text.PeerText;
import io.landline.ui.text.Texts;
import io.landline.ui.welcome.Invitation;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The rooms that we are in, and their keys. JavaFX thread.
public final class RoomsViewModel {
    private final RoomBook book;
    private final Texts texts;
    private final Changing changing;
    private final Invitation invitation;
    private final ObservableList<OwnRoom> rooms = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Note> note = new ReadOnlyObjectWrapper<>(Note.NOTHING);

    RoomsViewModel(PageContext context, Texts texts, Changing changing) {
        book = context.node().rooms();
        invitation = new Invitation(context.language());
        this.texts = texts;
        this.changing = changing;
    }

    /// First joined first.
    public ObservableList<OwnRoom> rooms() {
        return rooms;
    }

    public ReadOnlyObjectProperty<Note> note() {
        return note.getReadOnlyProperty();
    }

    void show(List<OwnRoom> loaded) {
        InPlace.update(rooms, loaded, OwnRoom::key);
    }

    /// To be copied or read aloud.
    public String invitation(OwnRoom room) {
        return room.words() == null ? invitation.open(room.name()) : invitation.withWords(room.name(), room.words());
    }

    /// Whoever calls this asked before: the key is forgotten.
    public void leave(OwnRoom room) {
        String label = PeerText.line(room.label());
        changing.make(() -> book.leave(room.key()), note::set, Note.good(texts.format("room.left", label)),
                texts.format("room.kept", label));
    }
}
