package io.landline.filetransfer.core;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.filetransfer.FailureReason;
import io.landline.filetransfer.TransferId;
import io.landline.filetransfer.chunk.ChunkLedger;
import io.landline.filetransfer.core.TransferRecorder.Told;
import io.landline.frame.Frame;
import io.landline.frame.FrameType;
import io.landline.room.EntryId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// Connections that break, programs that are killed, bytes that are spoilt on the way.
class TransferInterruptedTest extends TransferFixture {
    @Test
    void aSessionThatBreaksAtAnyMomentLosesNothingThatWasVerified() throws Exception {
        var random = new Random(seed(getClass()));
        Path source = file("photo", 30 * MIB + 3);
        EntryId offer = anna.transfers.offer(TransferNode.CONVERSATION, List.of(source));
        int sent = 0;
        boolean first = true;
        for (int n = 0; n < 5; n++) {
            var wire = new Gate(random.nextInt(1, 6));
            FakeSession session = anna.connect(ben, wire);
            if (first) anna.tell(ben, offer);
            first = false;
            wire.reached.await();
            if (random.nextBoolean()) {
                session.cutBulk(); // the control connection lives: it is opened anew
            } else {
                session.cut();
            }
            session.cut();
            session.awaitEnd();
            sent += wire.chunks.get();
        }
        var last = new Gate(Integer.MAX_VALUE);
        anna.connect(ben, last);
        var there = ben.recorder.await(Told.Transferred.class);
        anna.recorder.await(Told.Transferred.class);
        assertEquals(-1, Files.mismatch(source, ben.downloads.resolve("photo")));
        assertEquals(List.of("photo"), ben.downloaded());
        assertNotNull(there.hashes().root());
        int all = sent + last.chunks.get();
        assertTrue(all <= 31 + 5 * (ChunkLedger.ASKED_MAX + 4), () -> "chunks sent: " + all);
        assertEquals(0, ben.recorder.all().stream().filter(Told.Failed.class::isInstance).count());
    }

    @Test
    void h78_killedAtAnyWriteTheReceiverEndsWithTheOneWholeFile() throws Exception {
        Path source = file("photo", 3 * MIB + 1);
        byte[] content = Files.readAllBytes(source);
        int writes = ben.store.writes;
        FakeSession session = anna.connect(ben);
        anna.send(ben, source);
        ben.recorder.await(Told.Transferred.class);
        int points = ben.store.writes - writes;
        session.cut();
        session.awaitEnd();
        assertTrue(points >= 6, () -> points + " writes");
        for (int point = 0; point <= points; point++) {
            Files.deleteIfExists(ben.downloads.resolve("photo"));
            EntryId offer = anna.transfers.offer(TransferNode.CONVERSATION, List.of(source));
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
            assertEquals(List.of("photo"), ben.downloaded(), "killed at write " + point);
            assertArrayEquals(content, Files.readAllBytes(ben.downloads.resolve("photo")));
            after.cut();
            after.awaitEnd();
        }
    }

    @Test
    void aSenderThatIsKilledKeepsItsOfferAndItsIds() throws Exception {
        Path source = file("photo", 30 * MIB);
        var wire = new Gate(20);
        FakeSession session = anna.connect(ben, wire);
        EntryId offer = anna.send(ben, source);
        ben.awaitNoted(offer);
        session.cut();
        session.awaitEnd();
        anna.killAndStart();
        assertEquals(offer, anna.transfers.open().getFirst().offer());
        anna.connect(ben);
        ben.recorder.await(Told.Transferred.class);
        var sent = anna.recorder.await(Told.Transferred.class);
        assertEquals(offer, sent.view().offer());
        assertTrue(sent.run().bytes() < 30L * MIB, () -> sent.run().bytes() + " bytes in this run");
    }

    @Test
    void whatIsVerifiedIsNotFetchedAgainAfterAKill() throws Exception {
        Path source = file("photo", 40 * MIB);
        var wire = new Gate(30);
        FakeSession session = anna.connect(ben, wire);
        EntryId offer = anna.send(ben, source);
        wire.reached.await();
        session.cut();
        session.awaitEnd();
        ben.transfers.close();
        ben.killAndStart();
        var again = new Gate(Integer.MAX_VALUE);
        anna.connect(ben, again);
        anna.tell(ben, offer);
        var there = ben.recorder.await(Told.Transferred.class);
        assertTrue(again.chunks.get() < 40, () -> again.chunks + " chunks came again");
        assertEquals((long) again.chunks.get() * MIB, there.run().bytes(), "a speed is of what came in this run");
        assertEquals(40L * MIB, there.view().amount().bytes());
        assertEquals(-1, Files.mismatch(source, ben.downloads.resolve("photo")));
    }

    /// More than a receiver asks for at once, so that what is sent again cannot hide a count that began anew.
    @Test
    void whoSendsGoesOnCountingWhereTheReceiverGoesOn() throws Exception {
        var wire = new Gate(50);
        FakeSession session = anna.connect(ben, wire);
        anna.send(ben, file("photo", 60 * MIB));
        wire.reached.await();
        anna.recorder.await(Told.Progress.class, told -> told.view().amount().bytes() >= 40L * MIB);
        session.cut();
        session.awaitEnd();
        long before = anna.transfers.open().getFirst().amount().bytes();
        assertTrue(before >= 40L * MIB, () -> before + " bytes before");
        var again = new Gate(1);
        anna.connect(ben, again);
        again.reached.await();
        long now = anna.transfers.open().getFirst().amount().bytes();
        assertTrue(now >= before, () -> now + " bytes after " + before);
        again.open();
    }

    /// Twice goes at most what is under way, what waits in the buffers, and what is not noted: less than 32 MiB.
    @Test
    void whatIsHereIsNotedWhileItComes() throws Exception {
        var noted = new AtomicInteger(-1);
        EntryId offer = anna.transfers.offer(TransferNode.CONVERSATION, List.of(file("photo", 60 * MIB)));
        anna.connect(ben, atChunk(58,
                () -> noted.set(ben.store.files(TransferId.of(offer, ben.fingerprint), 0, 1).getFirst().keptChunks())));
        anna.tell(ben, offer);
        ben.recorder.await(Told.Transferred.class);
        assertTrue(noted.get() >= 58 - 32, () -> noted + " chunks were noted when the 58th passed");
    }

    @Test
    void whatTheSenderMissedItLearnsAtTheNextMeeting() throws Exception {
        var lost = new FakeSession.Wire() {
            @Override
            public Frame control(Frame frame) {
                return frame.type() == FrameType.DONE ? null : frame;
            }
        };
        FakeSession session = anna.connect(ben, lost);
        anna.send(ben, file("photo", 5));
        ben.recorder.await(Told.Transferred.class);
        assertEquals(1, anna.transfers.open().size());
        session.cut();
        session.awaitEnd();
        anna.connect(ben);
        anna.recorder.await(Told.Transferred.class);
        assertEquals(List.of(), anna.transfers.open());
    }

    /// Flips a bit in some chunks.
    private static FakeSession.Wire spoiling(int times) {
        var left = new AtomicInteger(times);
        return new FakeSession.Wire() {
            @Override
            public Frame bulk(Frame frame) {
                if (frame.type() != FrameType.DATA || left.getAndDecrement() <= 0) return frame;
                frame.body()[frame.body().length / 2] ^= 4;
                return frame;
            }
        };
    }

    @Test
    void aSpoiltChunkIsFetchedAgain() throws Exception {
        Path source = file("photo", 20 * MIB + 1);
        anna.connect(ben, spoiling(2));
        anna.send(ben, source);
        var there = ben.recorder.await(Told.Transferred.class);
        assertEquals(-1, Files.mismatch(source, ben.downloads.resolve("photo")));
        assertNull(there.hashes().sha256());
    }

    @Test
    void whoSendsOtherBytesThanHisHashesSayIsGivenUpOnAndNothingStays() throws Exception {
        anna.connect(ben, spoiling(Integer.MAX_VALUE));
        anna.send(ben, file("photo", 5 * MIB));
        assertEquals(FailureReason.SOURCE_CHANGED, ben.recorder.await(Told.Failed.class).reason());
        assertEquals(FailureReason.SOURCE_CHANGED, anna.recorder.await(Told.Failed.class).reason());
        ben.close();
        assertEquals(List.of(), ben.downloaded());
    }

    @Test
    void hashesThatWereLostAreAskedForAgain() throws Exception {
        var lost = new AtomicInteger(2);
        Path source = file("photo", 20 * MIB);
        anna.connect(ben, new FakeSession.Wire() {
            @Override
            public Frame control(Frame frame) {
                return frame.type() == FrameType.HASHES && lost.getAndDecrement() > 0 ? null : frame;
            }
        });
        anna.send(ben, source);
        ben.recorder.await(Told.Transferred.class);
        assertEquals(-1, Files.mismatch(source, ben.downloads.resolve("photo")));
    }
}
