package io.landline.filetransfer.core;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.landline.filetransfer.FailureReason;
import io.landline.filetransfer.chunk.HashPage;
import io.landline.filetransfer.core.TransferRecorder.Told;
import io.landline.frame.Frame;
import io.landline.frame.FrameType;
import io.landline.room.EntryId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Offers of many files: the sender reads each byte once, though pages of hashes span files.
class ManyFilesTest extends TransferFixture {
    private List<Path> files(int... sizes) throws IOException {
        var files = new ArrayList<Path>();
        for (int n = 0; n < sizes.length; n++) files.add(file("f" + n, sizes[n]));
        return files;
    }

    /// Asked for many at once, before their turn.
    private List<Path> small(int count) throws IOException {
        return above(0, count);
    }

    /// Asked for one after the other.
    private List<Path> larger(int count) throws IOException {
        return above(64 * 1024, count);
    }

    private List<Path> above(int bytes, int count) throws IOException {
        var sizes = new int[count];
        for (int n = 0; n < count; n++) sizes[n] = bytes + n + 1;
        return files(sizes);
    }

    private static long bytes(List<Path> files) throws IOException {
        long bytes = 0;
        for (Path file : files) bytes += Files.size(file);
        return bytes;
    }

    private void assertArrived(List<Path> files) throws IOException {
        var there = ben.recorder.await(Told.Transferred.class);
        var here = anna.recorder.await(Told.Transferred.class);
        for (Path file : files) assertEquals(-1, Files.mismatch(file, ben.downloads.resolve(file.getFileName())));
        assertEquals(files.size(), ben.downloaded().size());
        assertEquals(files.stream().map(Path::getFileName).toList(),
                there.paths().stream().map(Path::getFileName).toList());
        assertNotNull(there.hashes().root());
        assertArrayEquals(here.hashes().root(), there.hashes().root());
    }

    /// A file that waits is touched before the session comes back.
    private void assertArrivedAfterAKill(List<Path> files, EntryId offer) throws Exception {
        ben.killAndStart();
        touch("-7.part");
        anna.connect(ben);
        anna.tell(ben, offer);
        assertArrived(files);
    }

    /// Offers files, and cuts the session where its wire says so.
    private EntryId brokenOff(List<Path> files, Function<CountDownLatch, FakeSession.Wire> wire) throws Exception {
        var reached = new CountDownLatch(1);
        FakeSession session = anna.connect(ben, wire.apply(reached));
        EntryId offer = anna.send(ben, files.toArray(Path[]::new));
        reached.await();
        session.cut();
        session.awaitEnd();
        return offer;
    }

    @Test
    void manySmallFilesAreReadOnce() throws Exception {
        List<Path> files = small(3 * HashPage.CHUNKS + 7);
        anna.connect(ben);
        EntryId offer = anna.send(ben, files.toArray(Path[]::new));
        assertArrived(files);
        assertEquals(bytes(files), anna.transfers.readBytes(offer));
    }

    @Test
    void filesOfManyChunksAreReadOnce() throws Exception {
        List<Path> files = files(20 * MIB, 30 * MIB + 1, 20 * MIB, 0, 25 * MIB, 5, 0);
        anna.connect(ben);
        EntryId offer = anna.send(ben, files.toArray(Path[]::new));
        assertArrived(files);
        assertEquals(bytes(files), anna.transfers.readBytes(offer));
    }

    /// Spoils the nth chunk that passes.
    private static FakeSession.Wire spoiling(int nth) {
        var chunks = new AtomicInteger();
        return new FakeSession.Wire() {
            @Override
            public Frame bulk(Frame frame) {
                if (frame.type() != FrameType.DATA || chunks.incrementAndGet() != nth) return frame;
                byte[] body = frame.body().clone();
                body[body.length - 1] ^= 1;
                return new Frame(frame.type(), body);
            }
        };
    }

    @Test
    void aSpoiltChunkOfAFileThatWaitsForItsPageIsFetchedAgain() throws Exception {
        List<Path> files = larger(HashPage.CHUNKS + 7);
        anna.connect(ben, spoiling(3));
        anna.send(ben, files.toArray(Path[]::new));
        assertArrived(files);
    }

    /// Loses chunks from the nth on.
    private static FakeSession.Wire stalling(int nth, CountDownLatch reached) {
        var chunks = new AtomicInteger();
        return new FakeSession.Wire() {
            @Override
            public @Nullable Frame bulk(Frame frame) {
                if (frame.type() != FrameType.DATA || chunks.incrementAndGet() < nth) return frame;
                reached.countDown();
                return null;
            }
        };
    }

    @Test
    void afterABreakWhatWasHashedIsNotReadAgain() throws Exception {
        List<Path> files = larger(HashPage.CHUNKS + 7);
        EntryId offer = brokenOff(files, reached -> stalling(40, reached));
        long lost = Files.size(files.get(39)); // read, and lost on its way
        anna.connect(ben);
        assertArrived(files);
        assertEquals(bytes(files) + lost, anna.transfers.readBytes(offer));
    }

    @Test
    void aSpoiltSmallFileIsFetchedAgain() throws Exception {
        List<Path> files = small(HashPage.CHUNKS + 7);
        anna.connect(ben, spoiling(3));
        anna.send(ben, files.toArray(Path[]::new));
        assertArrived(files);
    }

    /// When the larger one is asked for, those before it are written.
    private List<Path> smallAroundALarger() throws IOException {
        var sizes = new int[HashPage.CHUNKS + 7];
        Arrays.setAll(sizes, n -> n == 40 ? 64 * 1024 : n + 1);
        return files(sizes);
    }

    @Test
    void afterABreakSmallFilesThatWereWrittenAreNotReadAgain() throws Exception {
        List<Path> files = smallAroundALarger();
        EntryId offer = brokenOff(files, reached -> stalling(41, reached));
        anna.connect(ben);
        assertArrived(files);
        assertEquals(bytes(files) + Files.size(files.get(40)), anna.transfers.readBytes(offer));
    }

    @Test
    void filesThatWaitedForTheirPageWhenTheReceiverWasKilledAreReadAgainHere() throws Exception {
        List<Path> files = larger(HashPage.CHUNKS + 7);
        EntryId offer = brokenOff(files, reached -> stalling(40, reached));
        assertArrivedAfterAKill(files, offer);
    }

    /// Loses all hash pages, and tells when chunks are asked for the second time.
    private static FakeSession.Wire withoutPages(CountDownLatch askedAgain) {
        var requests = new AtomicInteger();
        return new FakeSession.Wire() {
            @Override
            public @Nullable Frame control(Frame frame) {
                return frame.type() == FrameType.HASHES ? null : frame;
            }

            @Override
            public Frame bulk(Frame frame) {
                if (frame.type() == FrameType.RANGE_REQUEST && requests.incrementAndGet() == 2) askedAgain.countDown();
                return frame;
            }
        };
    }

    @Test
    void smallFilesThatWaitedForTheirPageWhenTheReceiverWasKilledAreReadAgainHere() throws Exception {
        List<Path> files = smallAroundALarger();
        EntryId offer = brokenOff(files, ManyFilesTest::withoutPages);
        assertArrivedAfterAKill(files, offer);
    }

    @Test
    void aFileThatIsTouchedWhileItWaitsIsReadAgain() throws Exception {
        List<Path> files = larger(HashPage.CHUNKS + 7);
        anna.connect(ben, atChunk(40, () -> touch("-7.part")));
        anna.send(ben, files.toArray(Path[]::new));
        assertArrived(files);
    }

    private void touch(String partial) {
        try (var waiting = Files.list(ben.downloads)) {
            Path touched = waiting.filter(path -> path.getFileName().toString().endsWith(partial))
                    .findFirst()
                    .orElseThrow();
            Files.write(touched, new byte[Math.toIntExact(Files.size(touched))]);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aCancelWhileFilesWaitLeavesNoPartials() throws Exception {
        List<Path> files = larger(HashPage.CHUNKS + 7);
        var reached = new CountDownLatch(1);
        anna.connect(ben, stalling(40, reached));
        anna.send(ben, files.toArray(Path[]::new));
        reached.await();
        ben.transfers.cancel(ben.transfers.open().getFirst().transfer());
        assertEquals(FailureReason.CANCELLED_BY_RECEIVER, ben.recorder.await(Told.Failed.class).reason());
        ben.close();
        assertEquals(List.of(), ben.downloaded());
    }
}
