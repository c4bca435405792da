package io.landline.filetransfer.partial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.filetransfer.FakeStore;
import io.landline.filetransfer.OfferBody;
import io.landline.filetransfer.TransferId;
import io.landline.filetransfer.TransferStore.StoredFile;
import io.landline.filetransfer.TransferStore.Taken;
import io.landline.filetransfer.manifest.PartialName;
import io.landline.frame.MalformedFrameException;
import io.landline.peer.Fingerprint;
import io.landline.room.EntryId;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Somebody wrote names into the database that lead out of the downloads folder.
class StoredNamesTest {
    private static final int BYTES = OfferBody.CHUNK_BYTES_MIN;
    private static final TransferId TRANSFER = TransferId.of(new EntryId(1, 2),
            Fingerprint.of(new byte[Fingerprint.BYTES]));
    private static final String HIDDEN = PartialName.ofReceivedFolder(TRANSFER, 1);
    private static final String MINE = "mine".repeat(BYTES / 4);

    @TempDir
    Path folder;
    private Path downloads;
    private Path outside;

    @BeforeEach
    void makeFolders() throws IOException {
        downloads = Files.createDirectory(folder.resolve("downloads"));
        outside = Files.createDirectory(folder.resolve("outside"));
        Files.writeString(outside.resolve("letter"), MINE);
    }

    /// As it was, and alone.
    @AfterEach
    void nothingOutsideIsTouched() throws IOException {
        assertEquals(MINE, Files.readString(outside.resolve("letter")));
        try (var all = Files.list(outside)) {
            assertEquals(1, all.count());
        }
        try (var all = Files.list(folder)) {
            assertEquals(2, all.count());
        }
    }

    private static StoredFile stored(String path, int keptChunks, String partial, String saved) {
        return new StoredFile(0, path, BYTES, 0, keptChunks, partial, saved, false, Taken.PLAIN);
    }

    private LooseFile file(StoredFile stored) throws IOException {
        return new LooseFile(new FakeStore(), TRANSFER, DownloadFolder.open(downloads), stored, BYTES,
                new VerifiedChunks(), false);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../outside/letter", "..", "../letter"})
    void h76_aPartialOutsideIsNotGoneOnWith(String partial) throws IOException {
        LooseFile file = file(stored("film", 1, partial, ""));
        assertThrows(IllegalArgumentException.class, file::open);
    }

    @Test
    void h76_aPartialOutsideIsNotRemovedForAFreshOne() throws IOException {
        LooseFile file = file(stored("film", 0, "../outside/letter", ""));
        assertThrows(IllegalArgumentException.class, file::open);
        file.close();
    }

    @Test
    void h76_aNameOutsideIsNotTakenForAWholeFile() throws IOException {
        StoredFile whole = stored("film", 1, "", "../outside/letter");
        LooseFile file = file(whole);
        assertThrows(IllegalArgumentException.class, file::open);
        var complete = new StoredFile(0, "film", BYTES, 0, 1, "", "../outside/letter", true, Taken.PLAIN);
        DownloadFolder here = DownloadFolder.open(downloads);
        assertThrows(IllegalArgumentException.class, () -> here.openToRead(complete), "nor given to others");
    }

    @Test
    void h76_aWholeFileGetsNoNameOutside() throws IOException {
        LooseFile file = file(stored("../outside/film", 0, "", ""));
        assertTrue(file.open());
        file.write(0, ByteBuffer.allocate(BYTES));
        assertThrows(MalformedFrameException.class, file::finish);
        file.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"../outside/letter", "Photos/../../../outside/film", "Photos/..", "../film"})
    void h76_aFileOfAFolderIsNotMadeOutside(String place) throws IOException {
        Files.createDirectories(downloads.resolve(HIDDEN).resolve("Photos"));
        try (var tree = new FolderTree(DownloadFolder.open(downloads), HIDDEN)) {
            assertThrows(IllegalArgumentException.class, () -> tree.create(place).close());
        }
    }

    @Test
    void h76_aFolderOutsideIsNotRemovedAsAHiddenOne() throws IOException {
        DownloadFolder here = DownloadFolder.open(downloads);
        assertThrows(IllegalArgumentException.class, () -> here.deleteHidden("../outside"));
    }
}
