package io.landline.cli.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.cli.terminal.CommandFailedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// What people name on the command line, with unusual names.
class FilesOnDiskTest {
    @Test
    void anEmptyPathIsRefused() {
        var refused = assertThrows(CommandFailedException.class, () -> FilesOnDisk.path(""));
        assertEquals("A path is empty. Nothing was done.", refused.getMessage());
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aFileCalledOneSpaceIsAFile(@TempDir Path folder) throws Exception {
        assertEquals(Path.of(" "), FilesOnDisk.path(" "));
        Path file = Files.createFile(folder.resolve(" "));
        assertEquals(List.of(file), FilesOnDisk.whole(List.of(file.toString())));
    }

    /// Without the signs nobody would see that a name was said.
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aMissingFileWithSpacesAtItsEndsIsNamedBetweenSigns() {
        for (String name : List.of(" ", " notes", "notes ")) {
            var refused = assertThrows(CommandFailedException.class, () -> FilesOnDisk.whole(List.of(name)));
            assertEquals("There is no file \"" + name + "\". Nothing was offered.", refused.getMessage());
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void ofALinkThatLeadsNowhereItIsSaidWhereItLeads(@TempDir Path folder) throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("essay.txt"), Path.of("old/essay.txt"));
        assertEquals(link + " is a link to old/essay.txt, and nothing is there. Nothing was offered.", said(link));
        Path disk = Files.createSymbolicLink(folder.resolve("disk"), Path.of("/nowhere/disk"));
        assertEquals(disk + " is a link to /nowhere/disk, and nothing is there. Nothing was offered.",
                said(disk.resolve("photos/a.jpg")));
        Path first = Files.createSymbolicLink(folder.resolve("first"), Path.of("essay.txt"));
        assertEquals(link + " is a link to old/essay.txt, and nothing is there. Nothing was offered.", said(first));
        assertEquals("There is no file " + folder.resolve("b.txt") + ". Nothing was offered.",
                said(folder.resolve("b.txt")));
    }

    private static String said(Path missing) {
        return assertThrows(CommandFailedException.class, () -> FilesOnDisk.whole(List.of(missing.toString())))
                .getMessage();
    }

    /// Bytes of an argument that are no text are lost before Landline sees them, so such a file cannot be named.
    @Test
    void ofANameWhoseBytesAreNoTextTheSentenceSaysWhatToDo() {
        var refused = assertThrows(CommandFailedException.class, () -> FilesOnDisk.whole(List.of("caf\uFFFD.txt")));
        assertTrue(refused.getMessage().contains("send its folder"), refused.getMessage());
    }
}
