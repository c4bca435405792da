package io.landline.node.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportFileTest {
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
}
