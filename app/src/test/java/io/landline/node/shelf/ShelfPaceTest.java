package io.landline.node.shelf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.cost.AskPace;
import io.landline.node.port.NodeEvent.ShelfSeen;
import io.landline.peer.Fingerprint;
import io.landline.room.RoomId;
import io.landline.shelf.SeenShelf;
import io.landline.shelf.ShelfId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ShelfPaceTest {
    private static final Duration NOW = Duration.ofHours(1);
    private static final Fingerprint ADA = Fingerprint.parse("ad".repeat(Fingerprint.BYTES));
    private static final RoomId ROOM = RoomId.of(new byte[16]);
    private static final ShelfId SHELF = new ShelfId("00".repeat(ShelfId.BYTES));
    private static final ShelfId OTHER = new ShelfId("11".repeat(ShelfId.BYTES));

    private final ShelfPace pace = new ShelfPace();
    private final List<ShelfSeen> told = new ArrayList<>();

    private void take(ShelfId id, String title, boolean isOpen) {
        var shelf = new SeenShelf(ADA, ROOM, id, title);
        told.addAll(pace.take(shelf, new ShelfSeen("#class", ADA, "Ada", id.hex(), title, isOpen), NOW));
    }

    private void renameWithoutEnd() {
        take(SHELF, "0", true);
        for (int i = 0; i < AskPace.SHELF_EVENTS_SAVED_MAX; i++) {
            take(SHELF, String.valueOf(i), false);
            take(SHELF, String.valueOf(i + 1), true);
        }
    }

    /// What somebody knows who folds the events.
    private Map<String, String> open() {
        var open = new HashMap<String, String>();
        for (ShelfSeen each : told) {
            if (each.open()) {
                open.put(each.shelf(), each.title());
            } else {
                open.remove(each.shelf());
            }
        }
        return open;
    }

    @Test
    void h38_ofShelvesThatChangeWithoutEndSomeChangesAreToldAndTheNewestState() {
        renameWithoutEnd();
        assertEquals(AskPace.SHELF_EVENTS_SAVED_MAX, told.size());
        assertEquals(List.of(), pace.due(NOW));
        told.addAll(pace.due(NOW.plusSeconds(1)));
        assertFalse(pace.isWaiting());
        assertEquals(Map.of(SHELF.hex(), String.valueOf(AskPace.SHELF_EVENTS_SAVED_MAX)), open());
    }

    @Test
    void whatIsAsItWasToldIsNotToldAgain() {
        renameWithoutEnd();
        told.addAll(pace.due(NOW));
        take(OTHER, "more", true);
        take(OTHER, "more", false);
        told.addAll(pace.due(NOW.plusSeconds(1)));
        assertTrue(told.stream().noneMatch(each -> each.shelf().equals(OTHER.hex())));
    }
}
