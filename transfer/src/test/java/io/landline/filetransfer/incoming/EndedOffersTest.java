package io.landline.filetransfer.incoming;

import static io.landline.cost.Standing.MEMBER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.cost.AskPace;
import io.landline.cost.CrowdPace;
import io.landline.filetransfer.OfferBody;
import io.landline.filetransfer.TransferId;
import io.landline.filetransfer.TransferPhase;
import io.landline.filetransfer.TransferStore.Acceptance;
import io.landline.filetransfer.TransferStore.StoredOffer;
import io.landline.filetransfer.TransferStore.StoredTransfer;
import io.landline.peer.Direction;
import io.landline.peer.Fingerprint;
import io.landline.room.ConversationId;
import io.landline.room.EntryId;
import java.lang.ref.WeakReference;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// H38: what is taken back goes on counting for a while.
class EndedOffersTest {
    private static final ConversationId CONVERSATION = new ConversationId(1, 7);
    private final EndedOffers ended = new EndedOffers(_ -> MEMBER);

    private static IncomingTransfer offer(int author, int number) {
        Fingerprint by = Fingerprint.ofPublicKey(ByteBuffer.allocate(32).putInt(author).array());
        var offer = new StoredOffer(new EntryId(author, number), CONVERSATION, by, Instant.EPOCH, true,
                false, new OfferBody(1, 0, List.of(), 1_048_576, 0, null));
        return new IncomingTransfer(offer, new StoredTransfer(new TransferId(number), offer.id(), Direction.IN, by,
                new TransferPhase.Undecided(), Acceptance.NOT_YET, 0));
    }

    /// The oldest goes first, eight a second.
    @Test
    void h38_whatGoesOnCountingIsLetGoAtAPace() {
        Duration now = Duration.ofMinutes(1);
        for (int n = 0; n < AskPace.ACTS_SAVED_MAX; n++) assertFalse(ended.keeps(offer(1, n).counted, now));
        CountedOffer first = offer(1, -1).counted;
        assertTrue(ended.keeps(first, now));
        for (int n = 0; n < 20; n++) assertTrue(ended.keeps(offer(1, n).counted, now));
        assertFalse(ended.keeps(offer(2, 0).counted, now), "another author");
        assertEquals(List.of(), ended.letGo(now));
        List<CountedOffer> gone = ended.letGo(now.plusSeconds(1));
        assertEquals(AskPace.ACTS_PER_SECOND, gone.size());
        assertEquals(first, gone.getFirst());
        assertTrue(ended.keeps(offer(1, 30).counted, now.plusSeconds(2)), "behind those that wait");
        assertEquals(14, ended.letGo(now.plusMinutes(1)).size());
        assertFalse(ended.keeps(offer(1, 31).counted, now.plusMinutes(1)));
    }

    /// There may be thousands of them, and their authors say how large each is.
    @Test
    void h38_ofWhatGoesOnCountingNothingElseIsKept() {
        var table = new IncomingTable(_ -> MEMBER, () -> Duration.ofMinutes(1));
        var transfers = new ArrayList<WeakReference<IncomingTransfer>>();
        for (int n = 0; n < AskPace.ACTS_SAVED_MAX + OpenTransferLimits.UNDECIDED_MAX; n++) {
            IncomingTransfer each = offer(1, n);
            transfers.add(new WeakReference<>(each));
            table.put(each);
            each.isEndedByAuthor = true;
            table.over(each);
        }
        Fingerprint author = offer(1, 0).stored.peer();
        assertEquals(OpenTransferLimits.Verdict.REFUSED, table.limitsNow().of(author, MEMBER, 1, false));
        for (int tries = 0; tries < 10 && kept(transfers) > 0; tries++) System.gc();
        assertEquals(0, kept(transfers));
        assertEquals(OpenTransferLimits.Verdict.REFUSED, table.limitsNow().of(author, MEMBER, 1, false));
    }

    private static long kept(List<WeakReference<IncomingTransfer>> transfers) {
        return transfers.stream().filter(each -> each.get() != null).count();
    }

    @Test
    void h38_underManyIdentitiesOneMemberGainsLittle() {
        Duration now = Duration.ofMinutes(1);
        int passed = 0;
        for (int author = 0; author < 100; author++) {
            for (int n = 0; n < AskPace.ACTS_SAVED_MAX; n++) if (!ended.keeps(offer(author, n).counted, now)) passed++;
        }
        assertTrue(passed <= CrowdPace.ALL_SAVED_MAX + 100 * AskPace.PINS_SAVED_MAX, passed + " passed");
    }
}
