package io.landline.filetransfer.outgoing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.cost.Standing;
import io.landline.filetransfer.FakeStore;
import io.landline.filetransfer.OfferBody;
import io.landline.filetransfer.TransferId;
import io.landline.filetransfer.TransferPhase;
import io.landline.filetransfer.TransferStore.Acceptance;
import io.landline.filetransfer.TransferStore.StoredOffer;
import io.landline.filetransfer.TransferStore.StoredTransfer;
import io.landline.filetransfer.running.SlotUse;
import io.landline.filetransfer.source.OwnPages;
import io.landline.filetransfer.source.Upload;
import io.landline.identity.Identity;
import io.landline.peer.Direction;
import io.landline.peer.Fingerprint;
import io.landline.room.ConversationId;
import io.landline.room.EntryId;
import io.landline.session.core.SessionInMemory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Row H74: who has a slot among the offers that are sent at once.
class UploadSlotsTest {
    private static final ConversationId CONVERSATION = new ConversationId(1, 7);
    private static final int MIB = 1 << 20;
    private static final Duration LATER = SlotUse.SLOW_AFTER;

    private final Identity self = Identity.generate();
    private final FakeStore store = new FakeStore();
    private final Map<Fingerprint, Standing> known = new HashMap<>();
    private final UploadSlots slots = new UploadSlots(who -> known.getOrDefault(who, Standing.MEMBER));
    private final List<OutgoingTransfer> open = new ArrayList<>();
    private int offers;

    private OutgoingTransfer accepted(Standing standing) {
        return accepted(standing, ++offers);
    }

    private OutgoingTransfer accepted(Standing standing, int number) {
        Fingerprint receiver = Identity.generate().fingerprint();
        known.put(receiver, standing);
        var id = new EntryId(1, number);
        var offer = new StoredOffer(id, CONVERSATION, self.fingerprint(), Instant.EPOCH, true, false,
                new OfferBody(1, 100 * MIB, List.of("film"), MIB, 0, null));
        TransferId transfer = TransferId.of(id, receiver);
        var outgoing = new OutgoingTransfer(offer, new StoredTransfer(transfer, id, Direction.OUT, receiver,
                new TransferPhase.Waiting(), Acceptance.NOT_YET, 0));
        outgoing.upload = new Upload(transfer, new SessionInMemory(1, null), new OwnPages(self, offer, store),
                outgoing.sent);
        open.add(outgoing);
        return outgoing;
    }

    private List<OutgoingTransfer> all(Standing standing) {
        var all = new ArrayList<OutgoingTransfer>();
        for (int n = 0; n < UploadSlots.RUNNING_MAX; n++) all.add(accepted(standing));
        grant();
        return all;
    }

    private void grant() {
        slots.grant(open, each -> each.recall(LATER)).forEach(each -> each.started(Duration.ZERO));
    }

    private static long withSlot(List<OutgoingTransfer> of) {
        return of.stream().filter(OutgoingTransfer::holdsSlot).count();
    }

    @Test
    void aSlotForSomebodyKnownBetterIsTakenFromWhoeverIsKnownLeast() {
        List<OutgoingTransfer> members = all(Standing.MEMBER);
        accepted(Standing.OPEN_ROOM, 1); // receives what a member receives: it shares that slot
        OutgoingTransfer friend = accepted(Standing.TRUSTED);
        OutgoingTransfer another = accepted(Standing.MEMBER);
        grant();
        assertTrue(friend.holdsSlot());
        assertEquals(UploadSlots.RUNNING_MAX - 1, withSlot(members));
        assertFalse(another.holdsSlot(), "of one standing nobody is put off");
    }

    @Test
    void whoTakesLittleGivesTheSlotToOneThatWaits() {
        List<OutgoingTransfer> idle = all(Standing.MEMBER);
        assertEquals(List.of(), slots.slow(open, LATER), "nobody waits");
        OutgoingTransfer next = accepted(Standing.MEMBER);
        idle.getFirst().upload.receiverHas(SlotUse.SLOW_BYTES);
        List<OutgoingTransfer> slow = slots.slow(open, LATER);
        assertEquals(idle.subList(1, idle.size()), slow);
        slow.forEach(each -> each.recall(LATER));
        open.removeAll(slow);
        open.addAll(slow);
        grant();
        assertTrue(next.holdsSlot());
        assertTrue(idle.getFirst().holdsSlot());
    }

    @Test
    void asLongAsOneOfItsReceiversTakesAnOfferKeepsItsSlot() {
        all(Standing.MEMBER);
        OutgoingTransfer fast = accepted(Standing.MEMBER, 1);
        grant();
        accepted(Standing.MEMBER);
        fast.upload.receiverHas(SlotUse.SLOW_BYTES);
        assertEquals(UploadSlots.RUNNING_MAX - 1, slots.slow(open, LATER).size());
    }
}
