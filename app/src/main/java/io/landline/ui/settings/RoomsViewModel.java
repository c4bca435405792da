package io.landline.ui.settings;

import io.landline.node.port.Rooms;
import io.landline.node.port.Rooms.OwnRoom;
import io.landline.ui.control.FieldNote;
import io.landline.ui.fx.ListPatch;
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
    private final Rooms book;
    private final Texts texts;
    private final ChangeQueue changing;
    private final Invitation invitation;
    private final ObservableList<OwnRoom> rooms = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<FieldNote> note = new ReadOnlyObjectWrapper<>(FieldNote.NOTHING);

    RoomsViewModel(PageContext context, Texts texts, ChangeQueue changing) {
        book = context.node().rooms();
        invitation = new Invitation(context.language());
        this.texts = texts;
        this.changing = changing;
    }

    /// First joined first.
    public ObservableList<OwnRoom> rooms() {
        return rooms;
    }

    public ReadOnlyObjectProperty<FieldNote> note() {
        return note.getReadOnlyProperty();
    }

    void show(List<OwnRoom> loaded) {
        ListPatch.update(rooms, loaded, OwnRoom::key);
    }

    /// To be copied or read aloud.
    public String invitation(OwnRoom room) {
        return room.words() == null ? invitation.open(room.name()) : invitation.withWords(room.name(), room.words());
    }

    /// The caller has asked the user before: the key is forgotten.
    public void leave(OwnRoom room) {
        String label = PeerText.line(room.label());
        changing.make(() -> book.leave(room.key()), note::set, FieldNote.good(texts.format("room.left", label)),
                texts.format("room.kept", label));
    }
}
