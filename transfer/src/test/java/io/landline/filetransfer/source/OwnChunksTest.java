package io.landline.filetransfer.source;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.landline.filetransfer.FailureReason;
import io.landline.filetransfer.FakeStore;
import io.landline.filetransfer.FilesToSend;
import io.landline.filetransfer.PrivateFiles;
import io.landline.filetransfer.TransferId;
import io.landline.filetransfer.TransferStore.StoredOffer;
import io.landline.filetransfer.chunk.ChunkLayout;
import io.landline.filetransfer.chunk.ChunkSource;
import io.landline.identity.Identity;
import io.landline.room.ConversationId;
import io.landline.room.EntryId;
import io.landline.session.core.SessionInMemory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a receiver in a swarm gets of our own files.
class OwnChunksTest {
    private static final EntryId OFFER = new EntryId(1, 2);

    private static final long PATIENCE_SECONDS = 30;
    private static final Executor ITS_OWN = work -> Thread.ofPlatform().daemon().start(work);

    @TempDir
    Path folder;

    private final FakeStore store = new FakeStore();
    private final List<String> lost = new ArrayList<>();
    private final byte[] buffer = new byte[ChunkLayout.BYTES_MAX];
    private Path first;
    private Upload upload;
    private OwnChunks chunks;

    @BeforeEach
    void offer() throws Exception {
        first = Files.writeString(folder.resolve("first"), "one");
        Path second = Files.writeString(folder.resolve("second"), "two!");
        NewOffer newOffer = NewOffer.of(FilesToSend.of(List.of(first, second)), PrivateFiles.NONE, store);
        Identity self = Identity.generate();
        var offer = new StoredOffer(OFFER, new ConversationId(1, 1), self.fingerprint(), Instant.EPOCH, true, false,
                newOffer.body());
        store.saveOffer(offer);
        store.adopt(newOffer.draft(), OFFER);
        var session = new SessionInMemory(1, null);
        upload = new Upload(TransferId.of(OFFER, session.peer()), session, new OwnPages(self, offer, store),
                new SentChunks(0));
        chunks = new OwnChunks(upload, (of, file) -> lost.add(of.id() + " " + file.number() + " " + file.reason()));
    }

    @Test
    void eachChunkIsReadAndThereAreNoOthers() {
        assertRead("two!", 1);
        assertRead("one", 0);
        assertEquals(ChunkSource.NO_CHUNK, chunks.read(2, buffer));
        assertEquals(List.of(), lost);
    }

    @Test
    void aFileThatHasGoneIsToldAndCostsTheOthersNothing() throws Exception {
        Files.delete(first);
        assertEquals(ChunkSource.NO_CHUNK, chunks.read(0, buffer));
        assertEquals(List.of(upload.id() + " 0 " + FailureReason.SOURCE_GONE), lost);
        assertEquals(ChunkSource.NO_CHUNK, chunks.read(0, buffer));
        assertEquals(1, lost.size());
        assertRead("two!", 1);
    }

    @Test
    void aFileThatChangedIsTold() throws Exception {
        Files.writeString(first, "one and more");
        assertEquals(ChunkSource.NO_CHUNK, chunks.read(0, buffer));
        assertEquals(List.of(upload.id() + " 0 " + FailureReason.SOURCE_CHANGED), lost);
    }

    @Test
    void nothingIsReadOfAnUploadThatHasEnded() {
        upload.end();
        assertEquals(ChunkSource.NO_CHUNK, chunks.read(0, buffer));
        assertEquals(List.of(), lost);
    }

    /// A disk may take long to read, or hang. Who ends the upload waits for no disk.
    @Test
    void anUploadEndsWhileItIsRead() throws Exception {
        var reads = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        store.sourcesListed = () -> {
            reads.countDown();
            try {
                goOn.await();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        };
        CompletableFuture<Integer> read = CompletableFuture.supplyAsync(() -> chunks.read(0, buffer), ITS_OWN);
        reads.await();
        CompletableFuture<Void> end = CompletableFuture.runAsync(upload::end, ITS_OWN);
        try {
            end.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } finally {
            goOn.countDown();
        }
        read.get();
        assertEquals(ChunkSource.NO_CHUNK, chunks.read(0, buffer));
    }

    private void assertRead(String text, int chunk) {
        int length = chunks.read(chunk, buffer);
        assertArrayEquals(text.getBytes(), Arrays.copyOf(buffer, Math.max(0, length)));
    }
}
