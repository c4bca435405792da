package io.landline.filetransfer.download;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.filetransfer.Choice;
import io.landline.filetransfer.FakeStore;
import io.landline.filetransfer.OfferBody;
import io.landline.filetransfer.TransferId;
import io.landline.filetransfer.TransferPhase;
import io.landline.filetransfer.TransferState;
import io.landline.filetransfer.TransferStore;
import io.landline.filetransfer.TransferStore.Acceptance;
import io.landline.filetransfer.TransferStore.StoredFile;
import io.landline.filetransfer.TransferStore.StoredOffer;
import io.landline.filetransfer.TransferStore.StoredTransfer;
import io.landline.filetransfer.chunk.ChunkQueue;
import io.landline.filetransfer.chunk.HashPage;
import io.landline.filetransfer.chunk.OfferChunks;
import io.landline.filetransfer.partial.DiskSpace;
import io.landline.filetransfer.partial.DownloadFolder;
import io.landline.filetransfer.partial.ReceivedFolders;
import io.landline.filetransfer.partial.VerifiedChunks;
import io.landline.identity.Identity;
import io.landline.peer.Direction;
import io.landline.peer.Fingerprint;
import io.landline.peer.Sha256;
import io.landline.room.ConversationId;
import io.landline.room.EntryId;
import io.landline.swarm.ChunkSet;
import io.landline.swarm.ChunkSpan;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An offer of one file, which is one chunk.
class SwarmReceptionTest {
    private static final int CHUNK = OfferBody.CHUNK_BYTES_MIN;
    private static final EntryId OFFER = new EntryId(1, 2);
    private static final byte[] CONTENT = {7};

    @TempDir
    private Path downloads;

    private final Identity author = Identity.generate();
    private final TransferId transfer = TransferId.of(OFFER, author.fingerprint());
    private final FakeStore store = new FakeStore();
    private final ChunkQueue queue = new ChunkQueue(CHUNK);
    private final ArrayDeque<Runnable> posted = new ArrayDeque<>();
    private final VerifiedChunks verified = new VerifiedChunks();
    private StoredOffer offer;
    private long nanos;

    @BeforeEach
    void offer() {
        offer = new StoredOffer(OFFER, new ConversationId(3, 4), author.fingerprint(), Instant.EPOCH, true, false,
                new OfferBody(1, 1, List.of("a.txt"), CHUNK, 0, null));
        store.saveFiles(transfer,
                List.of(new StoredFile(0, "a.txt", 1, 0, 0, "", "", false, TransferStore.Taken.PLAIN)));
    }

    private OfferPartials.Place place() throws IOException {
        var chunks = new OfferChunks.Builder(CHUNK, 1);
        chunks.add(1);
        var accepted = new StoredTransfer(transfer, OFFER, Direction.IN, author.fingerprint(),
                TransferPhase.of(TransferState.RUNNING, null, true),
                new Acceptance(downloads.toString(), Instant.EPOCH, false), 0);
        var folders = new ReceivedFolders(store, accepted, offer, DownloadFolder.open(downloads), verified, Choice.ALL);
        return new OfferPartials.Place(transfer, store, folders, chunks.build(), CHUNK, 1, verified, new ChunkSet(1));
    }

    private SwarmReception reception(Checkpoints checkpoints) throws Exception {
        var known = new KnownPages(offer, store, 1);
        known.add(HashPage.signed(author, OFFER, 0, Sha256.of(CONTENT)));
        DiskSpace.Reservation reservation = new DiskSpace(DiskSpace.REAL).reserve(downloads);
        var around = new DownloadContext(queue, posted::add, new BytesHere(0), reservation,
                new DiskWatch(reservation), new LostAtAuthor(1), () -> false, _ -> {});
        return new SwarmReception(new SwarmReception.SwarmContext(around, known, new Link()), place(), checkpoints);
    }

    /// While a chunk is verified the thread of checkpoints goes on.
    private final class Link implements SwarmLink {
        @Override
        public void start(OfferChunks chunks, ChunkSet held, ChunkSet unwanted, ChunkSet unread) {}

        @Override
        public void found(ChunkSpan chunks) {}

        @Override
        public boolean arriving(Fingerprint from, int chunk) {
            return true;
        }

        @Override
        public void verified(Fingerprint from, int chunk) {
            while (!posted.isEmpty()) posted.removeFirst().run();
        }

        @Override
        public void lost(int chunk) {}

        @Override
        public void givenUp(ChunkSpan chunks) {}

        @Override
        public void whileNobodyReads(Move move) throws IOException {
            move.run();
        }

        @Override
        public void wrong(Fingerprint from, int chunk) {}

        @Override
        public void wantPages(List<Integer> pages) {}

        @Override
        public Fingerprint author() {
            return author.fingerprint();
        }
    }

    private void receive(Checkpoints checkpoints) throws Exception {
        SwarmReception reception = reception(checkpoints);
        queue.put(author.fingerprint(), 0, ByteBuffer.wrap(CONTENT));
        reception.receiveAll();
    }

    @Test
    void aFileOfWhichTheLastChunkCameGetsItsName() throws Exception {
        receive(new Checkpoints(posted::add, () -> nanos));
        assertEquals(List.of("a.txt"), names());
    }

    /// The system may tell of a failed force only once: the next one looks as if all were on the disk.
    @Test
    void noFileGetsItsNameWhereAForceFailedThatWasUnderWay() throws Exception {
        var checkpoints = new Checkpoints(posted::add, () -> nanos);
        nanos += Checkpoints.INTERVAL.toNanos();
        checkpoints.beginIfDue(() -> () -> {
            throw new IOException("on purpose");
        });
        assertThrows(IOException.class, () -> receive(checkpoints));
        assertTrue(names().stream().noneMatch("a.txt"::equals), names()::toString);
    }

    private List<String> names() throws IOException {
        try (var all = Files.list(downloads)) {
            return all.map(each -> each.getFileName().toString()).toList();
        }
    }
}
