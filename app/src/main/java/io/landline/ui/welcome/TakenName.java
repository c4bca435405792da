package io.landline.ui.welcome;

import io.landline.node.port.Contacts.RoomAbout;
import io.landline.node.port.Rooms.OwnRoom;
import io.landline.peer.RoomName;
import io.landline.ui.page.NodePorts;
import org.jspecify.annotations.Nullable;

/// Whether a room of the name that a new one is to have is here already. Off the JavaFX thread.
final class TakenName {
    private TakenName() {}

    /// The question before a second room of that name is created; null where no room has it.
    static @Nullable WelcomeStep question(NodePorts node, RoomName wanted) {
        for (OwnRoom own : node.rooms().rooms()) {
            if (!own.open() && new RoomName(own.name()).isSameAs(wanted)) {
                return new WelcomeStep.AskingForAnother(own.label());
            }
        }
        for (RoomAbout room : node.contacts().roomsAbout()) {
            boolean same = !room.open() && RoomName.fits(room.name()) && new RoomName(room.name()).isSameAs(wanted);
            if (same) return new WelcomeStep.AskingToJoin(room.name(), room.people());
        }
        return null;
    }
}
