package io.landline.filetransfer.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.landline.filetransfer.FailureReason;
import io.landline.filetransfer.TransferStore.StoredSource;
import io.landline.peer.Sha256;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceFileTest {
    private static final int CHUNK = 1024;

    @TempDir
    Path dir;

    /// Many receivers get chunks in any order, so the last one may well be the first.
    @Test
    void h66_aChangeAfterTheLastChunkWasReadIsNoticedWithTheNextOne() throws Exception {
        Path path = Files.write(dir.resolve("film"), new byte[3 * CHUNK]);
        StoredSource offered = SourceFile.describe(path, "film");
        SourceFile source = SourceFile.open(offered, CHUNK);
        byte[] buffer = new byte[CHUNK];
        assertEquals(CHUNK, source.read(2, buffer, Sha256.digest()));
        try (FileChannel other = FileChannel.open(path, StandardOpenOption.WRITE)) {
            other.write(ByteBuffer.wrap(new byte[]{1}), 0);
        }
        Files.setLastModifiedTime(path, FileTime.fromMillis(offered.modifiedMillis() + 1));
        var changed = assertThrows(SourceFile.SourceException.class, () -> source.read(0, buffer, Sha256.digest()));
        assertEquals(FailureReason.SOURCE_CHANGED, changed.reason);
        source.close();
    }

    private static StoredSource withKey(StoredSource offered, String key) {
        assumeFalse(offered.fileKey().isEmpty(), "this system has no numbers of files");
        return new StoredSource(offered.path(), offered.source(), offered.bytes(), offered.modifiedMillis(), key);
    }

    /// Disks of some kinds, as those of btrfs or on a stick, have another number after each start of the computer.
    @Test
    void aFileOnADiskWithAnotherNumberThanBeforeIsStillTheOneThatWasOffered() throws Exception {
        Path path = Files.write(dir.resolve("film"), new byte[CHUNK]);
        StoredSource offered = SourceFile.describe(path, "film");
        StoredSource before = withKey(offered, offered.fileKey().replaceFirst("dev=[0-9a-f]+", "dev=fff7"));
        assertNotEquals(offered, before);
        try (SourceFile source = SourceFile.open(before, CHUNK)) {
            assertEquals(CHUNK, source.read(0, new byte[CHUNK], Sha256.digest()));
        }
    }

    @Test
    void anotherFileOfTheSameSizeAndTimeInItsPlaceIsNotTheOneThatWasOffered() throws Exception {
        Path path = Files.write(dir.resolve("film"), new byte[CHUNK]);
        StoredSource offered = SourceFile.describe(path, "film");
        StoredSource before = withKey(offered, offered.fileKey().replace("ino=", "ino=9"));
        var changed = assertThrows(SourceFile.SourceException.class, () -> SourceFile.open(before, CHUNK));
        assertEquals(FailureReason.SOURCE_CHANGED, changed.reason);
    }
}
