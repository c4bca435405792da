package io.landline.node.handin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.chat.Author;
import io.landline.chat.EntryKind;
import io.landline.chat.act.HandInBox;
import io.landline.chat.act.HandInReceipt;
import io.landline.chat.act.Reference;
import io.landline.chat.view.EntryView;
import io.landline.identity.Identity;
import io.landline.node.handin.HandInBook.Box;
import io.landline.node.handin.HandInBook.Received;
import io.landline.peer.Fingerprint;
import io.landline.peer.RoomName;
import io.landline.room.ConversationId;
import io.landline.room.EntryId;
import io.landline.room.Room;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What a look at many offers asks the database.
class KnownBoxesTest {
    private static final Fingerprint MEMBER = Identity.generate().fingerprint();
    private static final Fingerprint OTHER = Identity.generate().fingerprint();

    private final Box box = box();
    private final List<Object> asked = new ArrayList<>();
    private final KnownBoxes known = new KnownBoxes(this::lookUp, this::receipts);

    private static Box box() {
        var wanted = new HandInBox("Essay", Instant.EPOCH, "", 1_000, true);
        var entry = Author.of(ConversationId.of(new byte[ConversationId.BYTES]), 1)
                .write(1, EntryKind.COLLECT, wanted.toBody());
        return new Box(entry, new EntryView.Collecting(wanted, false), Room.open(new RoomName("class")), Set.of());
    }

    private Box lookUp(Reference reference) {
        asked.add(reference);
        return reference.equals(box.entry().reference()) ? box : null;
    }

    private List<Received> receipts(Box of, Fingerprint member) {
        asked.add(member);
        var receipt = new HandInReceipt(offer(1), of.entry().reference(), null, Instant.EPOCH, false, 5);
        return member.equals(MEMBER) ? List.of(new Received(member, receipt)) : List.of();
    }

    private static EntryId offer(int number) {
        byte[] id = new byte[EntryId.BYTES];
        id[0] = (byte) number;
        return EntryId.of(id);
    }

    @Test
    void aBoxAndOneThatIsNotHereAreReadOnce() {
        Reference here = box.entry().reference();
        var missing = new Reference(MEMBER, 1, 1, 1);
        for (int i = 0; i < 3; i++) {
            assertEquals(box, known.box(here));
            assertNull(known.box(missing));
        }
        assertEquals(List.of(here, missing), asked);
    }

    @Test
    void theReceiptsOfEachPersonAreReadOnce() {
        for (int i = 0; i < 3; i++) {
            assertTrue(known.isReceipted(box, MEMBER, offer(1)));
            assertFalse(known.isReceipted(box, MEMBER, offer(2)));
            assertFalse(known.isReceipted(box, OTHER, offer(1)));
        }
        assertEquals(List.of(MEMBER, OTHER), asked);
    }
}
