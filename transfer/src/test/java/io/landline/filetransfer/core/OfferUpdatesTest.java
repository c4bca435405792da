package io.landline.filetransfer.core;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.filetransfer.AcceptRule;
import io.landline.filetransfer.FailureReason;
import io.landline.filetransfer.TransferId;
import io.landline.filetransfer.TransferState;
import io.landline.filetransfer.TransferView;
import io.landline.filetransfer.core.TransferRecorder.Told;
import io.landline.filetransfer.incoming.EarlyWithdrawals;
import io.landline.identity.Identity;
import io.landline.peer.Fingerprint;
import io.landline.peer.Sha256;
import io.landline.room.EntryId;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What is said of an offer afterwards counts only of its author.
class OfferUpdatesTest extends TransferFixture {
    private final Fingerprint mallory = Identity.generate().fingerprint();
    private TransferNode carla;
    private EntryId offer;
    private TransferId id;

    /// Carla is asked first, and Anna is away.
    @BeforeEach
    void offer() throws IOException {
        carla = new TransferNode(dir.resolve("carla"), AcceptRule.ASK);
        offer = anna.send(carla, file("one", 5));
        id = TransferId.of(offer, carla.fingerprint);
        carla.recorder.await(Told.Offered.class);
    }

    @AfterEach
    void close() {
        carla.close();
    }

    private void withdrawn(EntryId what, Fingerprint by) {
        carla.transfers.offerWithdrawn(what, by);
        carla.transfers.open(); // after that step
    }

    private boolean isWithdrawn() {
        return Objects.requireNonNull(carla.store.offer(offer)).withdrawn();
    }

    @Test
    void itsAuthorTakesItBackAndSaysSoAgainWithoutHarm() {
        withdrawn(offer, anna.fingerprint);
        assertTrue(isWithdrawn());
        assertEquals(FailureReason.CANCELLED, carla.recorder.await(Told.Failed.class).reason());
        assertEquals(0, carla.transfers.open().size());
        int writes = carla.store.writes;
        withdrawn(offer, anna.fingerprint);
        assertEquals(writes, carla.store.writes, "told again, nothing is written");
    }

    @Test
    void nobodyElseTakesItBack() {
        withdrawn(offer, mallory);
        assertFalse(isWithdrawn());
        assertEquals(TransferState.OFFERED, carla.transfers.open().getFirst().state());
    }

    @Test
    void whatNeverWasIsNotTakenBack() {
        int writes = carla.store.writes;
        withdrawn(new EntryId(7, 7), anna.fingerprint);
        assertEquals(writes, carla.store.writes);
    }

    /// The newest part of a log comes first, so an offer may come after its withdrawal.
    @Test
    void whatWasTakenBackBeforeItCameIsNotOffered() throws IOException {
        EntryId later = anna.transfers.offer(TransferNode.CONVERSATION, List.of(file("two", 5)));
        withdrawn(later, mallory);
        withdrawn(later, anna.fingerprint);
        anna.tell(carla, later);
        anna.tell(carla, later);
        assertEquals(List.of(id), carla.transfers.open().stream().map(TransferView::transfer).toList());
        assertTrue(Objects.requireNonNull(carla.store.offer(later)).withdrawn(), "a conversation shows it so");
        assertNull(carla.store.transfer(TransferId.of(later, carla.fingerprint)));
    }

    @Test
    void nobodyElseTakesItBackBeforeItCame() throws IOException {
        EntryId later = anna.transfers.offer(TransferNode.CONVERSATION, List.of(file("two", 5)));
        withdrawn(later, mallory);
        anna.tell(carla, later);
        assertEquals(2, carla.transfers.open().size());
    }

    @Test
    void theLatestThatWereTakenBackBeforeTheyCameAreRemembered() {
        var early = new EarlyWithdrawals();
        for (int i = 0; i <= EarlyWithdrawals.REMEMBERED_MAX; i++) early.add(new EntryId(7, i), mallory);
        assertFalse(early.take(new EntryId(7, 0), mallory));
        assertTrue(early.take(new EntryId(7, 1), mallory));
        assertTrue(early.take(new EntryId(7, EarlyWithdrawals.REMEMBERED_MAX), mallory));
    }

    /// Its files stay, and it is not given on any more.
    @Test
    void anOfferThatIsOverIsTakenBackToo() throws Exception {
        anna.connect(carla);
        carla.transfers.accept(id);
        carla.recorder.await(Told.Transferred.class);
        assertNotNull(carla.store.hashPage(offer, 0));
        withdrawn(offer, anna.fingerprint);
        assertTrue(isWithdrawn());
        assertNull(carla.store.hashPage(offer, 0));
        assertEquals(TransferState.DONE, Objects.requireNonNull(carla.store.transfer(id)).state());
    }

    @Test
    void theFirstIdentityOfItsFilesHoldsAndThatOfItsAuthorAlone() {
        byte[] first = Sha256.digest().digest(new byte[]{1});
        byte[] second = Sha256.digest().digest(new byte[]{2});
        says(mallory, second);
        assertNull(carla.store.identity(offer));
        says(anna.fingerprint, new byte[Sha256.BYTES - 1]);
        assertNull(carla.store.identity(offer), "no identity is as short");
        says(anna.fingerprint, first);
        says(anna.fingerprint, first);
        says(anna.fingerprint, second);
        assertArrayEquals(first, carla.store.identity(offer));
    }

    private void says(Fingerprint who, byte[] identity) {
        carla.transfers.identityArrived(offer, who, identity);
        carla.transfers.open(); // after that step
    }
}
