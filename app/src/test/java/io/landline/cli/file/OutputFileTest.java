package io.landline.cli.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.landline.cli.terminal.CommandFailedException;
import io.landline.cli.terminal.ExitCode;
import io.landline.cli.terminal.Terminal;
import io.landline.node.export.ExportFile;
import io.landline.testing.SmallDisk;
import io.landline.testing.StartsPrograms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@StartsPrograms
class OutputFileTest {
    private static final int MORE_THAN_FITS = 1_000_000;

    @TempDir
    Path folder;

    private static CommandFailedException refused(Path file, OutputFile.Writer writer) {
        var terminal = new Terminal(true, Terminal.Colour.NEVER);
        return assertThrows(CommandFailedException.class, () -> OutputFile.make(file.toString(), terminal, writer));
    }

    @Test
    void aFullDiskIsToldOfTheFileAndNothingIsLeftOnIt() throws Exception {
        Path disk = folder.resolve("disk");
        try (var _ = new SmallDisk(disk, "64k")) {
            Path file = disk.resolve("talk.html");
            CommandFailedException refused = refused(file,
                    target -> ExportFile.write(target, "x".repeat(MORE_THAN_FITS)));
            assertEquals(file + " cannot be written: No space left on device.", refused.sentence());
            assertEquals(ExitCode.FAILED, refused.exitCode);
            try (Stream<Path> left = Files.list(disk)) {
                assertEquals(0, left.count());
            }
        }
    }

    /// As in `/proc`: the system says of the new file that it does not exist.
    @Test
    void aFolderInWhichNoFileCanBeMadeIsNotCalledMissing() {
        OutputFile.Writer nowhere = target -> {
            throw new NoSuchFileException(target.toString());
        };
        Path there = folder.resolve("a.csv");
        assertEquals(there + " cannot be written: no file can be made in this folder.",
                refused(there, nowhere).sentence());
        Path gone = folder.resolve("gone").resolve("a.csv");
        assertEquals("There is no folder for " + gone + "; make it first.", refused(gone, nowhere).sentence());
    }

    @Test
    void whatTheSourceCouldNotGiveIsNoFaultOfTheFile() {
        var terminal = new Terminal(true, Terminal.Colour.NEVER);
        IOException thrown = assertThrows(IOException.class, () -> OutputFile.make(folder.resolve("a.txt").toString(),
                terminal, target -> ExportFile.<IOException>write(target, () -> {
                    throw new IOException("the node has ended");
                })));
        assertEquals("the node has ended", thrown.getMessage());
    }
}
