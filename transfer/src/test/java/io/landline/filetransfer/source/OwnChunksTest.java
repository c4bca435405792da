package io.landline.filetransfer.source;

import static java.nio.charset.StandardCharsets.UTF_8;
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
import java.io.RandomAccessFile;
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
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
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
        offer(store, first, Files.writeString(folder.resolve("second"), "two!"));
    }

    private void offer(FakeStore in, Path... files) throws Exception {
        NewOffer newOffer = NewOffer.of(FilesToSend.of(List.of(files)), PrivateFiles.NONE, in);
        Identity self = Identity.generate();
        var offer = new StoredOffer(OFFER, new ConversationId(1, 1), self.fingerprint(), Instant.EPOCH, true, false,
                newOffer.body());
        in.saveOffer(offer);
        in.adopt(newOffer.draft(), OFFER);
        var session = new SessionInMemory(1, null);
        upload = new Upload(TransferId.of(OFFER, session.peer()), session, new OwnPages(self, offer, in),
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

    /// 200 GB: no number of its bytes fits 32 bits, and nothing but the chunk at hand is in memory.
    @Test
    @DisabledOnOs(OS.WINDOWS) // it writes what lies before
    void h73_theLastChunkOfAVeryLargeFileIsReadAtItsPlace() throws Exception {
        Path large = folder.resolve("large");
        try (var file = new RandomAccessFile(large.toFile(), "rw")) {
            file.setLength(200_000_000_000L);
            file.seek(file.length() - 4);
            file.writeBytes("end!");
        }
        offer(new FakeStore(), large);
        int last = 190_734;
        int length = chunks.read(last, buffer);
        assertEquals((int) (200_000_000_000L - last * 1_048_576L), length);
        assertEquals("end!", new String(buffer, length - 4, 4, UTF_8));
        assertEquals(ChunkSource.NO_CHUNK, chunks.read(last + 1, buffer));
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
