package io.landline.filetransfer.core;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.landline.filetransfer.AcceptRule;
import io.landline.filetransfer.FailureReason;
import io.landline.filetransfer.chunk.HashPage;
import io.landline.filetransfer.core.TransferRecorder.Told;
import io.landline.frame.Frame;
import io.landline.frame.FrameType;
import io.landline.identity.Identity;
import io.landline.peer.Sha256;
import io.landline.room.EntryId;
import io.landline.session.Lane;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Pages of chunk hashes: made and signed once by the origin, checked and kept by the receiver.
class HashPagesTest extends TransferFixture {
    /// Lets so many chunks pass and loses all others.
    private record Stalling(AtomicInteger left) implements FakeSession.Wire {
        @Override
        public @Nullable Frame bulk(Frame frame) {
            return frame.type() == FrameType.DATA && left.getAndDecrement() <= 0 ? null : frame;
        }
    }

    private TransferNode carla() {
        return new TransferNode(dir.resolve("carla"), AcceptRule.ALL);
    }

    @Test
    void aPageIsSignedOnceAndIsTheSameForAllReceivers() throws Exception {
        anna.connect(ben);
        EntryId offer = anna.send(ben, file("photo", 3 * MIB));
        ben.recorder.await(Told.Transferred.class);
        byte[] page = assertNotNullBytes(anna.store.hashPage(offer, 0));
        assertArrayEquals(page, ben.store.hashPage(offer, 0));
        anna.killAndStart();
        try (TransferNode carla = carla()) {
            anna.talkTo(carla);
            anna.connect(carla);
            anna.tell(carla, offer);
            carla.recorder.await(Told.Transferred.class);
            assertArrayEquals(page, carla.store.hashPage(offer, 0));
        }
        assertArrayEquals(page, anna.store.hashPage(offer, 0));
        assertEquals(3, HashPage.received(ByteBuffer.wrap(page)).count());
    }

    private static byte[] assertNotNullBytes(byte @Nullable [] bytes) {
        assertNotNull(bytes);
        return bytes;
    }

    @Test
    void h66_aSourceWithOtherBytesOfTheSameSizeAndTimeIsNoticedByItsPage() throws Exception {
        Path source = file("photo", 3 * MIB);
        FileTime time = Files.getLastModifiedTime(source);
        anna.connect(ben);
        EntryId offer = anna.send(ben, source);
        ben.recorder.await(Told.Transferred.class);
        anna.recorder.await(Told.Transferred.class);
        try (var open = new RandomAccessFile(source.toFile(), "rw")) {
            open.seek(MIB + 7);
            int was = open.read();
            open.seek(MIB + 7);
            open.write(was ^ 1);
        }
        Files.setLastModifiedTime(source, time);
        try (TransferNode carla = carla()) {
            anna.connect(carla);
            anna.tell(carla, offer);
            assertEquals(FailureReason.SOURCE_CHANGED, carla.recorder.await(Told.Failed.class).reason());
            assertFalse(Files.exists(carla.downloads.resolve("photo")));
        }
        assertEquals(FailureReason.SOURCE_CHANGED, anna.recorder.await(Told.Failed.class).reason());
    }

    /// Ben has the first page and waits for chunks of the second one.
    private FakeSession halfWay(EntryId[] offer) throws IOException {
        FakeSession session = anna.connect(ben, new Stalling(new AtomicInteger(HashPage.CHUNKS + 2)));
        offer[0] = anna.send(ben, file("photo", (HashPage.CHUNKS + 8) * MIB));
        while (ben.store.hashPage(offer[0], 0) == null) Thread.onSpinWait();
        return session;
    }

    @Test
    void twoSignedPagesOfOneNumberEndTheTransfer() throws Exception {
        var offer = new EntryId[1];
        FakeSession session = halfWay(offer);
        HashPage other = HashPage.signed(anna.identity, offer[0], 0, new byte[HashPage.CHUNKS * Sha256.BYTES]);
        session.send(Lane.FILES, new Frame(FrameType.HASHES, other.bytes()));
        assertEquals(FailureReason.SOURCE_CHANGED, ben.recorder.await(Told.Failed.class).reason());
        assertEquals(FailureReason.SOURCE_CHANGED, anna.recorder.await(Told.Failed.class).reason());
        ben.close();
        assertEquals(0, ben.downloaded().size());
    }

    /// Its author may sign a page in as many ways as there are numbers, and each look takes 0.2 ms of a core.
    @Test
    void h38_theSignatureOfAPageThatIsHereIsNotLookedAtAgain() throws Exception {
        var offer = new EntryId[1];
        FakeSession session = halfWay(offer);
        HashPage known = HashPage.received(ByteBuffer.wrap(assertNotNullBytes(ben.store.hashPage(offer[0], 0))));
        var again = new HashPage(offer[0], known.authorKey(), 0, known.hashes(), new byte[known.signature().length]);
        session.send(Lane.FILES, new Frame(FrameType.HASHES, again.bytes()));
        HashPage placeless = HashPage.signed(anna.identity, offer[0], 2, new byte[Sha256.BYTES]);
        session.send(Lane.FILES, new Frame(FrameType.HASHES, placeless.bytes()));
        session.awaitEnd();
        assertEquals("a hash page that the offer has no place for", session.malformed());
        assertArrayEquals(known.bytes(), ben.store.hashPage(offer[0], 0));
    }

    @Test
    void aPageThatItsAuthorDidNotSignBreaksTheProtocol() throws Exception {
        var offer = new EntryId[1];
        FakeSession session = halfWay(offer);
        HashPage forged = HashPage.signed(Identity.generate(), offer[0], 1, new byte[8 * Sha256.BYTES]);
        session.send(Lane.FILES, new Frame(FrameType.HASHES, forged.bytes()));
        session.awaitEnd();
        assertNotNull(session.malformed());
        anna.connect(ben);
        ben.recorder.await(Told.Transferred.class);
        assertEquals(-1, Files.mismatch(dir.resolve("photo"), ben.downloads.resolve("photo")));
    }

    @Test
    void pagesSpanFilesAndEmptyOnesHaveAChunkToo() throws Exception {
        var files = new ArrayList<Path>();
        for (int n = 0; n < 2 * HashPage.CHUNKS + 3; n++) files.add(file("f" + n, n % 3 == 0 ? 0 : n));
        files.add(file("large", 2 * MIB + 1));
        for (int n = 0; n < HashPage.CHUNKS; n++) files.add(Files.createFile(dir.resolve("empty" + n)));
        anna.connect(ben);
        EntryId offer = anna.send(ben, files.toArray(Path[]::new));
        var there = ben.recorder.await(Told.Transferred.class);
        var here = anna.recorder.await(Told.Transferred.class);
        for (Path file : files) assertEquals(-1, Files.mismatch(file, ben.downloads.resolve(file.getFileName())));
        assertNotNull(there.hashes().root());
        assertArrayEquals(here.hashes().root(), there.hashes().root());
        assertArrayEquals(Sha256.digest().digest(),
                HashPage.received(ByteBuffer.wrap(assertNotNullBytes(ben.store.hashPage(offer, 0)))).hash(0));
    }
}
