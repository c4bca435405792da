package io.landline.filetransfer.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.filetransfer.Choice;
import io.landline.filetransfer.TransferId;
import io.landline.filetransfer.core.TransferRecorder.Told;
import io.landline.room.EntryId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A transfer is taken again of which some files were whole: those stand in the downloads folder under their names.
class WholeFilesRetriedTest extends TransferFixture {
    private static final String SMALL = "small";
    /// Chunks of a page of hashes, with which the small file is proven, and some more.
    private static final int PASSING = 70;

    private Path small;
    private Path large;
    private Gate wire;
    private TransferId id;

    @BeforeEach
    void make() throws Exception {
        small = file(SMALL, 2 * MIB + 1);
        large = file("large", 80 * MIB);
    }

    /// The first file is whole, and the second is not.
    private void cancelInTheMiddle(EntryId offer) throws Exception {
        id = TransferId.of(offer, ben.fingerprint);
        wire.reached.await();
        ben.awaitWhole(offer, SMALL);
        ben.transfers.cancel(id);
        wire.open();
        ben.recorder.await(Told.Failed.class);
    }

    private void cancelInTheMiddle() throws Exception {
        wire = new Gate(PASSING);
        anna.connect(ben, wire);
        cancelInTheMiddle(anna.send(ben, small, large));
    }

    private void assertTakenAgain(List<String> there, long moved) throws Exception {
        ben.transfers.retry(id);
        var over = ben.recorder.await(Told.Transferred.class, told -> told.view().transfer().equals(id));
        assertEquals(there, ben.downloaded());
        assertEquals(-1, Files.mismatch(large, ben.downloads.resolve("large")));
        assertEquals(moved, over.run().bytes());
    }

    private static Object place(Path file) throws IOException {
        return Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS).fileKey();
    }

    @Test
    void whatIsWholeAndStandsWhereItWasPutIsNotBroughtAgain() throws Exception {
        cancelInTheMiddle();
        Object before = place(ben.downloads.resolve(SMALL));
        assertTakenAgain(List.of("large", SMALL), Files.size(large));
        assertEquals(before, place(ben.downloads.resolve(SMALL)));
    }

    @Test
    void whatWasDeletedMeanwhileIsBroughtAgain() throws Exception {
        cancelInTheMiddle();
        Files.delete(ben.downloads.resolve(SMALL));
        assertTakenAgain(List.of("large", SMALL), Files.size(large) + Files.size(small));
        assertEquals(-1, Files.mismatch(small, ben.downloads.resolve(SMALL)));
    }

    @Test
    void whatWasChangedMeanwhileStaysAndIsBroughtAgainBesideIt() throws Exception {
        cancelInTheMiddle();
        Files.writeString(ben.downloads.resolve(SMALL), "what the receiver made of it");
        assertTakenAgain(List.of("large", SMALL, SMALL + " (2)"), Files.size(large) + Files.size(small));
    }

    @Test
    void whatIsALinkNowIsBroughtAgain() throws Exception {
        cancelInTheMiddle();
        Path moved = dir.resolve("moved");
        Files.move(ben.downloads.resolve(SMALL), moved);
        Files.createSymbolicLink(ben.downloads.resolve(SMALL), moved);
        assertTakenAgain(List.of("large", SMALL, SMALL + " (2)"), Files.size(large) + Files.size(small));
    }

    @Test
    void norIsAWholeFileOfTheRest() throws Exception {
        anna.connect(ben, wire = new Gate(Integer.MAX_VALUE));
        EntryId offer = anna.transfers.offer(TransferNode.CONVERSATION, List.of(small, large, file("first", 5)));
        anna.tell(ben, offer, false);
        id = ben.recorder.await(Told.Offered.class).view().transfer();
        ben.transfers.accept(id, Choice.of(List.of("/first")));
        ben.recorder.await(Told.Transferred.class);
        ben.recorder.clear();
        wire = new Gate(PASSING);
        anna.connect(ben, wire);
        ben.transfers.retry(id);
        cancelInTheMiddle(offer);
        assertTakenAgain(List.of("first", "large", SMALL), Files.size(large));
        assertTrue(ben.store.choice(id).contains(Choice.REST));
    }

    @Test
    void afterAKillItIsStillKnown() throws Exception {
        cancelInTheMiddle();
        ben.killAndStart();
        anna.connect(ben);
        assertTakenAgain(List.of("large", SMALL), Files.size(large));
    }
}
