package io.landline.filetransfer.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.landline.filetransfer.FilesToSend;
import io.landline.filetransfer.core.TransferRecorder.Told;
import io.landline.room.EntryId;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// What is offered of a folder that no link may lead out of.
class ShelfTransferTest extends TransferFixture {
    private static final List<String> HIDDEN = List.of(".*");
    private Path shelf;
    private Path outside;

    @BeforeEach
    void makeShelf() throws IOException {
        shelf = Files.createDirectories(dir.resolve("shelf/sub/empty")).getParent().getParent().toRealPath();
        outside = Files.createDirectories(dir.resolve("outside")).toRealPath();
        Files.writeString(shelf.resolve("sub/a.txt"), "abc");
        Files.writeString(outside.resolve("a.txt"), "key");
        Files.writeString(shelf.resolve("sub/.hidden"), "h");
        Files.writeString(shelf.resolve("top.txt"), "top");
        Files.createSymbolicLink(shelf.resolve("sub/link"), outside);
    }

    private EntryId offer(Path... items) throws IOException {
        return anna.transfers
                .offer(TransferNode.CONVERSATION, new FilesToSend(List.of(items), HIDDEN, shelf))
                .id();
    }

    @Test
    void filesAndFoldersArriveWithoutLinksAndDotNames() throws Exception {
        anna.connect(ben);
        anna.tell(ben, offer(shelf.resolve("sub"), shelf.resolve("sub/a.txt"), shelf.resolve("top.txt")));
        ben.recorder.await(Told.Transferred.class);
        var here = anna.recorder.await(Told.Transferred.class);
        assertEquals(List.of("a.txt", "sub", "top.txt"), ben.downloaded());
        assertEquals(Set.of("a.txt 3", "empty/"), FolderTransferTest.tree(ben.downloads.resolve("sub")));
        assertEquals(List.of(shelf.resolve("sub"), shelf.resolve("sub/a.txt"), shelf.resolve("top.txt")), here.paths());
    }

    @Test
    void theWholeShelfArrivesUnderItsFoldersName() throws Exception {
        anna.connect(ben);
        anna.tell(ben, offer(shelf));
        ben.recorder.await(Told.Transferred.class);
        assertEquals(Set.of("sub/", "sub/a.txt 3", "sub/empty/", "top.txt 3"),
                FolderTransferTest.tree(ben.downloads.resolve("shelf")));
    }

    /// "caf" and the byte of an acute e in Latin-1, for a folder, a file in it and a link.
    @Test
    @EnabledOnOs(OS.LINUX)
    void namesInAnotherEncodingArriveUnderAReadableOne() throws Exception {
        Path cafe = Path.of(URI.create(shelf.toUri() + "caf%E9"));
        Files.createDirectory(cafe);
        Path file = Files.writeString(Path.of(URI.create(shelf.toUri() + "caf%E9/th%E9.txt")), "tea");
        Files.createSymbolicLink(Path.of(URI.create(shelf.toUri() + "caf%E9/l%E9")), outside);
        anna.connect(ben);
        anna.tell(ben, offer(cafe, file));
        ben.recorder.await(Told.Transferred.class);
        var here = anna.recorder.await(Told.Transferred.class);
        assertEquals(List.of("café", "thé.txt"), ben.downloaded());
        assertEquals(Set.of("thé.txt 3"), FolderTransferTest.tree(ben.downloads.resolve("café")));
        assertEquals(List.of(cafe, file), here.paths());
    }

    @Test
    void h63_aFolderThatBecomesALinkAfterTheOfferGivesNothingOfWhatItLeadsTo() throws Exception {
        EntryId offer = offer(shelf.resolve("sub/a.txt"), shelf.resolve("top.txt"));
        Files.setLastModifiedTime(outside.resolve("a.txt"), Files.getLastModifiedTime(shelf.resolve("sub/a.txt")));
        Files.move(shelf.resolve("sub"), dir.resolve("away"));
        Files.createSymbolicLink(shelf.resolve("sub"), outside);
        anna.connect(ben);
        anna.tell(ben, offer);
        ben.recorder.await(Told.Transferred.class);
        assertEquals(List.of("top.txt"), ben.downloaded());
    }

    /// The very same file, by a way that leads out of the shelf and in again: a link is a link.
    @Test
    void h63_aLinkIsNotFollowedThoughItLeadsToTheSameFile() throws Exception {
        EntryId offer = offer(shelf.resolve("sub/a.txt"), shelf.resolve("top.txt"));
        Files.move(shelf.resolve("sub"), dir.resolve("away"));
        Files.createSymbolicLink(shelf.resolve("sub"), dir.resolve("away"));
        anna.connect(ben);
        anna.tell(ben, offer);
        ben.recorder.await(Told.Transferred.class);
        assertEquals(List.of("top.txt"), ben.downloaded());
    }

    @Test
    void whatIsALinkNowIsNotOffered() throws Exception {
        assertThrows(IOException.class, () -> offer(shelf.resolve("sub/link")));
        assertThrows(IOException.class, () -> offer(shelf.resolve("sub/link/a.txt")));
        assertFalse(Files.exists(ben.downloads.resolve("link")));
    }
}
