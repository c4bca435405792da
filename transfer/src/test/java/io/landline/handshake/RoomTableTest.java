package io.landline.handshake;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.landline.frame.MalformedFrameException;
import io.landline.peer.RoomListing;
import io.landline.peer.RoomName;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoomTableTest {
    private static final RoomListing CLASS = new RoomListing(new RoomName("class"), false);
    private static final RoomListing FILM = new RoomListing(new RoomName("film"), false);

    private final RoomTable table = new RoomTable(Role.SERVER);

    private void listed(RoomSlot... rooms) {
        assertDoesNotThrow(() -> table.setTheirs(Arrays.asList(rooms)));
    }

    private void refused(RoomSlot... rooms) {
        assertThrows(MalformedFrameException.class, () -> table.setTheirs(List.of(rooms)));
    }

    @Test
    void aSlotThatWasGivenUpNeverComesBackNotEvenTheHighest() {
        listed(new RoomSlot(4, CLASS), new RoomSlot(5, FILM));
        listed(new RoomSlot(4, CLASS));
        refused(new RoomSlot(4, CLASS), new RoomSlot(5, FILM));
        listed();
        refused(new RoomSlot(5, FILM));
        refused(new RoomSlot(4, CLASS));
        listed(new RoomSlot(6, FILM));
    }

    @Test
    void aSlotThatWasPassedOverIsNotTakenLater() {
        listed(new RoomSlot(2, CLASS));
        refused(new RoomSlot(1, FILM), new RoomSlot(2, CLASS));
    }

    @Test
    void aSlotKeepsItsRoomWhileItIsListed() {
        listed(new RoomSlot(1, CLASS));
        listed(new RoomSlot(1, CLASS));
        refused(new RoomSlot(1, FILM));
        refused(new RoomSlot(1, new RoomListing(CLASS.name(), true)));
    }
}
