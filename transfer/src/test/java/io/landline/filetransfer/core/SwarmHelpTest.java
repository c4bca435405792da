package io.landline.filetransfer.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.landline.filetransfer.AcceptRule;
import io.landline.filetransfer.NoSuchTransferException;
import io.landline.filetransfer.TransferId;
import io.landline.room.EntryId;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/// Somebody who has an offer whole is asked to help with it.
class SwarmHelpTest extends SwarmFixture {
    private static final Duration SOON = Duration.ofSeconds(20);

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);

    /// A million files are read for it, each time that a member comes and goes.
    @Test
    void whileItIsReadWhatIsHereNothingElseWaits() throws IOException, InterruptedException {
        receivers(1);
        TransferNode helper = receivers.getFirst();
        Path film = file("film", 3 * MIB);
        EntryId offer = offer(film);
        assertGot(helper, film);
        ofAnna.getFirst().cut();
        ofAnna.getFirst().awaitEnd();
        helper.store.filesListed = this::await;
        var late = new TransferNode(dir.resolve("late"), AcceptRule.ALL);
        late.connect(helper, new Helping());
        receivers.add(late);
        anna.tell(late, offer);
        asked.await();
        assertTimeoutPreemptively(SOON, () -> assertEquals(List.of(), helper.transfers.open()));
        assertTimeoutPreemptively(SOON, () -> assertThrows(NoSuchTransferException.class,
                () -> helper.transfers.cancel(TransferId.of(offer, helper.fingerprint))));
        goOn.countDown();
        assertGot(late, film);
    }

    /// A million files are read for it, when the first of its receivers says that it takes part.
    @Test
    void whileItIsReadWhatAnOwnOfferHoldsNothingElseWaits() throws IOException, InterruptedException {
        receivers(2);
        Path film = file("film", 3 * MIB);
        anna.store.sourcesListed = this::await;
        offer(film);
        asked.await();
        assertTimeoutPreemptively(SOON, () -> assertEquals(2, anna.transfers.open().size()));
        goOn.countDown();
        for (TransferNode each : receivers) assertGot(each, film);
    }

    private void await() {
        asked.countDown();
        try {
            goOn.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
