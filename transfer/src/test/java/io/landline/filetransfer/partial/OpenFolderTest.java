package io.landline.filetransfer.partial;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.filetransfer.TestDisk;
import io.landline.filetransfer.TestDisk.Kind;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The same on a disk with handles of folders, and on one that offers none, as Windows.
class OpenFolderTest {
    @TempDir
    Path folder;
    private TestDisk disk;

    @AfterEach
    void close() throws IOException {
        disk.close();
    }

    private Path top(Kind kind) throws IOException {
        disk = new TestDisk(kind, folder);
        return disk.top();
    }

    /// A zip file takes none of the options by which links are refused.
    private static void write(OpenFolder in, String name, String text) throws IOException {
        if (!in.path().getFileSystem().equals(FileSystems.getDefault())) {
            Files.writeString(in.path().resolve(name), text);
            return;
        }
        try (FileChannel channel = in.create(name)) {
            channel.write(ByteBuffer.wrap(text.getBytes(UTF_8)));
        }
        try (FileChannel again = in.openToRead(name)) {
            assertEquals(text.length(), again.size());
        }
        assertThrows(FileAlreadyExistsException.class, () -> in.create(name).close());
    }

    @ParameterizedTest
    @EnumSource
    void aFileIsMadeLookedAtDatedAndRemoved(Kind kind) throws IOException {
        Path top = top(kind);
        try (OpenFolder open = OpenFolder.at(top)) {
            assertFalse(open.holds("a.txt"));
            write(open, "a.txt", "words");
            assertEquals("words", Files.readString(top.resolve("a.txt")));
            assertTrue(open.holds("a.txt"));
            assertFalse(open.isFolder("a.txt"));
            open.setModified("a.txt", 1_700_000_000_000L);
            assertEquals(5, open.markOf("a.txt").bytes());
            assertEquals(1_700_000_000_000L, open.markOf("a.txt").modified().toMillis());
            open.letRun("a.txt"); // where the system knows of programs
            open.deleteFile("a.txt");
            assertFalse(open.holds("a.txt"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsNoPlainFileOrFolderIsNotOpened(Kind kind) throws IOException {
        Path top = top(kind);
        try (OpenFolder open = OpenFolder.at(top)) {
            open.makeByPath("inner");
            assertTrue(open.isFolder("inner"));
            assertThrows(FileSystemException.class, () -> open.markOf("inner"));
            assertThrows(FileSystemException.class, () -> open.openToRead("inner"));
            write(open, "a.txt", "words");
            assertThrows(IOException.class, () -> open.child("a.txt").close());
            assertThrows(NoSuchFileException.class, () -> open.child("none").close());
            assertThrows(NoSuchFileException.class, () -> OpenFolder.at(top.resolve("a.txt")).close());
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsMovedReplacesNothingButAnEmptyFolder(Kind kind) throws IOException {
        Path top = top(kind);
        try (OpenFolder open = OpenFolder.at(top)) {
            open.makeByPath("hidden");
            open.makeByPath("Photos");
            try (OpenFolder hidden = open.child("hidden")) {
                write(hidden, "one.txt", "1");
                hidden.move("one.txt", open, "loose.txt");
                // a zip file moves a folder without what is in it
                if (kind == Kind.WITH_HANDLES) write(hidden, "two.txt", "2");
            }
            open.moveOverEmpty("hidden", open, "Photos");
            assertTrue(open.isFolder("Photos"));
            if (kind == Kind.WITH_HANDLES) {
                assertFalse(open.holds("hidden"));
                assertEquals("2", Files.readString(top.resolve("Photos/two.txt")));
                assertThrows(IOException.class, () -> open.deleteEmptyFolder("Photos"));
            }
            assertEquals("1", Files.readString(top.resolve("loose.txt")));
            open.makeByPath("empty");
            open.deleteEmptyFolder("empty");
            assertFalse(open.holds("empty"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsMovedToAFreeNameReplacesNothing(Kind kind) throws IOException {
        Path top = top(kind);
        try (OpenFolder open = OpenFolder.at(top)) {
            for (String folder : List.of("hidden", "empty", "hidden/empty")) open.makeByPath(folder);
            write(open, "a.txt", "here before");
            try (OpenFolder hidden = open.child("hidden")) {
                write(hidden, "one.txt", "1");
                for (String taken : List.of("a.txt", "empty", "hidden")) {
                    assertFalse(hidden.moveToFree("one.txt", open, taken), taken);
                    assertFalse(hidden.moveToFree("empty", open, taken), taken);
                }
                assertTrue(hidden.isPlainFile("one.txt"));
                assertFalse(hidden.isPlainFile("empty"));
                assertTrue(hidden.moveToFree("one.txt", open, "b.txt"));
                assertTrue(hidden.moveToFree("empty", open, "b"));
                assertFalse(hidden.holds("one.txt"));
                // a zip file leaves an empty folder where it was
                if (kind == Kind.WITH_HANDLES) assertFalse(hidden.holds("empty"));
                assertThrows(NoSuchFileException.class, () -> hidden.moveToFree("one.txt", open, "c.txt"));
                assertFalse(open.holds("c.txt"));
            }
            assertEquals("here before", Files.readString(top.resolve("a.txt")));
            assertEquals("1", Files.readString(top.resolve("b.txt")));
            assertTrue(open.isFolder("b"));
        }
    }

    /// Without handles each step looks by the path; with them the very folder is meant that was opened.
    @ParameterizedTest
    @EnumSource
    void whereTheFolderIsNoneAnyMoreNothingIsMadeInItsPlace(Kind kind) throws IOException {
        Path top = top(kind);
        try (OpenFolder open = OpenFolder.at(top)) {
            Files.delete(top);
            Files.writeString(top, "a file in its place");
            assertThrows(IOException.class, () -> open.create("a.txt").close());
            assertThrows(IOException.class, () -> open.markOf("a.txt"));
            assertThrows(IOException.class, () -> open.deleteFile("a.txt"));
            assertEquals("a file in its place", Files.readString(top));
        }
    }
}
