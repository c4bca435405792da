package io.landline.node.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.filetransfer.manifest.PartialName;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportFileTest {
    private static final boolean POSIX = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    private static final Set<PosixFilePermission> OWN = PosixFilePermissions.fromString("rw-------");

    @TempDir
    Path folder;

    private static ExportFile.Source<IOException> parts(String... parts) {
        Queue<String> left = new ArrayDeque<>(List.of(parts));
        return left::poll;
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(each -> String.valueOf(each.getFileName())).sorted().toList();
        }
    }

    @Test
    void theFileHasAllPartsAndNothingIsLeftBesideIt() throws IOException {
        ExportFile.write(folder.resolve("a.html"), parts("one ", "two"));
        assertEquals("one two", Files.readString(folder.resolve("a.html")));
        assertEquals(List.of("a.html"), names());
    }

    @Test
    void aFileThatIsThereStaysAsItIs() throws IOException {
        Path file = Files.writeString(folder.resolve("a.html"), "mine");
        assertThrows(FileAlreadyExistsException.class, () -> ExportFile.write(file, parts("other")));
        assertEquals("mine", Files.readString(file));
        assertEquals(List.of("a.html"), names());
    }

    @Test
    void aFileThatAppearsMeanwhileStaysAsItIs() throws IOException {
        Path file = folder.resolve("a.html");
        ExportFile.Source<IOException> source = parts("other");
        assertThrows(FileAlreadyExistsException.class, () -> ExportFile.write(file, () -> {
            if (!Files.exists(file)) Files.writeString(file, "mine");
            return source.next();
        }));
        assertEquals("mine", Files.readString(file));
        assertEquals(List.of("a.html"), names());
    }

    @Test
    void whatFailsOnTheWayLeavesNothing() throws IOException {
        assertThrows(IOException.class, () -> ExportFile.write(folder.resolve("a.html"), () -> {
            throw new IOException("the node has ended");
        }));
        assertEquals(List.of(), names());
    }

    @Test
    void aFileThatIsReplacedStaysUntilTheNewOneIsWhole() throws IOException {
        Path file = Files.writeString(folder.resolve("a.html"), "mine");
        assertThrows(IOException.class, () -> ExportFile.replace(file, () -> {
            throw new IOException("the disk is full");
        }));
        assertEquals("mine", Files.readString(file));
        ExportFile.replace(file, parts("one ", "two"));
        assertEquals("one two", Files.readString(file));
        assertEquals(List.of("a.html"), names());
    }

    @Test
    void whatAKillLeavesIsKnownAsUnfinishedAndTheUserAloneCanReadIt() throws IOException {
        var seen = new ArrayList<String>();
        ExportFile.Source<IOException> source = parts("one ", "two");
        ExportFile.write(folder.resolve("a.html"), () -> {
            for (String name : names()) {
                Path half = folder.resolve(name);
                if (POSIX) assertEquals(OWN, Files.getPosixFilePermissions(half));
                assertTrue(PartialName.isPartial(name), name);
                seen.add(name);
            }
            return source.next();
        });
        assertEquals(1, Set.copyOf(seen).size());
    }
}
