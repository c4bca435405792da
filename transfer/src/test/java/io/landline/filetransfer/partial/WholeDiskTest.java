package io.landline.filetransfer.partial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// The disk is asked to keep what a folder has.
class WholeDiskTest {
    @TempDir
    Path folder;
    private final List<String> forced = new ArrayList<>();

    private void note(Path path, FileChannel open) throws IOException {
        WholeDisk.REAL.force(path, open);
        forced.add(folder.relativize(path).toString().replace('\\', '/'));
    }

    private static WholeDisk.Forcing fails(String how) {
        return (path, _) -> {
            throw new IOException(path + ": " + how);
        };
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void theFileSystemOfAFolderIsBroughtToTheDiskAtOnce() {
        assertTrue(WholeDisk.syncFileSystem(folder));
        assertFalse(WholeDisk.syncFileSystem(folder.resolve("gone")));
    }

    @Test
    void eachFileIsForcedElsewhereThenTheNamesInItsFolderAndNoLinkIsFollowed() throws Exception {
        Files.createDirectories(folder.resolve("a/b"));
        Files.writeString(folder.resolve("a/b/file"), "x");
        Files.createSymbolicLink(folder.resolve("a/link"), folder.resolve("gone"));
        WholeDisk.forceEach(folder, this::note);
        assertEquals(List.of("a/b/file", "a/b", "a", ""), forced);
    }

    @Test
    void aFileThatCannotBeForcedIsAFailure() throws Exception {
        Files.writeString(folder.resolve("file"), "x");
        assertThrows(IOException.class, () -> WholeDisk.forceEach(folder, fails("Invalid argument")));
    }

    @Test
    void aDiskThatFailsIsNotTakenForOneThatCannotForceNames() {
        for (String failed : List.of("Input/output error", "/home/x: No space left on device", "Disk quota exceeded")) {
            assertTrue(DiskFailure.isOfTheDisk(new IOException(failed)), failed);
        }
        for (String cannot : List.of("Invalid argument", "Operation not supported", "Is a directory")) {
            assertFalse(DiskFailure.isOfTheDisk(new IOException(cannot)), cannot);
        }
        assertFalse(DiskFailure.isOfTheDisk(new AccessDeniedException("/home/x")));
    }

    @Test
    void namesAreForcedAndAFolderThatIsGoneHasNone() throws Exception {
        WholeDisk.forceNames(folder.resolve("gone"), this::note);
        assertEquals(List.of(), forced);
        WholeDisk.forceNames(folder, this::note);
        assertEquals(List.of(""), forced);
    }

    @Test
    void namesThatADiskFailsToForceAreAFailureAndThoseThatItCannotForceAreNone() throws Exception {
        WholeDisk.forceNames(folder, fails("Invalid argument"));
        assertThrows(IOException.class, () -> WholeDisk.forceNames(folder, fails("Input/output error")));
    }

    /// Where the file system cannot be asked each file is looked for, and what is missing is a failure.
    @Test
    void whatIsGoneIsNotTakenForForced() throws Exception {
        Files.writeString(folder.resolve("file"), "x");
        WholeDisk.force(folder);
        assertThrows(NoSuchFileException.class, () -> WholeDisk.force(folder.resolve("gone")));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aFolderThatIsALinkIsNotWalked() throws Exception {
        Path other = Files.createDirectory(folder.resolve("other"));
        Path file = Files.writeString(other.resolve("file"), "x");
        Path sent = Files.createDirectory(folder.resolve("sent"));
        Files.createSymbolicLink(sent.resolve("link"), other);
        Files.createSymbolicLink(sent.resolve("device"), Path.of("/dev/full")); // writing there fails
        Files.delete(file);
        Files.createSymbolicLink(file, Path.of("gone"));
        WholeDisk.forceEach(sent, this::note);
        assertEquals(List.of("sent"), forced);
    }
}
