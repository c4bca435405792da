package io.landline.filetransfer.core;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.filetransfer.FailedFiles;
import io.landline.filetransfer.FailureReason;
import io.landline.filetransfer.core.TransferRecorder.Told;
import io.landline.frame.Frame;
import io.landline.frame.FrameType;
import io.landline.room.EntryId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A file that changed, went or cannot be read fails alone: the others arrive, and both sides say which one did not.
class LostFilesTest extends TransferFixture {
    private Path folder;

    @BeforeEach
    void makeFolder() throws IOException {
        folder = Files.createDirectories(dir.resolve("Photos"));
        for (int n = 0; n < 200; n++) Files.writeString(folder.resolve(name(n)), "picture " + n);
    }

    private static String name(int n) {
        return String.format("%03d.jpg", n);
    }

    private static void append(Path file) {
        try {
            Files.write(file, new byte[]{1}, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> names(Path of) throws IOException {
        try (Stream<Path> all = Files.list(of)) {
            return all.map(file -> file.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static Set<String> reasons(FailedFiles failures) {
        return failures.first()
                .stream()
                .map(one -> Path.of(one.path()).getFileName() + " " + one.reason().text())
                .collect(Collectors.toSet());
    }

    @Test
    void h66_ofAFolderAllArrivesButWhatChangedOrWentBefore() throws Exception {
        EntryId offer = anna.transfers.offer(TransferNode.CONVERSATION, List.of(folder));
        append(folder.resolve(name(7)));
        Files.delete(folder.resolve(name(150)));
        anna.connect(ben);
        anna.tell(ben, offer);
        var there = ben.recorder.await(Told.Transferred.class);
        var here = anna.recorder.await(Told.Transferred.class);
        assertEquals(198, names(ben.downloads.resolve("Photos")).size());
        assertFalse(Files.exists(ben.downloads.resolve("Photos").resolve(name(7))));
        for (var told : List.of(there, here)) {
            assertEquals(Set.of("007.jpg source-changed", "150.jpg source-gone"), reasons(told.failures()));
            assertEquals(2, told.failures().files());
            assertEquals(198, told.view().amount().files());
            assertEquals(told.view().amount().total(), told.view().amount().bytes());
            assertNull(told.hashes().root());
        }
        assertTrue(Path.of(here.failures().first().getFirst().path()).isAbsolute(), "where it is at the sender");
        assertEquals(List.of("Photos"), ben.downloaded());
        assertEquals(0, anna.identities.size(), "there is no identity of files of which some are lost");
    }

    @Test
    void h66_ofAListOfFilesAllArriveButOneThatChangesInTheMiddle() throws Exception {
        Path large = file("large", 60 * MIB);
        Path after = file("zebra", 3 * MIB);
        anna.connect(ben, atChunk(20, () -> append(large)));
        anna.send(ben, file("first", 2 * MIB), large, after);
        var there = ben.recorder.await(Told.Transferred.class);
        anna.recorder.await(Told.Transferred.class);
        assertEquals(List.of("first", "zebra"), ben.downloaded());
        assertEquals(-1, Files.mismatch(after, ben.downloads.resolve("zebra")));
        assertEquals(Set.of("large source-changed"), reasons(there.failures()));
        assertEquals(60L * MIB, there.failures().bytes());
    }

    /// Else it would seem to end far before its end.
    @Test
    void whatIsStillToComeIsToldWithoutWhatIsLost() throws Exception {
        Path large = file("large", 60 * MIB);
        var totals = new ArrayList<Long>();
        anna.connect(ben, new FakeSession.Wire() {
            @Override
            public Frame bulk(Frame frame) {
                int chunk = frame.type() == FrameType.DATA ? ByteBuffer.wrap(frame.body()).getInt(Long.BYTES) : -1;
                if (chunk == 20) append(large);
                if (chunk == 62) { // the first of the last file
                    for (var node : List.of(ben, anna)) {
                        totals.add(node.transfers.open().getFirst().amount().total());
                    }
                }
                return frame;
            }
        });
        anna.send(ben, file("first", 2 * MIB), large, file("zebra", 3 * MIB));
        ben.recorder.await(Told.Transferred.class);
        assertEquals(List.of(5L * MIB, 5L * MIB), totals);
    }

    @Test
    void h66_aFileThatKeepsItsSizeAndTimeIsLostByItsContent() throws Exception {
        Path large = file("large", 3 * MIB);
        var time = Files.getLastModifiedTime(large);
        EntryId offer = anna.transfers.offer(TransferNode.CONVERSATION, List.of(large, folder));
        FakeSession session = anna.connect(ben, atChunk(60, () -> {}));
        anna.tell(ben, offer);
        ben.recorder.await(Told.Transferred.class);
        session.cut();
        session.awaitEnd();
        byte[] other = Files.readAllBytes(large);
        other[MIB] ^= 1;
        Files.write(large, other);
        Files.setLastModifiedTime(large, time);
        var cleo = new TransferNode(dir.resolve("cleo"), io.landline.filetransfer.AcceptRule.ALL);
        try {
            anna.talkTo(cleo);
            anna.connect(cleo);
            anna.tell(cleo, offer);
            var there = cleo.recorder.await(Told.Transferred.class);
            assertEquals(Set.of("large source-changed"), reasons(there.failures()));
            assertEquals(List.of("Photos"), cleo.downloaded());
        } finally {
            cleo.close();
        }
    }

    @Test
    void h66_manyThatChangeAreCountedAndTheFirstAreNamed() throws Exception {
        EntryId offer = anna.transfers.offer(TransferNode.CONVERSATION, List.of(folder));
        for (int n = 0; n < 200; n += 4) append(folder.resolve(name(n)));
        anna.connect(ben);
        anna.tell(ben, offer);
        var there = ben.recorder.await(Told.Transferred.class);
        var here = anna.recorder.await(Told.Transferred.class);
        for (var told : List.of(there, here)) {
            assertEquals(50, told.failures().files());
            assertEquals(FailedFiles.NAMED_MAX, told.failures().first().size());
        }
        assertEquals(150, names(ben.downloads.resolve("Photos")).size());
    }

    @Test
    void h66_emptyFilesFailAloneToo() throws Exception {
        var files = new ArrayList<Path>();
        for (int n = 0; n < 5; n++) files.add(Files.createFile(dir.resolve("empty" + n)));
        EntryId offer = anna.transfers.offer(TransferNode.CONVERSATION, files);
        append(files.get(2));
        anna.connect(ben);
        anna.tell(ben, offer);
        var there = ben.recorder.await(Told.Transferred.class);
        assertEquals(Set.of("empty2 source-changed"), reasons(there.failures()));
        assertEquals(List.of("empty0", "empty1", "empty3", "empty4"), ben.downloaded());
    }

    @Test
    void whereNothingIsLeftTheTransferFails() throws Exception {
        EntryId offer = anna.transfers.offer(TransferNode.CONVERSATION, List.of(folder));
        for (int n = 0; n < 200; n++) append(folder.resolve(name(n)));
        anna.connect(ben);
        anna.tell(ben, offer);
        assertBothFail(FailureReason.SOURCE_CHANGED);
    }

    @Test
    void h77_aSourceThatChangedBetweenItsFirstHalfAndTheRestIsLostAndTheOthersArrive() throws Exception {
        Path large = file("large", 40 * MIB);
        Path other = file("other", 2 * MIB);
        FakeSession[] session = new FakeSession[1];
        session[0] = anna.connect(ben, atChunk(20, () -> session[0].cut()));
        anna.send(ben, large, other);
        session[0].awaitEnd();
        append(large);
        anna.connect(ben);
        var there = ben.recorder.await(Told.Transferred.class);
        assertEquals(Set.of("large source-changed"), reasons(there.failures()));
        assertEquals(List.of("other"), ben.downloaded(), "nothing of the half is left");
        assertEquals(-1, Files.mismatch(other, ben.downloads.resolve("other")));
        assertEquals(there.view().amount().total(), 2L * MIB);
    }

    @Test
    void h77_theRestOfASourceThatChangedAndKeepsItsSizeAndTimeIsNeverPutToItsFirstHalf() throws Exception {
        Path large = file("large", 130 * MIB);
        var time = Files.getLastModifiedTime(large);
        FakeSession[] session = new FakeSession[1];
        session[0] = anna.connect(ben, atChunk(60, () -> session[0].cut()));
        anna.send(ben, large, file("other", 2 * MIB));
        session[0].awaitEnd();
        byte[] changed = Files.readAllBytes(large);
        changed[10] ^= 1; // in what was sent, and hashed
        Files.write(large, changed);
        Files.setLastModifiedTime(large, time);
        anna.killAndStart(); // forgets what it had hashed of the page that is not signed
        anna.connect(ben);
        var there = ben.recorder.await(Told.Transferred.class);
        Path here = ben.downloads.resolve("large");
        assertTrue(there.failures().none());
        byte[] arrived = Files.readAllBytes(here);
        boolean asOffered = arrived[10] != changed[10]; // where the sender had signed its first page before
        if (asOffered) arrived[10] ^= 1;
        assertArrayEquals(changed, arrived, "as it was offered or as it is now, never a mixture");
    }

    @Test
    void whatIsLostStaysLostOverRestartsOfBothSides() throws Exception {
        Path large = file("large", 40 * MIB);
        EntryId offer = anna.transfers.offer(TransferNode.CONVERSATION, List.of(folder, large));
        append(folder.resolve(name(7)));
        FakeSession[] session = new FakeSession[1];
        session[0] = anna.connect(ben, atChunk(215, () -> session[0].cut()));
        anna.tell(ben, offer);
        session[0].awaitEnd();
        ben.killAndStart();
        anna.killAndStart();
        anna.connect(ben);
        var there = ben.recorder.await(Told.Transferred.class);
        var here = anna.recorder.await(Told.Transferred.class);
        for (var told : List.of(there, here)) {
            assertEquals(Set.of("007.jpg source-changed"), reasons(told.failures()));
            assertEquals(200, told.view().amount().files());
        }
        assertEquals(List.of("Photos", "large"), ben.downloaded());
        assertEquals(-1, Files.mismatch(large, ben.downloads.resolve("large")));
        assertEquals(199, names(ben.downloads.resolve("Photos")).size());
    }
}
