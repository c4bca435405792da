package io.landline.filetransfer.partial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.filetransfer.TransferId;
import io.landline.filetransfer.manifest.PartialName;
import io.landline.peer.Fingerprint;
import io.landline.room.EntryId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// What somebody put where a folder or a file of ours is to be. It stays, in the downloads folder: the hidden one is
/// removed in the end.
class FolderTreeTest {
    private static final String HIDDEN = PartialName.ofReceivedFolder(
            TransferId.of(new EntryId(1, 2), Fingerprint.of(new byte[Fingerprint.BYTES])), 1);

    @TempDir
    private Path downloads;

    private Path top;
    private FolderTree tree;

    @BeforeEach
    void open() throws IOException {
        top = Files.createDirectories(downloads.resolve(HIDDEN).resolve("Photos"));
        tree = new FolderTree(DownloadFolder.open(downloads), HIDDEN);
    }

    @AfterEach
    void close() throws IOException {
        tree.close();
    }

    private void create(String place) throws IOException {
        tree.create(place).close();
    }

    private Path file(String place) {
        return downloads.resolve(HIDDEN).resolve(place);
    }

    private static void isPlain(Path file) {
        assertTrue(Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS), file::toString);
    }

    @Test
    void aFileOfAnEarlierRunGoes() throws IOException {
        Files.writeString(top.resolve("a.txt"), "old");
        create("Photos/a.txt");
        assertEquals(0, Files.size(top.resolve("a.txt")));
        assertFalse(Files.exists(downloads.resolve("a (2).txt")));
        tree.delete("Photos/a.txt");
        tree.delete("Photos/a.txt"); // as after a run that was ended behind it
        assertFalse(Files.exists(top.resolve("a.txt")));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aLinkInThePlaceOfAFileIsKept() throws IOException {
        Path target = Path.of("/nowhere");
        Files.createSymbolicLink(top.resolve("a.txt"), target);
        create("Photos/a.txt");
        isPlain(file("Photos/a.txt"));
        assertEquals(target, Files.readSymbolicLink(downloads.resolve("a (2).txt")));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aLinkInThePlaceOfAFileThatCannotBeHadIsKept() throws IOException {
        Path target = Path.of("/nowhere");
        Files.createSymbolicLink(top.resolve("a.txt"), target);
        tree.delete("Photos/a.txt");
        assertFalse(Files.exists(top.resolve("a.txt"), LinkOption.NOFOLLOW_LINKS));
        assertEquals(target, Files.readSymbolicLink(downloads.resolve("a (2).txt")));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aLinkInThePlaceOfAFolderIsKeptAndNotFollowed() throws IOException {
        Path elsewhere = Files.createDirectory(downloads.resolve("elsewhere"));
        Files.createSymbolicLink(top.resolve("sub"), elsewhere);
        create("Photos/sub/a.txt");
        isPlain(file("Photos/sub/a.txt"));
        assertEquals(elsewhere, Files.readSymbolicLink(downloads.resolve("sub (2)")));
        assertFalse(Files.exists(elsewhere.resolve("a.txt")));
    }

    /// Somebody made it, and put something in it, after we looked.
    @Test
    void aFolderThatIsThereAfterAllIsTaken() throws IOException {
        Files.writeString(Files.createDirectory(top.resolve("sub")).resolve("theirs"), "somebody's");
        tree.makeFolder("Photos");
        try (OpenFolder parent = tree.hidden().child("Photos")) {
            tree.make(parent, "sub");
        }
        assertEquals("somebody's", Files.readString(top.resolve("sub").resolve("theirs")));
        assertFalse(Files.exists(downloads.resolve(HIDDEN + FolderTree.MAKER)));
    }

    /// A file of the offer may be called so.
    @Test
    void whatIsPutAsideHasNotTheNameOfAFileThatComesLater() throws IOException {
        Files.writeString(top.resolve("sub"), "somebody's");
        create("Photos/sub/a.txt");
        create("Photos/sub (2)");
        assertEquals(0, Files.size(file("Photos/sub (2)")));
        assertEquals("somebody's", Files.readString(downloads.resolve("sub (2)")));
    }

    @Test
    void whatBearsTheOtherNameIsNotOverwritten() throws IOException {
        Files.writeString(downloads.resolve("sub (2)"), "here before");
        Files.writeString(top.resolve("sub"), "somebody's");
        create("Photos/sub/a.txt");
        assertEquals("here before", Files.readString(downloads.resolve("sub (2)")));
        assertEquals("somebody's", Files.readString(downloads.resolve("sub (3)")));
    }

    /// Also an empty folder, which a move by handles replaces.
    @Test
    void aFolderInThePlaceOfAFileIsNumberedAsFolders() throws IOException {
        Files.createDirectory(downloads.resolve("a.b (2)"));
        Files.createDirectory(top.resolve("a.b"));
        Files.writeString(top.resolve("a.b/in-it"), "somebody's");
        create("Photos/a.b");
        isPlain(file("Photos/a.b"));
        assertEquals("somebody's", Files.readString(downloads.resolve("a.b (3)/in-it")));
        assertTrue(Files.isDirectory(downloads.resolve("a.b (2)")));
    }

    /// In the downloads folder no name that is given here begins with a dot.
    @Test
    void whatWasHiddenInItsFolderIsShown() throws IOException {
        Files.writeString(top.resolve(".git"), "somebody's");
        create("Photos/.git/config");
        assertEquals("somebody's", Files.readString(downloads.resolve("_git (2)")));
    }
}
