package io.landline.storage.transfers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.landline.filetransfer.Choice;
import io.landline.filetransfer.FailureReason;
import io.landline.filetransfer.OfferBody;
import io.landline.filetransfer.TransferId;
import io.landline.filetransfer.TransferPhase;
import io.landline.filetransfer.TransferState;
import io.landline.filetransfer.TransferStore;
import io.landline.filetransfer.TransferStore.Acceptance;
import io.landline.filetransfer.TransferStore.StoredFile;
import io.landline.filetransfer.TransferStore.StoredOffer;
import io.landline.filetransfer.TransferStore.StoredSource;
import io.landline.filetransfer.TransferStore.StoredTransfer;
import io.landline.peer.Direction;
import io.landline.peer.Fingerprint;
import io.landline.room.ConversationId;
import io.landline.room.EntryId;
import io.landline.storage.database.DatabaseTest;
import io.landline.storage.transfers.TransferHistory.Past;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TransferHistoryTest extends DatabaseTest {
    private static final Fingerprint MAX = Fingerprint.ofPublicKey(new byte[32]);
    private static final OfferBody BODY = new OfferBody(2, 10, List.of("a", "b"), OfferBody.CHUNK_BYTES_MIN, 0, null);

    /// In no path of any system.
    private static final String UNSPELLABLE = "a\0b";

    private SqliteTransfers store;
    private TransferHistory history;

    @BeforeEach
    void open() {
        store = new SqliteTransfers(database);
        history = new TransferHistory(database);
    }

    private TransferId save(int offer, int written, Direction direction, TransferState state,
            @Nullable FailureReason reason) {
        var id = new EntryId(0, offer);
        store.saveOffer(new StoredOffer(id, new ConversationId(1, 2), MAX, Instant.ofEpochSecond(written), true,
                false, BODY));
        TransferId transfer = TransferId.of(id, MAX);
        store.saveTransfer(
                new StoredTransfer(transfer, id, direction, MAX, TransferPhase.of(state, reason, false),
                        new Acceptance(folder.toString(), null, false), 0));
        return transfer;
    }

    private List<Long> recent(int overMax) {
        return history.recent(overMax, 10).stream().map(past -> past.offer().id().low()).toList();
    }

    @Test
    void openOnesAreAllThereAndOfTheOthersTheNewestAndTheNewestOfferIsFirst() {
        save(1, 10, Direction.IN, TransferState.OFFERED, null);
        save(2, 40, Direction.IN, TransferState.DONE, null);
        save(3, 20, Direction.OUT, TransferState.FAILED, FailureReason.DECLINED);
        save(4, 30, Direction.OUT, TransferState.RUNNING, null);
        save(5, 15, Direction.IN, TransferState.DONE, null);
        assertEquals(List.of(2L, 4L, 3L, 5L, 1L), recent(10));
        assertEquals(List.of(2L, 4L, 3L, 1L), recent(2));
        assertEquals(List.of(4L, 1L), recent(0));
    }

    @Test
    void filesThatArrivedStandWhereTheyWereSaved() {
        TransferId transfer = save(1, 10, Direction.IN, TransferState.DONE, null);
        store.saveFiles(transfer,
                List.of(new StoredFile(0, "../a", 5, 0, 1, "", "a (2)", true, TransferStore.Taken.PLAIN),
                        new StoredFile(1, "b", 5, 0, 1, "", "b", true, TransferStore.Taken.PLAIN)));
        Past past = history.recent(10, 10).getFirst();
        assertEquals(List.of(folder.resolve("a (2)"), folder.resolve("b")), past.paths());
        assertEquals(List.of(folder.resolve("a (2)")),
                history.ofOffers(List.of(past.offer().id()), 1).getFirst().paths());
    }

    @Test
    void ofFilesOnTheirWayThereIsNoPath() {
        TransferId transfer = save(1, 10, Direction.IN, TransferState.RUNNING, null);
        store.saveFiles(transfer, List.of(new StoredFile(0, "a", 5, 0, 1, "", "a", true, TransferStore.Taken.PLAIN)));
        assertEquals(List.of(), history.recent(10, 10).getFirst().paths());
    }

    @Test
    void asMuchOfAnIncomingOneIsHereAsItsFilesTell() {
        TransferId transfer = save(1, 10, Direction.IN, TransferState.RUNNING, null);
        assertEquals(0, history.keptBytes(history.recent(10, 10).getFirst()));
        int chunk = OfferBody.CHUNK_BYTES_MIN;
        var begun = new StoredFile(0, "a", 9L * chunk, 0, 4, "", "", false, TransferStore.Taken.PLAIN);
        store.saveFiles(transfer, List.of(begun,
                new StoredFile(1, "b", chunk + 1, 0, 2, "", "", false, TransferStore.Taken.PLAIN),
                new StoredFile(2, "c", 7, 0, 1, "", "c", true, TransferStore.Taken.EXECUTABLE),
                new StoredFile(3, "d", 7, 0, 0, "", "", false, TransferStore.Taken.PLAIN).leftOut(),
                begun.lost(FailureReason.SOURCE_GONE)));
        long kept = chunk + 1 + 7;
        assertEquals(kept, history.keptBytes(history.recent(10, 10).getFirst()));
        store.saveFiles(transfer, List.of(begun));
        assertEquals(kept + 4L * chunk, history.keptBytes(history.recent(10, 10).getFirst()));
        assertEquals(kept + 4L * chunk, store.keptBytes(transfer, chunk));
    }

    /// Files in no folder got their names when they were whole, and keep them. All else was removed.
    @Test
    void ofOneThatFailedTheFilesThatWereWholeAreHere() {
        TransferId transfer = save(1, 10, Direction.IN, TransferState.FAILED, FailureReason.CANCELLED_BY_RECEIVER);
        int chunk = OfferBody.CHUNK_BYTES_MIN;
        var whole = new StoredFile(0, "a", 7, 0, 1, "", "a", true, TransferStore.Taken.PLAIN);
        store.saveFiles(transfer, List.of(whole,
                new StoredFile(1, "b", 9L * chunk, 0, 4, "", "", false, TransferStore.Taken.PLAIN),
                new StoredFile(2, "c/d", 50, 0, 1, "", "c/d", true, TransferStore.Taken.PLAIN),
                new StoredFile(3, "e", 70, 0, 0, "", "", false, TransferStore.Taken.PLAIN).leftOut()));
        assertEquals(7, history.recent(10, 10).getFirst().transfer().bytes());
        store.beginAnew(transfer, Set.of());
        assertEquals(0, history.recent(10, 10).getFirst().transfer().bytes());
    }

    /// The rest takes the rows of the files, and another downloads folder may be chosen by then.
    @Test
    void ofAPartOfWhichTheRestFailedWhatCameAtFirstIsHereUntilTheOfferIsForgotten() {
        TransferId id = save(1, 10, Direction.IN, TransferState.DONE, null);
        var first = new StoredFile(0, "a", 7, 0, 1, "", "a (2)", true, TransferStore.Taken.PLAIN);
        var other = new StoredFile(1, "b", 3, 0, 0, "", "", false, TransferStore.Taken.PLAIN);
        store.saveFiles(id, List.of(first, other.leftOut()));
        StoredTransfer rest = store.transfer(id).withPhase(new TransferPhase.Waiting());
        store.saveChoice(rest.into(folder.resolve("elsewhere").toString()), List.of(Choice.REST, "a"));
        assertEquals(TransferState.WAITING, history.recent(10, 10).getFirst().transfer().state());
        store.saveTransfer(rest.withPhase(new TransferPhase.Failed(FailureReason.LOST)));
        Past past = history.recent(10, 10).getFirst();
        assertEquals(TransferState.DONE, past.transfer().state());
        assertEquals(List.of(folder.resolve("a (2)")), past.paths());
        assertEquals(new TransferHistory.Part(1, 7, false), past.part());
        assertEquals(FailureReason.LOST, past.restFailed());
        store.saveFiles(id, List.of(first.leftOut(), other.withSaved("b").completed()));
        store.saveTransfer(rest.withPhase(new TransferPhase.Done()));
        assertEquals(new TransferHistory.Part(1, 3, true), history.recent(10, 10).getFirst().part());
        store.forgetBefore(Instant.ofEpochSecond(11));
        save(1, 10, Direction.IN, TransferState.FAILED, FailureReason.LOST);
        assertEquals(TransferState.FAILED, history.recent(10, 10).getFirst().transfer().state());
    }

    @Test
    void ofASentFolderTheTopFolderAloneIsToldAndOfFilesEach() {
        save(1, 10, Direction.OUT, TransferState.OFFERED, null);
        Path holiday = folder.resolve("holiday");
        store.saveSources(new EntryId(0, 1), 0,
                List.of(new StoredSource("holiday/one.jpg", holiday.resolve("one.jpg").toString(), 1, 0, ""),
                        new StoredSource("holiday/beach/two.jpg",
                                holiday.resolve("beach").resolve("two.jpg").toString(), 1, 0, ""),
                        new StoredSource("note.txt", folder.resolve("note.txt").toString(), 1, 0, "")));
        assertEquals(List.of(holiday, folder.resolve("note.txt")), history.recent(10, 10).getFirst().paths());
    }

    @Test
    void anOfferWithoutTransfersHasNone() {
        assertEquals(List.of(), history.ofOffers(List.of(new EntryId(7, 7)), 10));
    }

    /// As Windows cannot spell a colon that Linux has in a name, where a profile is carried on a stick. The history was
    /// taken for damaged, at each start anew.
    @Test
    void whatThisSystemCannotSpellIsLeftOutAndIsNoDamage() {
        var isDamaged = new AtomicBoolean();
        database.whenDamaged(() -> isDamaged.set(true));
        save(1, 10, Direction.OUT, TransferState.OFFERED, null);
        save(2, 20, Direction.OUT, TransferState.OFFERED, null);
        TransferId received = save(3, 30, Direction.IN, TransferState.DONE, null);
        Path note = folder.resolve("note.txt");
        store.saveItems(new EntryId(0, 1), List.of("/photos" + UNSPELLABLE, note.toString()));
        store.saveSources(new EntryId(0, 2), 0, List.of(new StoredSource("a", "/" + UNSPELLABLE, 1, 0, ""),
                new StoredSource("note.txt", note.toString(), 1, 0, "")));
        store.saveFiles(received,
                List.of(new StoredFile(0, "a", 5, 0, 1, "", UNSPELLABLE, true, TransferStore.Taken.PLAIN),
                        new StoredFile(1, "b", 5, 0, 1, "", "note.txt", true, TransferStore.Taken.PLAIN)));
        assertEquals(List.of(List.of(note), List.of(note), List.of(note)),
                history.recent(10, 10).stream().map(Past::paths).toList());
        assertFalse(isDamaged.get());
    }
}
