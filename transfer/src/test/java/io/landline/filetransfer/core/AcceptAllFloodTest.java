package io.landline.filetransfer.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.landline.filetransfer.FailureReason;
import io.landline.filetransfer.OfferBody;
import io.landline.filetransfer.TransferState;
import io.landline.filetransfer.TransferView;
import io.landline.filetransfer.core.TransferRecorder.Told;
import io.landline.filetransfer.incoming.OpenTransferLimits;
import io.landline.room.EntryId;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A rule that accepts everything accepts only so much at a time.
class AcceptAllFloodTest extends TransferFixture {
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
