package io.landline.filetransfer.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.filetransfer.Choice;
import io.landline.filetransfer.FailureReason;
import io.landline.filetransfer.OfferListing.Item;
import io.landline.filetransfer.TransferId;
import io.landline.filetransfer.TransferState;
import io.landline.filetransfer.core.TransferRecorder.Told;
import io.landline.room.EntryId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A person looks into an offer before accepting it.
class ManifestPreviewsTest extends TransferFixture {
    private Path photos;

    @BeforeEach
    void makeFolder() throws Exception {
        photos = Files.createDirectories(dir.resolve("src/Photos"));
        Files.createDirectories(photos.resolve("raw"));
        Files.write(photos.resolve("a.jpg"), new byte[10]);
        Files.write(photos.resolve("raw/b.jpg"), new byte[20]);
        Files.write(photos.resolve("raw/c[1].jpg"), new byte[30]);
    }

    private Told.Offered asked() throws Exception {
        EntryId offer = anna.transfers.offer(TransferNode.CONVERSATION, List.of(photos));
        anna.tell(ben, offer, false);
        return ben.recorder.await(Told.Offered.class);
    }

    @Test
    void whatAnOfferHoldsIsListedBeforeAnythingIsAccepted() throws Exception {
        anna.connect(ben);
        Told.Offered asked = asked();
        assertTrue(ben.transfers.look(asked.view().transfer()).get());
        assertEquals(List.of(new Item("Photos", true, 3, 60)),
                ben.transfers.listing(asked.view().offer(), List.of()).items());
        assertEquals(List.of(new Item("raw", true, 2, 50), new Item("a.jpg", false, 1, 10)),
                ben.transfers.listing(asked.view().offer(), List.of("Photos")).items());
        assertEquals(TransferState.OFFERED, ben.transfers.open().getFirst().state());
        assertEquals(List.of(), ben.downloaded());
    }

    @Test
    void whatWasLookedAtIsTakenInPart() throws Exception {
        anna.connect(ben);
        Told.Offered asked = asked();
        assertTrue(ben.transfers.look(asked.view().transfer()).get());
        ben.transfers.accept(asked.view().transfer(),
                Choice.of(List.of("/", "!/Photos/raw", "/Photos/raw/c[1].jpg")));
        ben.recorder.await(Told.Transferred.class);
        assertEquals(Set.of("Photos/", "Photos/a.jpg 10", "Photos/raw/", "Photos/raw/c[1].jpg 30"),
                FolderTransferTest.tree(ben.downloads));
    }

    @Test
    void whatWasListedOnceIsListedWhileItsAuthorIsAway() throws Exception {
        FakeSession session = anna.connect(ben);
        Told.Offered asked = asked();
        assertTrue(ben.transfers.look(asked.view().transfer()).get());
        session.cut();
        session.awaitEnd();
        assertTrue(ben.transfers.look(asked.view().transfer()).get());
    }

    @Test
    void nothingCanBeListedOfSomebodyWhoIsAway() throws Exception {
        assertFalse(ben.transfers.look(asked().view().transfer()).get());
    }

    @Test
    void whoDecidesMeanwhileEndsTheLook() throws Exception {
        FakeSession session = anna.connect(ben, new FakeSession.Wire() {});
        Told.Offered asked = asked();
        anna.transfers.close(); // answers nothing any more
        CompletableFuture<Boolean> look = ben.transfers.look(asked.view().transfer());
        ben.transfers.accept(asked.view().transfer());
        assertFalse(look.get());
        session.cut();
    }

    @Test
    void whatWasDeclinedIsStoredWhenTheLookEnds() throws Exception {
        TransferId asked = askedOfASilentAuthor();
        CompletableFuture<TransferState> atEnd = stateAtEndOfLook(asked);
        ben.transfers.decline(asked);
        assertEquals(TransferState.FAILED, atEnd.get());
    }

    @Test
    void whatWasAcceptedIsStoredWhenTheLookEnds() throws Exception {
        TransferId asked = askedOfASilentAuthor();
        CompletableFuture<TransferState> atEnd = stateAtEndOfLook(asked);
        ben.transfers.accept(asked);
        assertNotEquals(TransferState.OFFERED, atEnd.get());
    }

    private TransferId askedOfASilentAuthor() throws Exception {
        anna.connect(ben);
        TransferId asked = asked().view().transfer();
        anna.transfers.close();
        return asked;
    }

    /// Who hears of the end of a look reads in the store what became of the offer.
    private CompletableFuture<TransferState> stateAtEndOfLook(TransferId transfer) throws Exception {
        return ben.transfers.look(transfer).thenApply(_ -> ben.store.transfer(transfer).state());
    }

    @Test
    void whoIsGoneEndsTheLook() throws Exception {
        FakeSession session = anna.connect(ben);
        Told.Offered asked = asked();
        anna.transfers.close();
        CompletableFuture<Boolean> look = ben.transfers.look(asked.view().transfer());
        session.cut();
        assertFalse(look.get());
    }

    @Test
    void anOfferThatNoLongerStandsIsNotListed() throws Exception {
        anna.connect(ben);
        Told.Offered asked = asked();
        anna.reaches = false;
        CompletableFuture<Boolean> look = ben.transfers.look(asked.view().transfer());
        assertEquals(FailureReason.SOURCE_GONE, ben.recorder.await(Told.Failed.class).reason());
        assertFalse(look.get());
    }
}
