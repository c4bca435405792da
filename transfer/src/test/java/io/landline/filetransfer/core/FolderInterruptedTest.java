package io.landline.filetransfer.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.filetransfer.TransferId;
import io.landline.filetransfer.TransferStore.StoredHidden;
import io.landline.filetransfer.TransferStore.StoredTop;
import io.landline.filetransfer.core.TransferRecorder.Told;
import io.landline.room.EntryId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Folders, and a receiver that is cut off, cancels, or is killed.
class FolderInterruptedTest extends TransferFixture {
    private Path folder;
    private Set<String> whole = Set.of();
    private int undone;

    @BeforeEach
    void makeFolder() throws IOException {
        folder = dir.resolve("src/Photos");
        for (String sub : List.of("one", "two/three", "empty")) Files.createDirectories(folder.resolve(sub));
        for (int n = 0; n < 3; n++) {
            Files.writeString(folder.resolve("one/" + n), "one " + n);
            Files.writeString(folder.resolve("two/three/" + n), "three " + n);
        }
        Files.write(folder.resolve("large"), new byte[2 * MIB + 1]);
        whole = FolderTransferTest.tree(folder);
    }

    private void clearDownloads() throws IOException {
        try (Stream<Path> all = Files.walk(ben.downloads)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                if (!path.equals(ben.downloads)) Files.delete(path);
            }
        }
    }

    @Test
    void h78_aReceiverThatIsKilledAtAnyStoredStepEndsWithTheWholeFolder() throws Exception {
        int writes = ben.store.writes;
        FakeSession session = anna.connect(ben);
        anna.send(ben, folder, dir.resolve("src/Photos/large"));
        ben.recorder.await(Told.Transferred.class);
        int points = ben.store.writes - writes;
        session.cut();
        session.awaitEnd();
        assertTrue(points >= 10, () -> points + " writes");
        for (int point = 0; point <= points; point++) {
            clearDownloads();
            EntryId offer = anna.transfers.offer(TransferNode.CONVERSATION, List.of(folder, folder.resolve("large")));
            ben.store.failAfter(point);
            FakeSession before = anna.connect(ben);
            anna.tell(ben, offer);
            ben.awaitWriteRefused(offer);
            before.cut();
            before.awaitEnd();
            ben.killAndStart();
            FakeSession after = anna.connect(ben);
            anna.tell(ben, offer);
            if (!ben.isOver(offer)) ben.recorder.awaitEnd();
            assertTrue(ben.isOver(offer));
            assertEquals(List.of("Photos", "large"), ben.downloaded(), "killed at write " + point);
            assertEquals(whole, FolderTransferTest.tree(ben.downloads.resolve("Photos")), "killed at write " + point);
            after.cut();
            after.awaitEnd();
        }
    }

    /// What a file system may have of it after a loss of power: folders were renamed, and nothing forced that to the
    /// disk. While the hidden folder stands, the receiver must count with that.
    private void undoRenames(EntryId offer) throws IOException {
        TransferId transfer = TransferId.of(offer, ben.fingerprint);
        StoredHidden hidden = ben.store.hidden(transfer);
        if (hidden == null || !Files.isDirectory(ben.downloads.resolve(hidden.name()))) return;
        for (StoredTop top : ben.store.tops(transfer, 0, Integer.MAX_VALUE)) {
            Path stands = ben.downloads.resolve(top.saved());
            Path before = ben.downloads.resolve(hidden.name()).resolve(top.name());
            if (top.saved().isEmpty() || Files.exists(before) || !Files.isDirectory(stands)) continue;
            Files.move(stands, before);
            undone++;
        }
    }

    @Test
    void aLossOfPowerThatTakesBackTheNamesOfFoldersLosesNone() throws Exception {
        Path second = Files.createDirectories(dir.resolve("src/Second"));
        Files.writeString(second.resolve("file"), "second");
        int writes = ben.store.writes;
        FakeSession session = anna.connect(ben);
        anna.send(ben, folder, second);
        ben.recorder.await(Told.Transferred.class);
        int points = ben.store.writes - writes;
        session.cut();
        session.awaitEnd();
        for (int point = 0; point <= points; point++) {
            clearDownloads();
            EntryId offer = anna.transfers.offer(TransferNode.CONVERSATION, List.of(folder, second));
            ben.store.failAfter(point);
            FakeSession before = anna.connect(ben);
            anna.tell(ben, offer);
            ben.awaitWriteRefused(offer);
            before.cut();
            before.awaitEnd();
            ben.transfers.close();
            undoRenames(offer);
            ben.killAndStart();
            FakeSession after = anna.connect(ben);
            anna.tell(ben, offer);
            if (!ben.isOver(offer)) ben.recorder.awaitEnd();
            assertEquals(List.of("Photos", "Second"), ben.downloaded(), "power lost at write " + point);
            assertEquals(whole, FolderTransferTest.tree(ben.downloads.resolve("Photos")), "at write " + point);
            after.cut();
            after.awaitEnd();
        }
        assertTrue(undone > 0, "no name was ever taken back");
    }

    @Test
    void whatCameBeforeABreakIsNotSentAgain() throws Exception {
        for (int n = 0; n < 40; n++) Files.write(folder.resolve("two/" + n), new byte[1_000 + n]);
        Path larger = file("larger", 64 * 1024); // waits for its turn, and what is before it is written then
        var first = new Gate(3 + 3 + 3 + 40 + 1);
        FakeSession session = anna.connect(ben, first);
        anna.send(ben, folder, larger);
        first.reached.await();
        session.cut();
        session.awaitEnd();
        var second = new Gate(Integer.MAX_VALUE);
        anna.connect(ben, second);
        ben.recorder.await(Told.Transferred.class);
        assertEquals(FolderTransferTest.tree(folder), FolderTransferTest.tree(ben.downloads.resolve("Photos")));
        assertTrue(second.chunks.get() <= 1, () -> second.chunks + " chunks again");
    }

    @Test
    void aTransferThatIsCancelledLeavesNothing() throws Exception {
        var wire = new Gate(4);
        anna.connect(ben, wire);
        EntryId offer = anna.send(ben, folder);
        wire.reached.await();
        ben.transfers.cancel(TransferId.of(offer, ben.fingerprint));
        ben.recorder.await(Told.Failed.class);
        ben.close();
        assertEquals(List.of(), ben.downloaded());
        assertEquals(List.of(), ben.store.orphanedFolders());
    }

    @Test
    void aHiddenFolderThatSomebodyRemovedIsMadeAgain() throws Exception {
        var wire = new Gate(5);
        FakeSession session = anna.connect(ben, wire);
        anna.send(ben, folder);
        wire.reached.await();
        session.cut();
        session.awaitEnd();
        ben.killAndStart();
        clearDownloads();
        anna.connect(ben);
        ben.recorder.await(Told.Transferred.class);
        assertEquals(whole, FolderTransferTest.tree(ben.downloads.resolve("Photos")));
        assertEquals(List.of("Photos"), ben.downloaded());
    }
}
