package io.landline.capture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.landline.capture.CaptureFile.Existing;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaptureFileTest {
    @TempDir
    private Path folder;

    @Test
    void aRecordIsThereAsSoonAsItIsAppended() throws IOException {
        Path path = folder.resolve("a.pcap");
        try (var file = CaptureFile.open(path, Existing.KEPT)) {
            file.append(new byte[]{1, 2});
            assertArrayEquals(new byte[]{1, 2}, Files.readAllBytes(path));
            file.append(new byte[]{3});
            assertArrayEquals(new byte[]{1, 2, 3}, Files.readAllBytes(path));
        }
    }

    @Test
    void aFileThatIsThereIsKept() throws IOException {
        Path path = Files.writeString(folder.resolve("a.pcap"), "mine");
        assertThrows(FileAlreadyExistsException.class, () -> CaptureFile.open(path, Existing.KEPT));
        assertEquals("mine", Files.readString(path));
    }

    @Test
    void aFileThatIsThereIsOverwrittenWhereAPersonSaysSo() throws IOException {
        Path path = Files.writeString(folder.resolve("a.pcap"), "mine");
        try (var file = CaptureFile.open(path, Existing.OVERWRITTEN)) {
            file.append(new byte[]{1});
        }
        assertArrayEquals(new byte[]{1}, Files.readAllBytes(path));
    }

    @Test
    void nothingIsWrittenOnceItIsClosed() throws IOException {
        Path path = folder.resolve("a.pcap");
        var file = CaptureFile.open(path, Existing.KEPT);
        file.close();
        file.append(new byte[]{1});
        file.close();
        assertEquals(0, Files.size(path));
    }
}
