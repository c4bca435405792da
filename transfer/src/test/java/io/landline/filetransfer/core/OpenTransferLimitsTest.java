package io.landline.filetransfer.core;

import static io.landline.cost.Standing.MEMBER;
import static io.landline.cost.Standing.OPEN_ROOM;
import static io.landline.cost.Standing.TRUSTED;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.landline.filetransfer.FailureReason;
import io.landline.filetransfer.OfferBody;
import io.landline.filetransfer.TransferState;
import io.landline.filetransfer.TransferView;
import io.landline.filetransfer.core.OpenTransferLimits.Kind;
import io.landline.filetransfer.core.OpenTransferLimits.Verdict;
import io.landline.filetransfer.core.TransferRecorder.Told;
import io.landline.peer.Fingerprint;
import io.landline.room.EntryId;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A rule that accepts everything accepts only so much at a time.
class OpenTransferLimitsTest extends TransferFixture {
    private final OpenTransferLimits limits = new OpenTransferLimits();

    private static Fingerprint author(int number) {
        return Fingerprint.ofPublicKey(ByteBuffer.allocate(32).putInt(number).array());
    }

    private CountedOffer note(int author, long files, Kind kind) {
        var offer = new CountedOffer(author(author), files);
        limits.note(offer, kind);
        return offer;
    }

    @Test
    void l7_anAuthorsAcceptedTransfersAreBoundedAndTheNextWaitsForAPerson() {
        for (int n = 1; n < OpenTransferLimits.ACCEPTED_MAX; n++) note(1, 1, Kind.ACCEPTED);
        assertEquals(Verdict.OPEN, limits.of(author(1), TRUSTED, 1, true));
        CountedOffer last = note(1, 1, Kind.ACCEPTED);
        assertEquals(Verdict.UNDECIDED, limits.of(author(1), TRUSTED, 1, true));
        assertEquals(Verdict.OPEN, limits.of(author(2), TRUSTED, 1, true));
        limits.note(last, Kind.OVER);
        limits.note(last, Kind.OVER);
        assertEquals(Verdict.OPEN, limits.of(author(1), TRUSTED, 1, true));
    }

    @Test
    void l7_theFilesOfAnAuthorsAcceptedTransfersAreBoundedToo() {
        CountedOffer most = note(1, OpenTransferLimits.FILES_MAX - 1, Kind.ACCEPTED);
        assertEquals(Verdict.OPEN, limits.of(author(1), TRUSTED, 1, true));
        assertEquals(Verdict.UNDECIDED, limits.of(author(1), TRUSTED, 2, true));
        assertEquals(Verdict.OPEN, limits.of(author(2), TRUSTED, OpenTransferLimits.FILES_MAX, true));
        limits.note(most, Kind.OVER);
        assertEquals(Verdict.OPEN, limits.of(author(1), TRUSTED, OpenTransferLimits.FILES_MAX, true));
    }

    @Test
    void l7_whoIsKnownLessWellLeavesRoomForThoseKnownBetter() {
        int members = OpenTransferLimits.UNDECIDED_IN_ALL_MAX / 4 * 3;
        for (int n = 0; n < members; n++) {
            if (n == OpenTransferLimits.UNDECIDED_IN_ALL_MAX / 2) {
                assertEquals(Verdict.REFUSED, limits.of(author(-1), OPEN_ROOM, 1, false));
            }
            assertEquals(Verdict.UNDECIDED, limits.of(author(-1), MEMBER, 1, false));
            note(n / 100, 1, Kind.UNDECIDED);
        }
        assertEquals(Verdict.REFUSED, limits.of(author(-1), MEMBER, 1, false));
        assertEquals(Verdict.UNDECIDED, limits.of(author(-1), TRUSTED, 1, false));
        for (int n = 0; n < members; n++) note(n / 100, 1, Kind.ACCEPTED);
        assertEquals(Verdict.REFUSED, limits.of(author(-1), MEMBER, 1, true));
        assertEquals(Verdict.OPEN, limits.of(author(-1), TRUSTED, 1, true));
    }

    @Test
    void l7_allAuthorsTogetherAreBounded() {
        for (int n = 0; n < OpenTransferLimits.ACCEPTED_IN_ALL_MAX; n++) note(n / 100, 1, Kind.ACCEPTED);
        assertEquals(Verdict.UNDECIDED, limits.of(author(-1), TRUSTED, 1, true));
        for (int n = 0; n < OpenTransferLimits.UNDECIDED_IN_ALL_MAX; n++) note(n / 100, 1, Kind.UNDECIDED);
        assertEquals(Verdict.REFUSED, limits.of(author(-1), TRUSTED, 1, true));
        assertEquals(Verdict.REFUSED, limits.of(author(-1), TRUSTED, 1, false));
    }

    @Test
    void l7_anAcceptedOfferMakesRoomForAnUndecidedOne() {
        var undecided = new ArrayList<CountedOffer>();
        for (int n = 0; n < OpenTransferLimits.UNDECIDED_MAX; n++) undecided.add(note(1, 1, Kind.UNDECIDED));
        assertEquals(Verdict.REFUSED, limits.of(author(1), TRUSTED, 1, false));
        limits.note(undecided.getFirst(), Kind.ACCEPTED);
        assertEquals(Verdict.UNDECIDED, limits.of(author(1), TRUSTED, 1, false));
    }

    @Test
    void l7_aFloodUnderAcceptAllIsTakenSoFarThenWaitsThenIsNotListed() throws Exception {
        byte[] body = new OfferBody(1, 1, List.of("x"), MIB, 0, null).toJson();
        int all = OpenTransferLimits.ACCEPTED_MAX + OpenTransferLimits.UNDECIDED_MAX;
        for (int n = 0; n < all + 10; n++) {
            ben.transfers.offerArrived(new EntryId(7, n), TransferNode.CONVERSATION, anna.fingerprint, body,
                    Instant.now(), true);
        }
        List<TransferView> open = ben.transfers.open();
        assertEquals(all, open.size());
        assertEquals(OpenTransferLimits.ACCEPTED_MAX,
                open.stream().filter(view -> view.state() == TransferState.WAITING).count());
        TransferView waiting = open.getLast();
        assertEquals(TransferState.OFFERED, waiting.state());
        ben.transfers.accept(waiting.transfer());
        assertEquals(TransferState.WAITING, ben.transfers.open().getLast().state());
        ben.transfers.decline(open.getFirst().transfer());
        assertEquals(FailureReason.DECLINED, ben.recorder.await(Told.Failed.class).reason());
        assertEquals(all, ben.recorder.all().stream().filter(Told.Offered.class::isInstance).count());
    }
}
