package io.landline.filetransfer.incoming;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.cost.Standing;
import io.landline.filetransfer.OfferBody;
import io.landline.filetransfer.TransferId;
import io.landline.filetransfer.TransferPhase;
import io.landline.filetransfer.TransferStore.Acceptance;
import io.landline.filetransfer.TransferStore.StoredOffer;
import io.landline.filetransfer.TransferStore.StoredTransfer;
import io.landline.filetransfer.manifest.ManifestPage;
import io.landline.filetransfer.running.SlotUse;
import io.landline.frame.MalformedFrameException;
import io.landline.identity.Identity;
import io.landline.peer.Direction;
import io.landline.peer.Fingerprint;
import io.landline.peer.Sha256;
import io.landline.room.ConversationId;
import io.landline.room.EntryId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Row H74: who has a slot among the offers that are received at once.
class DownloadSlotsTest {
    private static final ConversationId CONVERSATION = new ConversationId(1, 7);
    private static final int MIB = 1 << 20;
    /// Of one file each; the list goes on behind them.
    private static final int PAGES = 800;

    private final Fingerprint self = Identity.generate().fingerprint();
    private final Map<Fingerprint, Standing> known = new HashMap<>();
    private final DownloadSlots slots = new DownloadSlots(who -> known.getOrDefault(who, Standing.MEMBER));
    private final List<byte[]> pages = pages();
    private int offers;

    private static List<byte[]> pages() {
        var pages = new ArrayList<byte[]>();
        byte[] next = new byte[Sha256.BYTES];
        for (int number = PAGES; number > 0; number--) {
            pages.add(new ManifestPage(List.of(new ManifestPage.ListedFile("file " + number, 0, 0)), next).bytes());
            next = Sha256.of(pages.getLast());
        }
        return pages.reversed();
    }

    private IncomingTransfer accepted(Standing standing) {
        Fingerprint author = Identity.generate().fingerprint();
        known.put(author, standing);
        var id = new EntryId(1, ++offers);
        var body = new OfferBody(PAGES + 1, 0, List.of("film"), MIB, 0,
                HexFormat.of().formatHex(Sha256.of(pages.getFirst())));
        var offer = new StoredOffer(id, CONVERSATION, author, Instant.EPOCH, true, false, body);
        return new IncomingTransfer(offer, new StoredTransfer(TransferId.of(id, self), id, Direction.IN, author,
                new TransferPhase.Waiting(), Acceptance.NOT_YET, 0));
    }

    private IncomingTransfer withSlot() {
        IncomingTransfer incoming = accepted(Standing.MEMBER);
        incoming.pageUntil = Duration.ofDays(1);
        slots.take(incoming, Duration.ZERO);
        return incoming;
    }

    /// Whether it was ever slow within the time after which that counts.
    ///
    /// @param count pages that come at once, each `everySeconds`
    private static boolean isSlow(IncomingTransfer incoming, int everySeconds, int count, List<byte[]> pages)
            throws MalformedFrameException {
        boolean slow = false;
        for (int second = 1; second <= SlotUse.SLOW_AFTER.toSeconds(); second++) {
            for (int n = 0; second % everySeconds == 0 && n < count; n++) {
                incoming.manifest.take(incoming.manifest.check(pages.get(incoming.manifest.pages())));
            }
            slow |= incoming.isSlow(Duration.ofSeconds(second));
        }
        return slow;
    }

    @Test
    void h74_anAuthorWhoGivesNextToNothingHoldsNoSlotForGood() throws MalformedFrameException {
        assertTrue(isSlow(withSlot(), 20, 1, pages), "three pages in a minute");
    }

    @Test
    void h74_whoGivesAsMuchAsTheLowestLimitLetsPassKeepsTheSlot() throws MalformedFrameException {
        assertFalse(isSlow(withSlot(), 1, 13, pages));
    }

    @Test
    void h74_authorsKnownBetterHaveASlotFirst() {
        IncomingTransfer spam = accepted(Standing.OPEN_ROOM);
        IncomingTransfer first = accepted(Standing.MEMBER);
        IncomingTransfer second = accepted(Standing.MEMBER);
        IncomingTransfer friend = accepted(Standing.TRUSTED);
        assertEquals(List.of(friend, first, second, spam), slots.inTurn(List.of(spam, first, second, friend)));
    }

    @Test
    void aSlotThatIsGivenUpIsFree() {
        IncomingTransfer incoming = withSlot();
        assertEquals(DownloadSlots.RUNNING_MAX - 1, slots.free());
        incoming.release();
        assertEquals(DownloadSlots.RUNNING_MAX, slots.free());
    }

    private List<IncomingTransfer> all(Standing standing) {
        var all = new ArrayList<IncomingTransfer>();
        for (int n = 0; n < DownloadSlots.RUNNING_MAX; n++) {
            IncomingTransfer incoming = accepted(standing);
            incoming.pageUntil = Duration.ofDays(1);
            slots.take(incoming, Duration.ZERO);
            all.add(incoming);
        }
        return all;
    }

    private static long withSlot(List<IncomingTransfer> of) {
        return of.stream().filter(IncomingTransfer::holdsSlot).count();
    }

    @Test
    void h74_aSlotForSomebodyKnownBetterIsTakenFromAnAuthorWhoIsKnownLeast() {
        List<IncomingTransfer> members = all(Standing.MEMBER);
        IncomingTransfer spam = accepted(Standing.OPEN_ROOM);
        members.getFirst().release();
        spam.pageUntil = Duration.ofDays(1);
        slots.take(spam, Duration.ZERO);
        assertEquals(0, slots.free());
        slots.makeSpace(List.of(accepted(Standing.TRUSTED)));
        assertFalse(spam.holdsSlot());
        assertEquals(1, slots.free());
        assertEquals(DownloadSlots.RUNNING_MAX - 1, withSlot(members));
    }

    @Test
    void h74_nobodyGivesWayToAnEqual() {
        List<IncomingTransfer> members = all(Standing.MEMBER);
        slots.makeSpace(List.of(accepted(Standing.MEMBER), accepted(Standing.OPEN_ROOM)));
        assertEquals(DownloadSlots.RUNNING_MAX, withSlot(members));
    }

    @Test
    void h74_whoHadASlotInVainTakesOnlyAFreeOne() {
        List<IncomingTransfer> members = all(Standing.MEMBER);
        IncomingTransfer slow = accepted(Standing.TRUSTED);
        slow.giveUpSlot(Duration.ZERO);
        slots.makeSpace(List.of(slow));
        assertEquals(DownloadSlots.RUNNING_MAX, withSlot(members));
    }
}
