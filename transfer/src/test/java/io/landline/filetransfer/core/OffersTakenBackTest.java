package io.landline.filetransfer.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.cost.AskPace;
import io.landline.filetransfer.AcceptRule;
import io.landline.filetransfer.OfferBody;
import io.landline.filetransfer.core.TransferRecorder.Told;
import io.landline.filetransfer.incoming.OpenTransferLimits;
import io.landline.peer.Fingerprint;
import io.landline.room.EntryId;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// H38: who offers and takes back without end has others store, show and hear no more than who only offers.
class OffersTakenBackTest extends TransferFixture {
    private static final byte[] BODY = new OfferBody(1, 1, List.of("x"), MIB, 0, null).toJson();
    /// More than a slow test run gives back.
    private static final int SLACK = 400;

    private TransferNode carla;

    @BeforeEach
    void open() {
        carla = new TransferNode(dir.resolve("carla"), AcceptRule.ASK);
    }

    @AfterEach
    void close() {
        carla.close();
    }

    private void offerAndTakeBack(Fingerprint author, int times) {
        for (int n = 0; n < times; n++) {
            var offer = new EntryId(author.hashCode(), n);
            carla.transfers.offerArrived(offer, TransferNode.CONVERSATION, author, BODY, Instant.now(), true);
            carla.transfers.offerWithdrawn(offer, author);
            if (n % 100 == 0) carla.transfers.open(); // what was posted is done
        }
    }

    private long told(Fingerprint author) {
        carla.transfers.open();
        return carla.recorder.all()
                .stream()
                .filter(Told.Offered.class::isInstance)
                .filter(each -> each.view().peer().equals(author))
                .count();
    }

    @Test
    void h38_whoTakesBackEachOfferAtOnceIsSoonListedNoMore() {
        int most = AskPace.ACTS_SAVED_MAX + OpenTransferLimits.UNDECIDED_MAX;
        offerAndTakeBack(anna.fingerprint, most + 2 * SLACK);
        long told = told(anna.fingerprint);
        assertTrue(told >= most, "an honest one is far below: " + told);
        assertTrue(told < most + SLACK, told + " offers were told");
        offerAndTakeBack(ben.fingerprint, 10);
        assertEquals(10, told(ben.fingerprint), "others have places of their own");
    }

    @Test
    void h38_aFriendMayTakeBackAsOftenAsHeLikes() {
        carla.trusted.add(anna.fingerprint);
        int most = AskPace.ACTS_SAVED_MAX + OpenTransferLimits.UNDECIDED_MAX;
        offerAndTakeBack(anna.fingerprint, most + 2 * SLACK);
        assertEquals(most + 2 * SLACK, told(anna.fingerprint));
    }
}
