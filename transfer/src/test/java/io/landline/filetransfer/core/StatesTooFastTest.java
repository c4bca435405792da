package io.landline.filetransfer.core;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.cost.AskPace;
import io.landline.filetransfer.FailureReason;
import io.landline.filetransfer.OfferBody;
import io.landline.filetransfer.TransferId;
import io.landline.filetransfer.core.TransferRecorder.Told;
import io.landline.filetransfer.frame.FileMessage;
import io.landline.identity.Identity;
import io.landline.peer.Fingerprint;
import io.landline.room.EntryId;
import io.landline.session.Lane;
import io.landline.session.SessionListener;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Each *pause*, *resume* and *failed* of the other side is an event for people and programs.
class StatesTooFastTest extends TransferFixture {
    private static final Fingerprint MALLORY = Identity.generate().fingerprint();
    private static final EntryId OFFER = new EntryId(6, 6);

    @Test
    void h38_whoPausesAndGoesOnWithoutEndIsPassedOver() throws Exception {
        TransferId id = TransferId.of(OFFER, ben.fingerprint);
        FakeSession mallory = FakeSession.connect(MALLORY, new SessionListener() {}, ben.fingerprint,
                ben.transfers.connections(), new FakeSession.Wire() {});
        ben.transfers.offerArrived(OFFER, TransferNode.CONVERSATION, MALLORY,
                new OfferBody(1, 5, List.of("photo"), MIB, 0, null).toJson(), Instant.now(), true);
        ben.recorder.await(Told.Offered.class);
        for (int n = 0; n < 2_000; n++) {
            mallory.send(Lane.FILES, new FileMessage.Pause(id).toFrame());
            mallory.send(Lane.FILES, new FileMessage.Resume(id).toFrame());
            mallory.send(Lane.FILES, new FileMessage.Failed(id, FailureReason.LOST, true).toFrame());
        }
        mallory.send(Lane.FILES, new FileMessage.Cancel(id).toFrame());
        ben.recorder.await(Told.Failed.class, failed -> !failed.resumable());
        long told = ben.recorder.all()
                .stream()
                .filter(each -> each instanceof Told.Paused || each instanceof Told.Resumed
                        || each instanceof Told.Failed)
                .count();
        assertTrue(told < AskPace.STATES_SAVED_MAX + 30L * AskPace.STATES_PER_SECOND, told + " events");
    }

    @Test
    void theLastWordCountsHoweverFastTheyCame() throws Exception {
        TransferId id = TransferId.of(OFFER, ben.fingerprint);
        FakeSession mallory = FakeSession.connect(MALLORY, new SessionListener() {}, ben.fingerprint,
                ben.transfers.connections(), new FakeSession.Wire() {});
        ben.transfers.offerArrived(OFFER, TransferNode.CONVERSATION, MALLORY,
                new OfferBody(1, 5, List.of("photo"), MIB, 0, null).toJson(), Instant.now(), true);
        ben.recorder.await(Told.Offered.class);
        for (int n = 0; n < 2_000; n++) {
            mallory.send(Lane.FILES, new FileMessage.Pause(id).toFrame());
            mallory.send(Lane.FILES, new FileMessage.Resume(id).toFrame());
        }
        mallory.send(Lane.FILES, new FileMessage.Failed(id, FailureReason.SOURCE_GONE, false).toFrame());
        ben.recorder.await(Told.Failed.class, failed -> failed.reason() == FailureReason.SOURCE_GONE);
        assertTrue(ben.transfers.open().isEmpty());
    }
}
