package io.landline.filetransfer.partial;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.filetransfer.FakeStore;
import io.landline.filetransfer.OfferBody;
import io.landline.filetransfer.TransferId;
import io.landline.filetransfer.TransferStore.StoredFile;
import io.landline.filetransfer.TransferStore.Taken;
import io.landline.filetransfer.TransferStoreException;
import io.landline.peer.Fingerprint;
import io.landline.room.EntryId;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class PartialFileTest {
    private static final int CHUNK = OfferBody.CHUNK_BYTES_MIN;
    private static final TransferId TRANSFER = TransferId.of(new EntryId(1, 2),
            Fingerprint.of(new byte[Fingerprint.BYTES]));

    private final FakeStore store = new FakeStore();
    private final VerifiedChunks known = new VerifiedChunks();

    @TempDir
    private Path downloads;

    private LooseFile file(StoredFile stored) throws IOException {
        return new LooseFile(store, TRANSFER, DownloadFolder.open(downloads), stored, CHUNK, known, false);
    }

    private LooseFile fresh() throws IOException {
        return file(new StoredFile(0, "film", 3L * CHUNK, 0, 0, "", "", false, Taken.PLAIN));
    }

    private static BitSet chunks(int count) {
        var chunks = new BitSet();
        chunks.set(0, count);
        return chunks;
    }

    private Path partial() throws IOException {
        try (var all = Files.list(downloads)) {
            return all.findFirst().orElseThrow();
        }
    }

    @Test
    void aPartialThatCannotBeOpenedAgainIsClosed() throws IOException {
        LooseFile before = fresh();
        assertTrue(before.open());
        before.write(0, ByteBuffer.allocate(CHUNK));
        before.note(1);
        before.leave(chunks(1));
        Files.write(partial(), new byte[1]); // less than was noted
        LooseFile again = file(before.stored());
        store.failAfter(0);
        assertThrows(TransferStoreException.class, again::open);
        FileChannel left = again.channel();
        assertFalse(left.isOpen());
    }

    /// 200 GB: no number of its bytes fits 32 bits, and nothing but the chunk at hand is in memory.
    @Test
    @DisabledOnOs(OS.WINDOWS) // it writes what lies before
    void h73_theLastChunkOfAVeryLargeFileStandsAtItsPlace() throws IOException {
        long bytes = 200_000_000_000L;
        LooseFile file = file(new StoredFile(0, "film", bytes, 0, 0, "", "", false, Taken.PLAIN));
        assertTrue(file.open());
        int last = file.chunks().count() - 1;
        assertEquals(3_051_757, last);
        var end = new byte[(int) (bytes - last * (long) CHUNK)];
        end[end.length - 1] = 7;
        assertEquals(end.length, file.bytesAdded(last));
        file.write(last, ByteBuffer.wrap(end));
        assertEquals(bytes, Files.size(partial()));
        file.note(file.chunks().count());
        file.leave(new BitSet());
        LooseFile again = file(file.stored());
        assertTrue(again.open());
        var read = new byte[CHUNK];
        assertEquals(end.length, again.read(last, read));
        assertEquals(7, read[end.length - 1]);
        again.close();
    }

    /// Writes one chunk and a part of the next, and says what of it the next use finds verified.
    static final class Fills {
        private Fills() {}

        static void main(String[] arguments) throws IOException {
            var test = new PartialFileTest();
            test.downloads = Path.of(arguments[0]);
            LooseFile file = test.fresh();
            file.open();
            file.write(0, ByteBuffer.allocate(CHUNK));
            assertThrows(IOException.class, () -> file.write(1, ByteBuffer.allocate(CHUNK)));
            file.noteAnywhere();
            file.leave(chunks(1));
            LooseFile again = test.file(file.stored());
            again.open();
            System.out.print(Files.size(test.partial()) + " bytes, verified: " + again.proven());
        }
    }

    /// As on a full disk: one chunk and a quarter of the next fit.
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void whatWasVerifiedBeforeAWriteFailedHalfWayIsNotReadAgain() throws Exception {
        int bytesMax = CHUNK + CHUNK / 4;
        Process filling = new ProcessBuilder("sh", "-c", "ulimit -f " + bytesMax / 512 + "; exec \"$0\" \"$@\"",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData", "-cp", System.getProperty("java.class.path"), Fills.class.getName(),
                downloads.toString()).redirectErrorStream(true).start();
        assertEquals(bytesMax + " bytes, verified: {0}", new String(filling.getInputStream().readAllBytes(), UTF_8));
        assertEquals(0, filling.waitFor());
    }
}
