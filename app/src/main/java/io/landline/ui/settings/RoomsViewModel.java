package io.landline.ui.settings;

import io.landline.node.port.Rooms;
import io.landline.node.port.Rooms.OwnRoom;
import io.landline.ui.fx.ListPatch;
import io.landline.ui.invitation.Invitation;
import io.landline.ui.page.PageContext;
import io.landline.ui.places.sheet.RoomLeaving;
import io.landline.ui.text.PeerText;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The rooms that we are in, and their keys. JavaFX thread.
final class RoomsViewModel {
    private final RoomLeaving leaving;
    private final Invitation invitation;
    private final ObservableList<OwnRoom> rooms = FXCollections.observableArrayList();

    /// @param changed told when a room was left or is there again
    RoomsViewModel(PageContext context, Runnable changed) {
        leaving = new RoomLeaving(context, changed);
        invitation = new Invitation(context.language());
    }

    /// First joined first.
    ObservableList<OwnRoom> rooms() {
        return rooms;
    }

    /// Whether not all of them fit the list that two nodes exchange.
    ObservableValue<Boolean> tooMany() {
        return Bindings.size(rooms).greaterThan(Rooms.LISTED_MAX);
    }

    void show(List<OwnRoom> loaded) {
        ListPatch.update(rooms, loaded, OwnRoom::key);
    }

    /// To be copied or read aloud.
    String invitation(OwnRoom room) {
        return room.words() == null ? invitation.open(room.name()) : invitation.withWords(room.name(), room.words());
    }

    /// The caller has asked the user before: the key is forgotten.
    void leave(OwnRoom room) {
        leaving.leave(room.key(), PeerText.line(room.label()), room.open());
    }
}
