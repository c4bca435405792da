package io.landline.filetransfer.partial;

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
}
