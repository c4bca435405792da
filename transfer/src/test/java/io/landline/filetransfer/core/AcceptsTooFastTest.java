package io.landline.filetransfer.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.cost.AskPace;
import io.landline.filetransfer.TransferId;
import io.landline.filetransfer.core.TransferRecorder.Told;
import io.landline.filetransfer.frame.FileMessage;
import io.landline.frame.Frame;
import io.landline.frame.MalformedFrameException;
import io.landline.room.EntryId;
import io.landline.session.Lane;
import io.landline.session.Session;
import io.landline.session.SessionListener;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A receiver takes an offer, ends the transfer, and takes it again: each time it is an event for people and programs,
/// and two rows of the database.
class AcceptsTooFastTest extends TransferFixture {
    private static final int ROUNDS = 3_000;

    private final BlockingQueue<EntryId> pages = new LinkedBlockingQueue<>();
    private FakeSession mallory;
    private EntryId offer;

    private final class Pages implements SessionListener {
        @Override
        public void received(Session session, Frame frame) throws MalformedFrameException {
            if (FileMessage.received(frame) instanceof FileMessage.Manifest page) pages.add(page.offer());
        }
    }

    /// Ben offers nothing and takes nothing himself; Mallory speaks in his place.
    @BeforeEach
    void offer() throws Exception {
        offer = anna.transfers.offer(TransferNode.CONVERSATION, List.of(file("photo", MIB)));
        mallory = FakeSession.connect(ben.fingerprint, new Pages(), anna.fingerprint,
                anna.transfers.connections(), new FakeSession.Wire() {});
    }

    private void says(FileMessage message) throws Exception {
        mallory.send(Lane.FILES, message.toFrame());
    }

    private long told(FileMessage end) throws Exception {
        anna.recorder.clear();
        for (int n = 0; n < ROUNDS; n++) {
            says(new FileMessage.Accept(offer));
            says(end);
        }
        EntryId last = anna.transfers.offer(TransferNode.CONVERSATION, List.of(file("last", 1)));
        says(new FileMessage.Accept(last));
        says(new FileMessage.Decline(last));
        anna.recorder.await(Told.Failed.class, failed -> failed.view().offer().equals(last));
        return anna.recorder.all().stream().filter(each -> each.view().offer().equals(offer)).count();
    }

    @Test
    void h38_whoTakesAnOfferAndEndsItWithoutEndIsTakenAtAPace() throws Exception {
        TransferId id = TransferId.of(offer, ben.fingerprint);
        long all = 0;
        for (FileMessage end : List.of(new FileMessage.Cancel(id), new FileMessage.Decline(offer),
                new FileMessage.Done(id))) {
            all += told(end);
        }
        // two events each time: that it is offered, and that it ended
        assertTrue(all < 2 * (AskPace.STATES_SAVED_MAX + 60L * AskPace.STATES_PER_SECOND), all + " events");
    }

    /// What is asked for before the accept counts is lost, and its receiver asks when the page is here.
    @Test
    void thePagesOfWhatCameTooFastComeWhenItIsTaken() throws Exception {
        told(new FileMessage.Cancel(TransferId.of(offer, ben.fingerprint)));
        says(new FileMessage.Accept(offer));
        says(new FileMessage.ManifestRequest(offer, 0));
        assertEquals(offer, pages.take());
        assertTrue(anna.transfers.open().stream().anyMatch(each -> each.offer().equals(offer)));
    }

    @Test
    void whatCameTooFastIsTakenLater() throws Exception {
        told(new FileMessage.Cancel(TransferId.of(offer, ben.fingerprint)));
        anna.recorder.clear();
        says(new FileMessage.Accept(offer));
        anna.recorder.await(Told.Offered.class, offered -> offered.view().offer().equals(offer));
    }
}
