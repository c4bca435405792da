package io.landline.filetransfer.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.filetransfer.TestDisk;
import io.landline.filetransfer.TestDisk.Kind;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The same on a disk with handles of folders, and on one that offers none, as Windows.
class NoLinkFolderTest {
    @TempDir
    Path folder;
    private TestDisk disk;

    @AfterEach
    void close() throws IOException {
        disk.close();
    }

    /// With `inner/deep/a.txt` in it.
    private Path top(Kind kind) throws IOException {
        disk = new TestDisk(kind, folder);
        Path top = disk.top();
        Files.createDirectories(top.resolve("inner").resolve("deep"));
        Files.writeString(top.resolve("inner").resolve("deep").resolve("a.txt"), "words");
        return top;
    }

    private Path name(String text) {
        return disk.top().getFileSystem().getPath(text);
    }

    @ParameterizedTest
    @EnumSource
    void aFileIsReadOneNameAfterTheOther(Kind kind) throws IOException {
        try (NoLinkFolder top = NoLinkFolder.open(top(kind));
                NoLinkFolder deep = top.at(List.of(name("inner"), name("deep")));
                NoLinkFolder again = deep.at(List.of())) {
            assertEquals(5, again.look(name("a.txt")).size());
            if (kind == Kind.WITH_HANDLES) { // a zip file takes none of the options by which links are refused
                try (FileChannel file = again.read(name("a.txt"))) {
                    assertEquals(5, file.size());
                }
            }
            assertTrue(top.look(name("inner")).isDirectory());
            assertEquals("a.txt", deep.names().next().toString());
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsNoPlainFileOrFolderIsNotOpened(Kind kind) throws IOException {
        Path path = top(kind);
        try (NoLinkFolder top = NoLinkFolder.open(path);
                NoLinkFolder deep = top.at(List.of(name("inner"), name("deep")))) {
            assertThrows(FileSystemException.class, () -> top.read(name("inner")));
            assertThrows(FileSystemException.class, () -> deep.child(name("a.txt")).close());
            assertThrows(NoSuchFileException.class, () -> top.child(name("none")).close());
            assertThrows(FileSystemException.class,
                    () -> NoLinkFolder.open(path.resolve("inner/deep/a.txt")).close());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aNameThatLeadsElsewhereIsNone(Kind kind) throws IOException {
        try (NoLinkFolder top = NoLinkFolder.open(top(kind))) {
            for (String text : List.of("", ".", "..", "inner/deep", "/", "/inner", "../top")) {
                Path name = name(text);
                assertThrows(NoSuchFileException.class, () -> top.look(name), text);
                assertThrows(NoSuchFileException.class, () -> top.read(name), text);
                assertThrows(NoSuchFileException.class, () -> top.child(name).close(), text);
            }
        }
    }

    @Test
    void withoutHandlesAFolderThatIsNoneAnyMoreIsSeen() throws IOException {
        Path path = top(Kind.WITHOUT_HANDLES);
        try (NoLinkFolder top = NoLinkFolder.open(path);
                NoLinkFolder inner = top.child(name("inner"));
                NoLinkFolder deep = inner.child(name("deep"))) {
            Files.delete(path.resolve("inner/deep/a.txt"));
            Files.delete(path.resolve("inner/deep"));
            Files.writeString(path.resolve("inner/deep"), "a file in its place");
            assertThrows(FileSystemException.class, () -> deep.look(name("a.txt")));
            assertThrows(FileSystemException.class, () -> deep.child(name("more")).close());
        }
    }
}
