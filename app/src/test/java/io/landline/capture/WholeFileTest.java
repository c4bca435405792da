package io.landline.capture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {
    @TempDir
    private Path folder;

    private List<Path> files() throws IOException {
        try (var all = Files.list(folder)) {
            return all.toList();
        }
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "no such file modes there")
    void whoeverMayReadOtherFilesOfTheUserMayReadIt() throws IOException {
        Path path = folder.resolve("report.html");
        WholeFile.write(path, List.of(new byte[]{1}).iterator());
        assertEquals(Files.getPosixFilePermissions(Files.createFile(folder.resolve("other"))),
                Files.getPosixFilePermissions(path));
    }

    @Test
    void itHoldsAllRecordsAndNothingElseIsLeft() throws IOException {
        Path path = folder.resolve("a.pcap");
        WholeFile.write(path, List.of(new byte[]{1, 2}, new byte[]{3}).iterator());
        assertArrayEquals(new byte[]{1, 2, 3}, Files.readAllBytes(path));
        assertEquals(List.of(path), files());
    }

    @Test
    void itReplacesAFileOfThatName() throws IOException {
        Path path = Files.writeString(folder.resolve("a.pcap"), "old and longer");
        WholeFile.write(path, List.of(new byte[]{1}).iterator());
        assertArrayEquals(new byte[]{1}, Files.readAllBytes(path));
    }

    @Test
    void whatFailsHalfWayLeavesTheOldFileAndNoOther() throws IOException {
        Path path = Files.writeString(folder.resolve("a.pcap"), "mine");
        Iterator<byte[]> broken = List.of(1, 2).stream().map(number -> {
            if (number == 2) throw new IllegalStateException("the second record");
            return new byte[1_000];
        }).iterator();
        assertThrows(IllegalStateException.class, () -> WholeFile.write(path, broken));
        assertEquals("mine", Files.readString(path));
        assertEquals(List.of(path), files());
    }

    @Test
    void aCopyReplacesAFileOfThatNameAndMayBeOfItself() throws IOException {
        Path from = Files.writeString(folder.resolve("a.jpg"), "picture");
        Path path = Files.writeString(folder.resolve("b.jpg"), "old and longer");
        WholeFile.copy(from, path);
        WholeFile.copy(path, path);
        assertEquals("picture", Files.readString(path));
        assertEquals("picture", Files.readString(from));
        assertEquals(Set.of(from, path), Set.copyOf(files()));
    }

    @Test
    void aCopyOfWhatIsGoneLeavesTheOldFileAndNamesWhatIsGone() throws IOException {
        Path path = Files.writeString(folder.resolve("b.jpg"), "mine");
        Path gone = folder.resolve("gone.jpg");
        var why = assertThrows(NoSuchFileException.class, () -> WholeFile.copy(gone, path));
        assertEquals(gone.toString(), why.getFile());
        assertEquals("mine", Files.readString(path));
        assertEquals(List.of(path), files());
    }

    @Test
    void aFolderOfThatNameIsLeftAlone() throws IOException {
        Path path = Files.createDirectory(folder.resolve("a.pcap"));
        assertThrows(IOException.class, () -> WholeFile.write(path, List.of(new byte[]{1}).iterator()));
        assertEquals(List.of(path), files());
    }
}
