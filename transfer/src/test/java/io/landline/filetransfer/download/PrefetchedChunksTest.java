package io.landline.filetransfer.download;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.filetransfer.TransferId;
import io.landline.filetransfer.TransferStore;
import io.landline.filetransfer.TransferStore.StoredFile;
import io.landline.filetransfer.chunk.RangeFrame;
import io.landline.frame.MalformedFrameException;
import io.landline.session.core.BulkInMemory;
import io.landline.swarm.ChunkSpan;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PrefetchedChunksTest {
    private static final int CHUNK_BYTES = 1024 * 1024;
    private static final int SMALL = PrefetchedChunks.FILE_BYTES_MAX;
    private static final Runnable NOBODY_WAITS = () -> {
        throw new AssertionError("nobody waits");
    };

    private final BulkInMemory line = new BulkInMemory();
    private final PrefetchedChunks prefetched = new PrefetchedChunks(new TransferId(7), line);

    private List<List<ChunkSpan>> asked() throws MalformedFrameException {
        var asked = new ArrayList<List<ChunkSpan>>();
        for (byte[] body : line.sent()) asked.add(RangeFrame.received(ByteBuffer.wrap(body)).runs());
        return asked;
    }

    private static StoredFile file(long number, long bytes) {
        return new StoredFile(number, "f" + number, bytes, 0, 0, "", "", false, TransferStore.Taken.PLAIN);
    }

    private static List<StoredFile> files(long... bytes) {
        return LongStream.range(0, bytes.length).mapToObj(n -> file(n, bytes[(int) n])).toList();
    }

    private static List<StoredFile> small(int count) {
        return LongStream.range(0, count).mapToObj(n -> file(n, 1)).toList();
    }

    @Test
    void smallFilesAreAskedForTogetherAndALargerOneEndsTheRun() throws Exception {
        assertEquals(List.of(new ChunkSpan(0, 2)), prefetched.ask(files(1, SMALL, SMALL + 1, 1), 0, 0, CHUNK_BYTES));
        assertEquals(List.of(List.of(new ChunkSpan(0, 2))), asked());
    }

    @Test
    void anEmptyFileHasAChunkThatDoesNotTravel() throws Exception {
        prefetched.ask(files(1, 0, 1), 0, 0, CHUNK_BYTES);
        assertEquals(List.of(List.of(new ChunkSpan(0, 1), new ChunkSpan(2, 1))), asked());
    }

    @Test
    void asManyAsThereIsRoomForAndMoreOnceHalfWasTaken() throws Exception {
        List<StoredFile> files = small(2 * PrefetchedChunks.FILES_MAX);
        assertEquals(List.of(new ChunkSpan(0, PrefetchedChunks.FILES_MAX)), prefetched.ask(files, 0, 0, CHUNK_BYTES));
        int half = PrefetchedChunks.FILES_MAX / 2;
        assertEquals(List.of(), prefetched.ask(files, half - 1, half - 1, CHUNK_BYTES));
        List<ChunkSpan> more = List.of(new ChunkSpan(PrefetchedChunks.FILES_MAX, half));
        assertEquals(more, prefetched.ask(files, half, half, CHUNK_BYTES));
        assertEquals(more, asked().getLast());
    }

    @Test
    void whatComesIsTakenOnceByItsFile() throws Exception {
        prefetched.ask(files(2, 2), 0, 0, CHUNK_BYTES);
        assertTrue(prefetched.arriving(1, ByteBuffer.wrap(new byte[]{1, 2}), NOBODY_WAITS));
        assertTrue(prefetched.holds(0) && prefetched.holds(1));
        assertArrayEquals(new byte[]{1, 2}, prefetched.take(1));
        assertNull(prefetched.take(1));
        assertFalse(prefetched.holds(1));
        assertFalse(prefetched.arriving(1, ByteBuffer.wrap(new byte[]{1, 2}), NOBODY_WAITS), "it came before");
    }

    @Test
    void whoWaitsIsToldWhenItsChunkComes() throws Exception {
        var told = new AtomicInteger();
        prefetched.ask(files(1, 1), 0, 0, CHUNK_BYTES);
        assertNull(prefetched.take(0));
        prefetched.arriving(1, ByteBuffer.wrap(new byte[1]), told::incrementAndGet);
        assertEquals(0, told.get());
        prefetched.arriving(0, ByteBuffer.wrap(new byte[1]), told::incrementAndGet);
        assertEquals(1, told.get());
    }

    @Test
    void aChunkOfAnotherLengthBreaksTheProtocol() throws Exception {
        prefetched.ask(files(2), 0, 0, CHUNK_BYTES);
        assertThrows(MalformedFrameException.class,
                () -> prefetched.arriving(0, ByteBuffer.wrap(new byte[3]), NOBODY_WAITS));
    }

    @Test
    void whatNobodyAskedForIsNotTakenIn() throws Exception {
        assertFalse(prefetched.arriving(0, ByteBuffer.wrap(new byte[1]), NOBODY_WAITS));
        prefetched.ask(files(1, 1), 0, 0, CHUNK_BYTES);
        prefetched.ask(files(1, 1), 1, 1, CHUNK_BYTES);
        assertFalse(prefetched.holds(0), "its turn is over");
    }
}
