package io.landline.filetransfer.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.landline.filetransfer.FailureReason;
import io.landline.filetransfer.FakeStore;
import io.landline.filetransfer.OfferBody;
import io.landline.filetransfer.TransferId;
import io.landline.filetransfer.TransferStore;
import io.landline.filetransfer.TransferStore.StoredFile;
import io.landline.filetransfer.chunk.HashPage;
import io.landline.identity.Identity;
import io.landline.peer.Sha256;
import io.landline.room.EntryId;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/// What a receipt for files that were handed in says of them.
class ReceivedFilesTest {
    private static final EntryId OFFER = new EntryId(1, 2);
    private static final int CHUNK = OfferBody.CHUNK_BYTES_MIN;
    /// More than one read of the store, and more than one page of hashes.
    private static final int FILES = 600;

    private final FakeStore store = new FakeStore();
    private final Identity author = Identity.generate();
    private final TransferId transfer = TransferId.of(OFFER, Identity.generate().fingerprint());
    private final OfferBody body = new OfferBody(FILES, 0, List.of("a"), CHUNK, 0, null);

    /// Each file has two chunks, the second of one byte.
    private static StoredFile file(long number) {
        return new StoredFile(number, "f" + number, CHUNK + 1, 0, 2, "", "f" + number, true, TransferStore.Taken.PLAIN);
    }

    private void keep(int count, UnaryOperator<StoredFile> as) {
        var files = new ArrayList<StoredFile>();
        for (int number = 0; number < count; number++) files.add(as.apply(file(number)));
        store.saveFiles(transfer, files);
    }

    /// Pages of the hashes 0, 1, 2 and so on.
    private byte[] keepPages(int chunks) {
        var digest = Sha256.digest();
        for (int page = 0; page < HashPage.pages(chunks); page++) {
            int first = HashPage.first(page);
            ByteBuffer hashes = ByteBuffer.allocate((HashPage.end(page, chunks) - first) * Sha256.BYTES);
            while (hashes.hasRemaining()) hashes.putLong(0).putLong(0).putLong(1).putLong(first + hashes.position());
            digest.update(hashes.array());
            store.saveHashPage(OFFER, page, HashPage.signed(author, OFFER, page, hashes.array()).bytes());
        }
        return digest.digest();
    }

    private ReceivedFiles taken() {
        return ReceivedFiles.of(store, transfer, OFFER, body);
    }

    @Test
    void ofAWholeOfferTheHashesOfAllChunksStandForIt() {
        keep(FILES, file -> file);
        byte[] root = keepPages(2 * FILES);
        assertEquals(new ReceivedFiles((long) FILES * (CHUNK + 1), HexFormat.of().formatHex(root)), taken());
    }

    /// As many files as one read of the store brings.
    @Test
    void aFullReadIsFollowedByAnother() {
        keep(512, file -> file);
        byte[] root = keepPages(2 * 512);
        assertEquals(new ReceivedFiles(512L * (CHUNK + 1), HexFormat.of().formatHex(root)), taken());
    }

    @Test
    void ofAPartOnlyItsBytesAreKnown() {
        keep(FILES, file -> file.number() % 3 == 0 ? file : file.leftOut());
        keepPages(2 * FILES);
        assertEquals(new ReceivedFiles(200L * (CHUNK + 1), null), taken());
    }

    @Test
    void whatItsAuthorCouldNotGiveDoesNotCount() {
        keep(FILES, file -> file.number() == 599 ? file.lost(FailureReason.SOURCE_GONE) : file);
        keepPages(2 * FILES);
        assertEquals(new ReceivedFiles(599L * (CHUNK + 1), null), taken());
    }

    @Test
    void whereAPageIsMissingNothingStandsForTheWhole() {
        keep(FILES, file -> file);
        keepPages(2 * FILES - HashPage.CHUNKS);
        assertEquals((long) FILES * (CHUNK + 1), taken().bytes());
        assertNull(taken().root());
    }

    @Test
    void anOfferOfFoldersAloneHasNoBytesAndNoHash() {
        assertEquals(new ReceivedFiles(0, null), taken());
        keep(1, _ -> new StoredFile(0, "empty", 0, 0, 1, "", "empty", true, TransferStore.Taken.PLAIN));
        keepPages(1);
        assertNotNull(taken().root(), "an empty file has a chunk");
    }
}
