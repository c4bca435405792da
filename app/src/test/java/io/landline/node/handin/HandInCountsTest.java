package io.landline.node.handin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.landline.chat.act.HandInReceipt;
import io.landline.chat.act.Reference;
import io.landline.filetransfer.TransferId;
import io.landline.filetransfer.TransferState;
import io.landline.filetransfer.TransferView;
import io.landline.identity.Identity;
import io.landline.node.handin.HandInBook.Received;
import io.landline.node.handin.HandInCounts.Into;
import io.landline.node.handin.rule.HandInRules.Before;
import io.landline.peer.Direction;
import io.landline.peer.Fingerprint;
import io.landline.room.ConversationId;
import io.landline.room.EntryId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What a member has handed in or is handing in, and what it costs to find that out.
class HandInCountsTest {
    private static final Fingerprint MEMBER = Identity.generate().fingerprint();
    private static final Fingerprint OTHER = Identity.generate().fingerprint();
    private static final EntryId BOX = id(0);
    private static final Into INTO = new Into(MEMBER, BOX);
    private static final int MANY = 256;

    private final List<EntryId> lookedUp = new ArrayList<>();
    private int receiptsRead;

    private static EntryId id(long number) {
        return new EntryId(0, number);
    }

    private static TransferView transfer(long offer, Fingerprint from, TransferState state) {
        return new TransferView(Direction.IN, id(offer), TransferId.of(id(offer), OTHER),
                ConversationId.direct(MEMBER, OTHER), from, new TransferView.Status(state, null, false),
                new TransferView.Amount(1, 0, 10, List.of()));
    }

    private List<Received> receipts(EntryId... offers) {
        receiptsRead++;
        var receipts = new ArrayList<Received>();
        for (EntryId offer : offers) {
            receipts.add(new Received(MEMBER, new HandInReceipt(offer, new Reference(OTHER, 1, 1, 1), null,
                    Instant.EPOCH, false, 7)));
        }
        return receipts;
    }

    private HandInCounts counts(Into of) {
        return new HandInCounts(offer -> {
            lookedUp.add(offer);
            return of;
        });
    }

    @Test
    void h38_eachOfferAndTheReceiptsAreLookedUpOnceInARound() {
        var open = new ArrayList<TransferView>();
        for (int n = 1; n <= MANY; n++) open.add(transfer(n, MEMBER, TransferState.RUNNING));
        HandInCounts counts = counts(INTO);
        for (int n = 0; n < MANY; n++) {
            assertEquals(new Before(10L * MANY, MANY), counts.before(INTO, this::receipts, open));
        }
        assertEquals(MANY, lookedUp.size());
        assertEquals(1, receiptsRead);
    }

    @Test
    void whatHasItsReceiptIsNotCountedTwice() {
        List<TransferView> open = List.of(transfer(1, MEMBER, TransferState.RUNNING),
                transfer(2, MEMBER, TransferState.RUNNING));
        assertEquals(new Before(7 + 10, 2), counts(INTO).before(INTO, () -> receipts(id(1)), open));
        assertEquals(List.of(id(2)), lookedUp);
    }

    @Test
    void whatIsOfferedOnlyOfSomebodyElseOrForAnotherBoxDoesNotCount() {
        List<TransferView> open = List.of(transfer(1, MEMBER, TransferState.OFFERED),
                transfer(2, OTHER, TransferState.RUNNING));
        assertEquals(new Before(0, 0), counts(INTO).before(INTO, this::receipts, open));
        assertEquals(List.of(), lookedUp);
        open = List.of(transfer(3, MEMBER, TransferState.RUNNING));
        assertEquals(new Before(0, 0), counts(new Into(MEMBER, id(9))).before(INTO, this::receipts, open));
    }

    @Test
    void whatEndedSinceTheLastLookCountsByItsReceipt() {
        List<TransferView> before = List.of(transfer(1, MEMBER, TransferState.RUNNING));
        HandInCounts counts = counts(INTO);
        assertEquals(new Before(10, 1), counts.before(INTO, this::receipts, before));
        counts.lookedAgain(before, List.of());
        assertEquals(new Before(7, 1), counts.before(INTO, () -> receipts(id(1)), List.of()));
    }

    @Test
    void theReceiptsOfOthersAreNotReadAnewThen() {
        List<TransferView> before = List.of(transfer(1, OTHER, TransferState.RUNNING));
        HandInCounts counts = counts(INTO);
        counts.before(INTO, this::receipts, before);
        counts.lookedAgain(before, List.of());
        counts.before(INTO, this::receipts, List.of());
        assertEquals(1, receiptsRead);
    }
}
