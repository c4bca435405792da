package io.landline.filetransfer.incoming;

import static io.landline.cost.Standing.MEMBER;
import static io.landline.cost.Standing.OPEN_ROOM;
import static io.landline.cost.Standing.TRUSTED;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.landline.filetransfer.incoming.OpenTransferLimits.Kind;
import io.landline.filetransfer.incoming.OpenTransferLimits.Verdict;
import io.landline.peer.Fingerprint;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

/// A rule that accepts everything accepts only so much at a time.
class OpenTransferLimitsTest {
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
}
