package io.landline.filetransfer.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.filetransfer.Choice;
import io.landline.filetransfer.FailureReason;
import io.landline.filetransfer.FilesToSend;
import io.landline.filetransfer.LeftOut;
import io.landline.filetransfer.LeftOut.Why;
import io.landline.filetransfer.NoSuchTransferException;
import io.landline.filetransfer.TransferId;
import io.landline.filetransfer.TransferState;
import io.landline.filetransfer.TransferStore.StoredFile;
import io.landline.filetransfer.TransferStoreException;
import io.landline.filetransfer.TransferView;
import io.landline.filetransfer.core.TransferRecorder.Told;
import io.landline.room.EntryId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Folders from one node to another.
class FolderTransferTest extends TransferFixture {
    private static final FileTime TIME = FileTime.fromMillis(1_600_000_000_123L);
    private Path photos;

    /// What is below a folder, files with their sizes.
    static Set<String> tree(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(path -> !path.equals(folder)).map(path -> {
                String name = folder.relativize(path).toString();
                return Files.isDirectory(path) ? name + "/" : name + " " + path.toFile().length();
            }).collect(Collectors.toCollection(TreeSet::new));
        }
    }

    @BeforeEach
    void makeFolder() throws IOException {
        photos = dir.resolve("src/Photos");
        Files.createDirectories(photos.resolve("2024/empty"));
        Files.createDirectories(photos.resolve(".hidden"));
        Files.writeString(photos.resolve("2024/a.jpg"), "a");
        Files.writeString(photos.resolve(".hidden/.b"), "bb");
        Files.write(photos.resolve("large"), new byte[2 * MIB + 5]);
        Files.createFile(photos.resolve("nothing"));
        Files.setLastModifiedTime(photos.resolve("2024/a.jpg"), TIME);
    }

    @Test
    void aFolderArrivesWithAllThatIsInItEmptyFoldersAndTimesIncluded() throws Exception {
        anna.connect(ben);
        anna.send(ben, photos);
        var there = ben.recorder.await(Told.Transferred.class);
        var here = anna.recorder.await(Told.Transferred.class);
        assertEquals(List.of("Photos"), ben.downloaded());
        assertEquals(tree(photos), tree(ben.downloads.resolve("Photos")));
        assertEquals(TIME, Files.getLastModifiedTime(ben.downloads.resolve("Photos/2024/a.jpg")));
        assertEquals(List.of(ben.downloads.toRealPath().resolve("Photos")), there.paths());
        assertEquals(List.of(photos.toRealPath()), here.paths());
        assertEquals(4, there.view().amount().files());
        assertFalse(there.hashes().root() == null);
    }

    @Test
    void severalFoldersAndFilesMakeOneOffer() throws Exception {
        anna.connect(ben);
        Path other = Files.createDirectory(dir.resolve("other"));
        anna.send(ben, file("one", 3), photos, other, file("two", 4));
        var there = ben.recorder.await(Told.Transferred.class);
        assertEquals(List.of("Photos", "one", "other", "two"), ben.downloaded());
        assertEquals(tree(photos), tree(ben.downloads.resolve("Photos")));
        Path downloads = ben.downloads.toRealPath();
        assertEquals(Stream.of("Photos", "other", "one", "two").map(downloads::resolve).toList(), there.paths());
    }

    @Test
    void anEmptyFolderAloneIsAnOffer() throws Exception {
        anna.connect(ben);
        anna.send(ben, Files.createDirectory(dir.resolve("empty")));
        ben.recorder.await(Told.Transferred.class);
        anna.recorder.await(Told.Transferred.class);
        assertEquals(List.of("empty"), ben.downloaded());
    }

    @Test
    void aFolderIsNeverMergedWithOneOfItsName() throws Exception {
        Files.createDirectories(ben.downloads.resolve("Photos"));
        Files.writeString(ben.downloads.resolve("Photos (2)"), "a file");
        anna.connect(ben);
        anna.send(ben, photos);
        var there = ben.recorder.await(Told.Transferred.class);
        assertEquals(List.of("Photos", "Photos (2)", "Photos (3)"), ben.downloaded());
        assertEquals(Set.of(), tree(ben.downloads.resolve("Photos")));
        assertEquals(tree(photos), tree(ben.downloads.resolve("Photos (3)")));
        assertEquals(List.of(ben.downloads.toRealPath().resolve("Photos (3)")), there.paths());
    }

    @Test
    void h62_linksAndSpecialFilesAreLeftOutAndNamed() throws Exception {
        Files.createSymbolicLink(photos.resolve("outside"), Path.of("/etc"));
        Files.createSymbolicLink(photos.resolve("2024/itself"), Path.of("itself"));
        Files.createLink(photos.resolve("hard"), photos.resolve("large"));
        new ProcessBuilder("mkfifo", photos.resolve("pipe").toString()).start().waitFor();
        anna.connect(ben);
        Transfers.Offered offered = anna.transfers.offer(TransferNode.CONVERSATION,
                FilesToSend.of(List.of(photos)));
        anna.tell(ben, offered.id());
        ben.recorder.await(Told.Transferred.class);
        Path there = ben.downloads.resolve("Photos");
        assertEquals(Set.of("hard " + (2 * MIB + 5)),
                tree(there).stream().filter(name -> name.startsWith("hard")).collect(Collectors.toSet()));
        assertFalse(tree(there).stream()
                .anyMatch(name -> name.contains("outside") || name.contains("itself")
                        || name.contains("pipe")));
        assertEquals(
                Set.of(new LeftOut.One("Photos/outside", Why.LINK), new LeftOut.One("Photos/2024/itself", Why.LINK),
                        new LeftOut.One("Photos/pipe", Why.SPECIAL)),
                Set.copyOf(offered.leftOut().named()));
    }

    @Test
    void whatIsExcludedDoesNotTravel() throws Exception {
        anna.connect(ben);
        Transfers.Offered offered = anna.transfers.offer(TransferNode.CONVERSATION,
                new FilesToSend(List.of(photos), List.of("*.jpg", ".hidden", "large")));
        anna.tell(ben, offered.id());
        ben.recorder.await(Told.Transferred.class);
        assertEquals(Set.of("2024/", "2024/empty/", "nothing 0"), tree(ben.downloads.resolve("Photos")));
        assertEquals(0, offered.leftOut().count());
    }

    private TransferId assertTaken(List<String> only, Set<String> taken, int files, long bytes) throws Exception {
        anna.connect(ben);
        var offer = anna.transfers.offer(TransferNode.CONVERSATION, List.of(photos, file("loose", 7)));
        anna.tell(ben, offer, false);
        var asked = ben.recorder.await(Told.Offered.class);
        ben.transfers.accept(asked.view().transfer(), Choice.of(only));
        var there = ben.recorder.await(Told.Transferred.class);
        var here = anna.recorder.await(Told.Transferred.class);
        assertEquals(taken, tree(ben.downloads));
        var all = new TransferView.Amount(files, bytes, bytes, List.of());
        assertEquals(all, there.view().amount());
        assertEquals(all, here.view().amount(), "the sender counts what is taken");
        assertNull(there.hashes().root());
        return there.view().transfer();
    }

    @Test
    void aFolderOfAFolderIsTakenAloneWithAllThatIsInIt() throws Exception {
        assertTaken(List.of("Photos/2024/"), Set.of("Photos/", "Photos/2024/", "Photos/2024/a.jpg 1",
                "Photos/2024/empty/"), 1, 1);
    }

    @Test
    void filesAreTakenByAPatternAndWhatIsNotChosenIsNotMade() throws Exception {
        assertTaken(List.of("loose", "*.{b,c}"), Set.of("loose 7", "Photos/", "Photos/.hidden/", "Photos/.hidden/.b 2"),
                2, 9);
    }

    /// What is here stays as it is. Of the rest nothing is left.
    @Test
    void theRestIsTakenLaterBesideWhatWasTaken() throws Exception {
        TransferId transfer = assertTaken(List.of("/loose", "/Photos/2024"),
                Set.of("loose 7", "Photos/", "Photos/2024/",
                        "Photos/2024/a.jpg 1", "Photos/2024/empty/"),
                2, 8);
        Set<String> before = tree(ben.downloads);
        ben.killAndStart();
        anna.connect(ben);
        ben.transfers.retry(transfer);
        var there = ben.recorder.await(Told.Transferred.class);
        anna.recorder.await(Told.Transferred.class);
        assertTrue(tree(ben.downloads).containsAll(before));
        Set<String> rest = tree(ben.downloads.resolve("Photos (2)"));
        Set<String> all = tree(photos);
        assertEquals(all.stream().filter(each -> !each.startsWith("2024/")).collect(Collectors.toSet()), rest);
        assertEquals(there.view().amount().files(), all.stream().filter(each -> !each.endsWith("/")).count() - 1);
        assertThrows(NoSuchTransferException.class, () -> ben.transfers.retry(transfer));
    }

    /// Either what was taken at first is as it was, or the rest is on its way.
    @Test
    void aKillAtAnyWriteWhileTheRestIsTakenHarmsNothing() throws Exception {
        TransferId transfer = assertTaken(List.of("/loose"), Set.of("loose 7"), 1, 7);
        ben.killAndStart();
        List<StoredFile> first = ben.store.files(transfer, 0, Integer.MAX_VALUE);
        List<String> chosen = ben.store.choice(transfer);
        for (int writes = 0; ben.store.transfer(transfer).state() == TransferState.DONE; writes++) {
            assertEquals(first, ben.store.files(transfer, 0, Integer.MAX_VALUE), "after " + writes + " writes");
            assertEquals(chosen, ben.store.choice(transfer));
            ben.store.failAfter(writes);
            try {
                ben.transfers.retry(transfer);
            } catch (TransferStoreException e) {
                assertEquals(FailureReason.DISK_FULL, e.reason());
            }
            ben.killAndStart();
        }
        assertTrue(Choice.of(ben.store.choice(transfer)).isRest());
    }

    @Test
    void ofAnOfferThatIsTakenAsAWholeNoRestIsTaken() throws Exception {
        anna.connect(ben);
        EntryId offer = anna.send(ben, photos);
        ben.recorder.await(Told.Transferred.class);
        assertThrows(NoSuchTransferException.class,
                () -> ben.transfers.retry(TransferId.of(offer, ben.fingerprint)));
    }

    @Test
    void anOfferOfWhichNoFolderIsChosenMakesNoFolder() throws Exception {
        assertTaken(List.of("loose"), Set.of("loose 7"), 1, 7);
    }

    @Test
    void whereNothingIsWhatWasChosenNothingIsTakenAndTheOfferStands() throws Exception {
        FakeSession session = anna.connect(ben);
        var offer = anna.transfers.offer(TransferNode.CONVERSATION, List.of(photos, file("loose", 7)));
        anna.tell(ben, offer, false);
        TransferId transfer = ben.recorder.await(Told.Offered.class).view().transfer();
        ben.transfers.accept(transfer, Choice.of(List.of("no such file", "*.xyz")));
        assertEquals(TransferState.OFFERED, ben.recorder.await(Told.Unmatched.class).view().state());
        assertEquals(List.of(), ben.downloaded());
        assertEquals(TransferState.OFFERED, anna.transfers.open().getFirst().state(), "its sender heard nothing");
        session.cut();
        session.awaitEnd();
        ben.killAndStart(); // also after a kill nothing is left of the choice
        ben.transfers.accept(transfer);
        anna.connect(ben);
        ben.recorder.await(Told.Transferred.class);
        assertEquals(List.of("Photos", "loose"), ben.downloaded());
        assertEquals(tree(photos), tree(ben.downloads.resolve("Photos")));
    }

    @Test
    void allIsTakenAfterAChoiceThatMatchedNothingAlsoAfterAKill() throws Exception {
        acceptOnceMore(Choice.ALL);
        assertEquals(tree(photos), tree(ben.downloads.resolve("Photos")));
    }

    @Test
    void aPartIsTakenAfterAChoiceThatMatchedNothingAlsoAfterAKill() throws Exception {
        acceptOnceMore(Choice.of(List.of("a.jpg")));
        assertEquals(Set.of("Photos/", "Photos/2024/", "Photos/2024/a.jpg 1"), tree(ben.downloads));
    }

    /// The kill falls before the list of files, which the first choice left out, is here again.
    private void acceptOnceMore(Choice second) throws Exception {
        FakeSession session = anna.connect(ben);
        var offer = anna.transfers.offer(TransferNode.CONVERSATION, List.of(photos));
        anna.tell(ben, offer, false);
        TransferId transfer = ben.recorder.await(Told.Offered.class).view().transfer();
        ben.transfers.accept(transfer, Choice.of(List.of("no such file")));
        ben.recorder.await(Told.Unmatched.class);
        session.cut();
        session.awaitEnd();
        ben.transfers.accept(transfer, second);
        ben.killAndStart();
        anna.connect(ben);
        ben.recorder.await(Told.Transferred.class);
    }

    @Test
    void anEmptyFolderAloneCanBeChosen() throws Exception {
        assertTaken(List.of("empty"), Set.of("Photos/", "Photos/2024/", "Photos/2024/empty/"), 0, 0);
    }

    @Test
    void aChoiceHoldsAlsoAfterAKill() throws Exception {
        FakeSession session = anna.connect(ben);
        var offer = anna.transfers.offer(TransferNode.CONVERSATION, List.of(photos));
        anna.tell(ben, offer, false);
        var asked = ben.recorder.await(Told.Offered.class);
        session.cut();
        session.awaitEnd();
        ben.transfers.accept(asked.view().transfer(), Choice.of(List.of("large")));
        ben.killAndStart();
        anna.connect(ben);
        ben.recorder.await(Told.Transferred.class);
        assertEquals(Set.of("Photos/", "Photos/large " + (2 * MIB + 5)), tree(ben.downloads));
    }

    @Test
    void h61_programsStayProgramsOnlyFromMembersOfKeyedRooms() throws Exception {
        for (String name : List.of("run", "menu.desktop")) {
            Path file = Files.createFile(photos.resolve(name));
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        anna.connect(ben);
        anna.send(ben, photos, photos.resolve("run"));
        ben.recorder.await(Told.Transferred.class);
        Path there = ben.downloads.resolve("Photos");
        assertTrue(Files.getPosixFilePermissions(there.resolve("run")).toString().contains("OWNER_EXECUTE"));
        assertTrue(Files.getPosixFilePermissions(ben.downloads.resolve("run")).toString().contains("OWNER_EXECUTE"));
        assertFalse(Files.getPosixFilePermissions(there.resolve("menu.desktop_")).toString().contains("EXECUTE"));
        assertFalse(Files.getPosixFilePermissions(there.resolve("large")).toString().contains("EXECUTE"));
    }

    @Test
    void h61_programsOfOpenRoomsAreNoProgramsHere() throws Exception {
        Path file = Files.createFile(photos.resolve("run"));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        anna.connect(ben);
        var offer = anna.transfers.offer(TransferNode.CONVERSATION, List.of(photos, file));
        anna.tell(ben, offer, false);
        var asked = ben.recorder.await(Told.Offered.class);
        ben.transfers.accept(asked.view().transfer());
        ben.recorder.await(Told.Transferred.class);
        for (Path there : List.of(ben.downloads.resolve("Photos/run"), ben.downloads.resolve("run"))) {
            assertFalse(Files.getPosixFilePermissions(there).toString().contains("EXECUTE"), there.toString());
        }
    }
}
