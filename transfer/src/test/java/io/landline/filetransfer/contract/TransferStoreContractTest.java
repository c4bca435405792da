package io.landline.filetransfer.contract;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.filetransfer.FailureReason;
import io.landline.filetransfer.OfferBody;
import io.landline.filetransfer.TransferId;
import io.landline.filetransfer.TransferPhase;
import io.landline.filetransfer.TransferState;
import io.landline.filetransfer.TransferStore;
import io.landline.filetransfer.TransferStore.Acceptance;
import io.landline.filetransfer.TransferStore.StoredFile;
import io.landline.filetransfer.TransferStore.StoredHidden;
import io.landline.filetransfer.TransferStore.StoredHidden.Stage;
import io.landline.filetransfer.TransferStore.StoredOffer;
import io.landline.filetransfer.TransferStore.StoredPartial;
import io.landline.filetransfer.TransferStore.StoredSource;
import io.landline.filetransfer.TransferStore.StoredTop;
import io.landline.filetransfer.TransferStore.StoredTransfer;
import io.landline.filetransfer.TransferStore.Taken;
import io.landline.peer.Direction;
import io.landline.peer.Fingerprint;
import io.landline.room.ConversationId;
import io.landline.room.EntryId;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What every store of transfers keeps to. The fake and the real one both extend it. In a package of its own, because a
/// test of another module cannot see classes that share a package with that module.
public abstract class TransferStoreContractTest {
    private static final EntryId OFFER = new EntryId(0x8000000000000001L, -2);
    private static final ConversationId CONVERSATION = new ConversationId(-3, 4);
    private static final Fingerprint PEER = Fingerprint.ofPublicKey(new byte[32]);
    private static final TransferId TRANSFER = TransferId.of(OFFER, PEER);
    private static final Instant WRITTEN = Instant.ofEpochMilli(1_700_000_000_123L);
    private static final OfferBody BODY = new OfferBody(2, 1L << 40, List.of("na'me", "Übung 🙂"), 1 << 20, 0, null);

    private TransferStore store;

    /// A new, empty store.
    protected abstract TransferStore newStore() throws Exception;

    /// The same store as another start of the program finds it.
    protected abstract TransferStore reopened() throws Exception;

    @BeforeEach
    void open() throws Exception {
        store = newStore();
    }

    private static StoredOffer offer(EntryId id, Instant written) {
        return new StoredOffer(id, CONVERSATION, PEER, written, true, false, BODY);
    }

    private static StoredTransfer transfer(TransferState state, FailureReason reason) {
        return new StoredTransfer(TRANSFER, OFFER, Direction.IN, PEER, TransferPhase.of(state, reason, true),
                new Acceptance("/some/where", WRITTEN, false), 1L << 41);
    }

    private static StoredFile file(long number, String partial) {
        return new StoredFile(number, "a/\"b\" \u0001", 1L << 50, WRITTEN.toEpochMilli(), 17, partial, "saved", false,
                Taken.EXECUTABLE);
    }

    @Test
    void whatIsKeptIsFoundAgainAfterARestart() throws Exception {
        store.saveOffer(offer(OFFER, WRITTEN));
        store.saveTransfer(transfer(TransferState.PAUSED, FailureReason.DISK_FULL));
        store.saveFiles(TRANSFER, List.of(file(0, "x"), file(1, "")));
        store.saveSources(OFFER, 0, List.of(new StoredSource("p", "/s", 5, 6, "(dev=1,ino=2)")));
        store.saveIdentity(OFFER, new byte[]{1, 2});
        store.saveManifestPages(OFFER, 2, List.of(new byte[]{6}, new byte[]{7}));
        store.saveHashPage(OFFER, 1, new byte[]{3, 4});
        store.saveHashPage(OFFER, 1, new byte[]{5});
        store = reopened();
        assertArrayEquals(new byte[]{3, 4}, store.hashPage(OFFER, 1), "the first word holds");
        assertArrayEquals(new byte[]{7}, store.manifestPage(OFFER, 3));
        assertEquals(offer(OFFER, WRITTEN), store.offer(OFFER));
        assertEquals(transfer(TransferState.PAUSED, FailureReason.DISK_FULL), store.transfer(TRANSFER));
        assertEquals(List.of(file(0, "x"), file(1, "")), store.files(TRANSFER, 0, 10));
        assertEquals(List.of(new StoredSource("p", "/s", 5, 6, "(dev=1,ino=2)")), store.sources(OFFER, 0, 10));
        assertArrayEquals(new byte[]{1, 2}, store.identity(OFFER));
    }

    @Test
    void pagesOfHashesThatAreForgottenAreGone() throws Exception {
        store.saveOffer(offer(OFFER, WRITTEN));
        store.saveHashPage(OFFER, 1, new byte[]{3, 4});
        store.forgetHashPages(OFFER);
        store = reopened();
        assertNull(store.hashPage(OFFER, 1));
    }

    @Test
    void anOfferIsKeptTogetherWithItsTransfer() throws Exception {
        store.saveOffered(offer(OFFER, WRITTEN), transfer(TransferState.OFFERED, null));
        store = reopened();
        assertEquals(offer(OFFER, WRITTEN), store.offer(OFFER));
        assertEquals(transfer(TransferState.OFFERED, null), store.transfer(TRANSFER));
    }

    @Test
    void whatIsNotThereIsNull() {
        assertNull(store.offer(OFFER));
        assertNull(store.transfer(TRANSFER));
        assertNull(store.identity(OFFER));
        assertNull(store.hashPage(OFFER, 1));
        assertEquals(List.of(), store.files(TRANSFER, 0, 10));
        assertEquals(List.of(), store.sources(OFFER, 0, 10));
        assertEquals(List.of(), store.openTransfers());
        assertEquals(List.of(), store.orphans());
    }

    @Test
    void anOfferThatIsKeptTwiceStaysAsItWas() {
        store.saveOffer(offer(OFFER, WRITTEN));
        store.withdraw(OFFER);
        store.saveOffer(offer(OFFER, WRITTEN.plusSeconds(1)));
        assertTrue(store.offer(OFFER).withdrawn());
        assertEquals(WRITTEN, store.offer(OFFER).written());
    }

    @Test
    void whatIsKeptUnderADraftIsTheOffersOnceItIsAdopted() throws Exception {
        EntryId draft = store.newDraft();
        EntryId dropped = store.newDraft();
        for (EntryId id : List.of(draft, dropped)) {
            store.saveSources(id, 0, List.of(new StoredSource("p", "/s", 5, 6, "")));
            store.saveManifestPages(id, 0, List.of(new byte[]{6}, new byte[]{7}));
        }
        store.saveOffer(offer(OFFER, WRITTEN));
        store.adopt(draft, OFFER);
        store.saveItems(OFFER, List.of("/s", "/t"));
        store.dropDraft(draft);
        store.dropDraft(dropped);
        store = reopened();
        store.dropDrafts();
        assertEquals(1, store.sources(OFFER, 0, 10).size());
        assertArrayEquals(new byte[]{6}, store.manifestPage(OFFER, 0));
        assertArrayEquals(new byte[]{7}, store.lastManifestPage(OFFER));
        assertEquals(List.of("/s", "/t"), store.items(OFFER, 10));
        assertEquals(List.of(), store.sources(dropped, 0, 10));
        assertNull(store.lastManifestPage(dropped));
        store.forgetBefore(WRITTEN.plusMillis(1));
        assertEquals(List.of(), store.sources(OFFER, 0, 10));
        assertNull(store.lastManifestPage(OFFER));
        assertEquals(List.of(), store.items(OFFER, 10));
    }

    @Test
    void anOfferGetsAnotherDateAndNoneIsFromTheFuture() throws Exception {
        EntryId early = EntryId.of(new byte[EntryId.BYTES]);
        store.saveOffer(offer(early, WRITTEN.minusSeconds(60)));
        store.saveOffer(offer(OFFER, WRITTEN.plusSeconds(60)));
        store.datesUpTo(WRITTEN);
        assertEquals(WRITTEN.minusSeconds(60), store.offer(early).written());
        assertEquals(WRITTEN, store.offer(OFFER).written());
        store.date(OFFER, WRITTEN.minusSeconds(5));
        store = reopened();
        assertEquals(WRITTEN.minusSeconds(5), store.offer(OFFER).written());
    }

    @Test
    void anotherChoiceForgetsWhichFilesTheOneBeforeLeftOut() throws Exception {
        store.saveOffer(offer(OFFER, WRITTEN));
        store.saveTransfer(transfer(TransferState.WAITING, null));
        store.saveFiles(TRANSFER, List.of(file(0, ""), file(1, "")));
        store.saveChoice(transfer(TransferState.WAITING, null), List.of("a"));
        store = reopened();
        assertEquals(List.of(), store.files(TRANSFER, 0, 10));
    }

    @Test
    void whatIsTakenAgainHasNothingOfItsFilesButTheNamesOfPartials() throws Exception {
        store.saveOffer(offer(OFFER, WRITTEN));
        store.saveTransfer(transfer(TransferState.FAILED, FailureReason.DECLINED));
        StoredFile leftOut = file(2, "").leftOut();
        store.saveFiles(TRANSFER, List.of(file(0, "x"), file(1, "").completed(), leftOut));
        store.beginAnew(TRANSFER, Set.of());
        store = reopened();
        StoredFile partial = file(0, "x").withKept(0).withSaved("");
        assertEquals(List.of(partial, file(1, "").withKept(0).withSaved(""), leftOut), store.files(TRANSFER, 0, 10));
        store.saveFiles(TRANSFER, List.of(file(1, "").lost(FailureReason.SOURCE_GONE)));
        store.beginAnew(TRANSFER, Set.of());
        assertEquals(List.of(), store.files(TRANSFER, 0, 10));
    }

    @Test
    void whatStandsOfATransferThatIsTakenAgainStaysHere() throws Exception {
        store.saveOffer(offer(OFFER, WRITTEN));
        store.saveTransfer(transfer(TransferState.FAILED, FailureReason.CANCELLED_BY_RECEIVER));
        List<StoredFile> whole = List.of(file(0, "").withSaved("a").completed(),
                file(1, "").withSaved("b").completed());
        store.saveFiles(TRANSFER, whole);
        store.beginAnew(TRANSFER, Set.of(1L));
        store = reopened();
        assertEquals(List.of(whole.getFirst().anew(), whole.getLast()), store.files(TRANSFER, 0, 10));
        store.saveFiles(TRANSFER, List.of(file(2, "").lost(FailureReason.SOURCE_GONE)));
        store.beginAnew(TRANSFER, Set.of(1L));
        assertEquals(List.of(), store.files(TRANSFER, 0, 10), "a file was lost");
    }

    @Test
    void theHiddenFolderOfATransferThatIsOverIsAnOrphanUntilForgotten() throws Exception {
        store.saveOffer(offer(OFFER, WRITTEN));
        store.saveTransfer(transfer(TransferState.WAITING, null));
        assertNull(store.hidden(TRANSFER));
        store.saveHidden(TRANSFER, new StoredHidden(".hidden", Stage.MADE));
        store.saveHidden(TRANSFER, new StoredHidden(".hidden", Stage.WHOLE));
        var second = new StoredTop(1, "b", "b (2)", false);
        store.saveTops(TRANSFER, List.of(new StoredTop(0, "a", "", false), new StoredTop(1, "b", "", false)));
        store.saveTops(TRANSFER, List.of(second));
        assertEquals(List.of(), store.choice(TRANSFER));
        store.saveChoice(transfer(TransferState.WAITING, null), List.of("a", "b", "c"));
        store.saveChoice(transfer(TransferState.WAITING, null), List.of("b/*", "a"));
        assertEquals(List.of(), store.orphanedFolders());
        store.saveTransfer(transfer(TransferState.FAILED, FailureReason.CANCELLED));
        store = reopened();
        assertEquals(new StoredHidden(".hidden", Stage.WHOLE), store.hidden(TRANSFER));
        assertEquals(List.of(second), store.tops(TRANSFER, 1, 10));
        assertEquals(List.of("b/*", "a"), store.choice(TRANSFER));
        assertEquals(List.of(new StoredPartial(TRANSFER, 0, "/some/where", ".hidden")), store.orphanedFolders());
        store.forgetBefore(WRITTEN.plusSeconds(1));
        assertEquals(offer(OFFER, WRITTEN), store.offer(OFFER), "its folder is to be removed first");
        store.forgetHidden(TRANSFER);
        assertEquals(List.of(), store.orphanedFolders());
        store.forgetBefore(WRITTEN.plusSeconds(1));
        assertNull(store.offer(OFFER));
        assertEquals(List.of(), store.tops(TRANSFER, 0, 10));
        assertEquals(List.of(), store.choice(TRANSFER));
    }

    @Test
    void openTransfersAreThoseThatAreNotOver() {
        store.saveOffer(offer(OFFER, WRITTEN));
        for (TransferState state : TransferState.values()) {
            store.saveTransfer(transfer(state, null));
            assertEquals(state.isOpen() ? List.of(transfer(state, null)) : List.of(), store.openTransfers());
            assertEquals(transfer(state, null), store.transfer(TRANSFER));
        }
    }

    @Test
    void filesAreReadInPagesByTheirNumber() {
        store.saveFiles(TRANSFER, List.of(file(2, ""), file(0, ""), file(1, "")));
        assertEquals(List.of(file(0, ""), file(1, "")), store.files(TRANSFER, 0, 2));
        assertEquals(List.of(file(2, "")), store.files(TRANSFER, 2, 2));
        store.saveFiles(TRANSFER, List.of(file(1, "new")));
        assertEquals(file(1, "new"), store.files(TRANSFER, 1, 1).getFirst());
    }

    @Test
    void partialsOfTransfersThatAreOverAreOrphansUntilForgotten() {
        store.saveOffer(offer(OFFER, WRITTEN));
        store.saveFiles(TRANSFER, List.of(file(0, "x"), file(1, "")));
        store.saveTransfer(transfer(TransferState.WAITING, null));
        assertEquals(List.of(), store.orphans());
        store.saveTransfer(transfer(TransferState.FAILED, FailureReason.CANCELLED));
        assertEquals(List.of(new StoredPartial(TRANSFER, 0, "/some/where", "x")), store.orphans());
        store.forgetPartial(TRANSFER, 0);
        assertEquals(List.of(), store.orphans());
    }

    @Test
    void oldOffersGoWithAllThatBelongsToThem() {
        store.saveOffer(offer(OFFER, WRITTEN));
        store.saveSources(OFFER, 0, List.of(new StoredSource("p", "/s", 5, 6, "")));
        store.saveTransfer(transfer(TransferState.DONE, null));
        store.saveFiles(TRANSFER, List.of(file(0, "")));
        store.saveHashPage(OFFER, 0, new byte[]{1});
        store.saveManifestPages(OFFER, 0, List.of(new byte[]{1}));
        store.forgetBefore(WRITTEN);
        assertEquals(offer(OFFER, WRITTEN), store.offer(OFFER));
        store.forgetBefore(WRITTEN.plusMillis(1));
        assertNull(store.offer(OFFER));
        assertNull(store.transfer(TRANSFER));
        assertEquals(List.of(), store.files(TRANSFER, 0, 1));
        assertEquals(List.of(), store.sources(OFFER, 0, 1));
        assertNull(store.hashPage(OFFER, 0));
        assertNull(store.manifestPage(OFFER, 0));
    }

    @Test
    void oldOffersStayWhileATransferIsOpenOrLeftAPartial() {
        store.saveOffer(offer(OFFER, WRITTEN));
        store.saveTransfer(transfer(TransferState.WAITING, null));
        store.forgetBefore(WRITTEN.plusSeconds(1));
        assertEquals(offer(OFFER, WRITTEN), store.offer(OFFER));
        store.saveTransfer(transfer(TransferState.FAILED, FailureReason.LOST));
        store.saveFiles(TRANSFER, List.of(file(0, "x")));
        store.forgetBefore(WRITTEN.plusSeconds(1));
        assertEquals(offer(OFFER, WRITTEN), store.offer(OFFER));
    }

    @Test
    void whoWasAcceptedByHandOnceIsRememberedWhenTheOfferIsForgotten() {
        store.saveOffer(offer(OFFER, WRITTEN));
        store.saveTransfer(transfer(TransferState.DONE, null));
        assertFalse(store.acceptedByHand(PEER));
        store.saveTransfer(
                new StoredTransfer(TRANSFER, OFFER, Direction.IN, PEER, new TransferPhase.Done(),
                        new Acceptance("", null, true), 0));
        store.forgetBefore(WRITTEN.plusSeconds(1));
        assertTrue(store.acceptedByHand(PEER));
        assertFalse(store.acceptedByHand(Fingerprint.ofPublicKey(ByteBuffer.allocate(32).putInt(1).array())));
    }
}
