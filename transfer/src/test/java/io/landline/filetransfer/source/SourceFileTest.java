package io.landline.filetransfer.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

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
}
