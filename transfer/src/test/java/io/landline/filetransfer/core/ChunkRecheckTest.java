package io.landline.filetransfer.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.filetransfer.TransferId;
import io.landline.filetransfer.TransferState;
import io.landline.filetransfer.TransferStore;
import io.landline.filetransfer.TransferStore.StoredFile;
import io.landline.filetransfer.chunk.HashPage;
import io.landline.filetransfer.chunk.PageRequest;
import io.landline.filetransfer.core.TransferRecorder.Told;
import io.landline.filetransfer.swarm.PageAsks;
import io.landline.frame.Frame;
import io.landline.frame.FrameType;
import io.landline.frame.MalformedFrameException;
import io.landline.room.EntryId;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A partial file of an earlier run is a memory, not a proof (H75): somebody may have changed it meanwhile.
class ChunkRecheckTest extends TransferFixture {
    private static final int CHUNKS = 40;

    private Path source;
    private EntryId offer;

    /// Notes the chunks that pass; notices when so many are there, and loses all that come later.
    private static class Passing implements FakeSession.Wire {
        final List<Integer> chunks = Collections.synchronizedList(new ArrayList<>());
        final CountDownLatch reached = new CountDownLatch(1);
        private final int at;

        Passing(int at) { this.at = at; }

        @Override
        public @Nullable Frame bulk(Frame frame) {
            if (frame.type() != FrameType.DATA) return frame;
            if (reached.getCount() == 0) return null;
            chunks.add(ByteBuffer.wrap(frame.body()).getInt(TransferId.BYTES));
            if (chunks.size() == at) reached.countDown();
            return frame;
        }
    }

    @BeforeEach
    void offer() throws IOException {
        source = file("photo", (CHUNKS - 1) * MIB + 5);
        offer = anna.transfers.offer(TransferNode.CONVERSATION, List.of(source));
    }

    /// Ben receives some chunks and goes down.
    private void receiveSome() throws Exception {
        receiveSome(25);
    }

    private void receiveSome(int chunks) throws Exception {
        var wire = new Passing(chunks);
        FakeSession session = anna.connect(ben, wire);
        anna.tell(ben, offer);
        wire.reached.await();
        session.cut();
        session.awaitEnd();
        ben.transfers.close();
    }

    private StoredFile stored() {
        return ben.store.files(TransferId.of(offer, ben.fingerprint), 0, 1).getFirst();
    }

    private Path partial() {
        return ben.downloads.resolve(stored().partial());
    }

    private static void flip(Path file, long at) {
        try (var open = new RandomAccessFile(file.toFile(), "rw")) {
            open.seek(at);
            int was = open.read();
            open.seek(at);
            open.write(was ^ 1);
            // systems count times of files in steps of some milliseconds, and the last chunk may be as young as that
            Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusSeconds(1)));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void resize(Path file, long bytes) {
        try (var open = new RandomAccessFile(file.toFile(), "rw")) {
            open.setLength(bytes);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /// Ben starts again and gets the rest; what came over the wire.
    private List<Integer> finish() throws Exception {
        ben.killAndStart();
        return finish(new Passing(0));
    }

    private List<Integer> finish(Passing wire) throws Exception {
        anna.connect(ben, wire);
        anna.tell(ben, offer);
        ben.recorder.await(Told.Transferred.class);
        assertEquals(-1, Files.mismatch(source, ben.downloads.resolve("photo")), "the file is not what was offered");
        return wire.chunks.stream().sorted().toList();
    }

    private static List<Integer> from(int first) {
        return java.util.stream.IntStream.range(first, CHUNKS).boxed().toList();
    }

    @Test
    void b4_aByteThatFlippedWhileTheReceiverWasDownIsFetchedAgain() throws Exception {
        receiveSome();
        int kept = stored().keptChunks();
        assertTrue(kept > 5 && kept < CHUNKS);
        flip(partial(), 3L * MIB + 17);
        var expected = new ArrayList<>(from(kept));
        expected.addFirst(3);
        assertEquals(expected, finish());
        assertEquals(List.of("photo"), ben.downloaded());
    }

    @Test
    void b4_whatIsStillRightIsNotFetchedAgain() throws Exception {
        receiveSome();
        int kept = stored().keptChunks();
        assertEquals(from(kept), finish());
    }

    @Test
    void b4_withAllChunksKeptThereIsNoNameBeforeTheOriginHasVouchedForThem() throws Exception {
        receiveSome();
        StoredFile half = stored();
        Files.copy(source, partial(), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        flip(partial(), 7L * MIB);
        ben.store.saveFiles(TransferId.of(offer, ben.fingerprint), List.of(new StoredFile(0, half.path(), half.bytes(),
                half.modifiedMillis(), CHUNKS, half.partial(), "", false, TransferStore.Taken.PLAIN)));
        ben.killAndStart();
        assertEquals(TransferState.WAITING, ben.transfers.open().getFirst().state());
        assertEquals(List.of(half.partial()), ben.downloaded());
        assertEquals(List.of(7), finish(new Passing(0)));
    }

    @Test
    void b4_aPartialThatIsShorterIsFetchedFromItsEndOn() throws Exception {
        receiveSome();
        resize(partial(), 4L * MIB + 9);
        assertEquals(from(4), finish());
    }

    @Test
    void b4_aPartialThatIsEmptyIsFetchedFromTheFirstChunkOn() throws Exception {
        receiveSome();
        resize(partial(), 0);
        assertEquals(from(0), finish());
    }

    @Test
    void b4_aPartialThatIsLongerThanTheFileLosesWhatIsTooMuch() throws Exception {
        receiveSome();
        int kept = stored().keptChunks();
        resize(partial(), (long) CHUNKS * MIB + 1);
        assertEquals(from(kept), finish());
    }

    @ParameterizedTest
    @ValueSource(strings = {"gone", "link", "folder", "full folder"})
    void b4_aPartialThatIsNoPlainFileAnyMoreStartsAgainAndWhatStandsThereStays(String instead) throws Exception {
        receiveSome();
        Path partial = partial();
        Path outside = Files.copy(source, dir.resolve("outside"));
        Files.delete(partial);
        switch (instead) {
            case "link" -> Files.createSymbolicLink(partial, outside);
            case "folder" -> Files.createDirectory(partial);
            case "full folder" -> Files.writeString(Files.createDirectory(partial).resolve("mine"), "untouched");
            default -> assertFalse(Files.exists(partial));
        }
        assertEquals(from(0), finish());
        assertFalse(Files.isSymbolicLink(ben.downloads.resolve("photo")));
        assertEquals(-1, Files.mismatch(source, outside));
        if (instead.equals("link")) assertTrue(Files.isSymbolicLink(partial));
        if (instead.equals("full folder")) assertEquals("untouched", Files.readString(partial.resolve("mine")));
    }

    @Test
    void b4_whatThisRunVerifiedItselfIsNotReadAgainUnlessItChangedMeanwhile() throws Exception {
        source = file("photo", (HashPage.CHUNKS + 16) * MIB);
        offer = anna.transfers.offer(TransferNode.CONVERSATION, List.of(source));
        var wire = new Stalling(HashPage.CHUNKS + 2);
        FakeSession session = anna.connect(ben, wire);
        anna.tell(ben, offer);
        wire.reached.await();
        while (ben.store.hashPage(offer, 0) == null) Thread.onSpinWait();
        session.cut();
        session.awaitEnd();
        var counting = new PageAsks();
        FakeSession second = anna.connect(ben, counting);
        counting.reached.await();
        second.cut();
        second.awaitEnd();
        assertEquals(0, counting.firstPageAsked.get(), "nothing changed");
        ben.recorder.clear();
        awaitLeft();
        ben.transfers.pause(TransferId.of(offer, ben.fingerprint));
        flip(partial(), 2L * MIB);
        ben.transfers.resume(TransferId.of(offer, ben.fingerprint));
        assertTrue(finish(new Passing(0)).contains(2));
    }

    /// Lets so many chunks pass and loses all others.
    private static final class Stalling extends Passing {
        Stalling(int at) { super(at); }

        @Override
        public @Nullable Frame bulk(Frame frame) {
            if (frame.type() == FrameType.DATA && reached.getCount() == 0) return null;
            return super.bulk(frame);
        }
    }

    /// The session's end was heard before the download let go of the file; a change before that is its own to see.
    private void awaitLeft() {
        while (ben.transfers.open().getFirst().state() == TransferState.RUNNING) Thread.onSpinWait();
    }

    /// Counts how often the first page is asked for.
    private static final class PageAsks extends Passing {
        final AtomicInteger firstPageAsked = new AtomicInteger();

        PageAsks() { super(2); }

        @Override
        public Frame bulk(Frame frame) {
            try {
                if (frame.type() == FrameType.HASH_REQUEST
                        && PageRequest.received(ByteBuffer.wrap(frame.body())).pages().contains(0)) {
                    firstPageAsked.incrementAndGet();
                }
            } catch (MalformedFrameException e) {
                throw new AssertionError(e);
            }
            return super.bulk(frame);
        }
    }

    /// Loses every page of hashes until all that is new has passed.
    private static final class Withholding extends Passing {
        Withholding(int kept) { super(CHUNKS - kept); }

        @Override
        public Frame control(Frame frame) {
            return frame.type() != FrameType.HASHES || reached.getCount() == 0 ? frame : null;
        }
    }

    @Test
    void b4_newChunksComeWhileTheKeptOnesWaitForTheirHashesAndLostHashesAreAskedForAgain() throws Exception {
        receiveSome(20);
        int kept = stored().keptChunks();
        var wire = new Withholding(kept);
        ben.killAndStart();
        assertEquals(from(kept), finish(wire));
    }
}
