package io.landline.filetransfer.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.filetransfer.AcceptRule;
import io.landline.filetransfer.Choice;
import io.landline.filetransfer.FailureReason;
import io.landline.filetransfer.OfferBody;
import io.landline.filetransfer.TransferId;
import io.landline.filetransfer.core.TransferRecorder.Told;
import io.landline.filetransfer.partial.DiskSpace;
import io.landline.room.EntryId;
import io.landline.testing.SmallDisk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/// The free space of a disk: shared by what runs, looked at again and again, never all of it.
class DiskSpaceTest extends TransferFixture {
    private static final long RESERVE = DiskSpace.RESERVE_BYTES;

    /// A disk that has as much room as the test says, whatever is written to it.
    private record Room(AtomicLong usable, AtomicLong fileMax) implements DiskSpace.Disk {
        @Override
        public long usableBytes() {
            return usable.get();
        }

        @Override
        public long fileBytesMax() {
            return fileMax.get();
        }
    }

    private final AtomicLong usable = new AtomicLong();
    private final AtomicLong fileMax = new AtomicLong(Long.MAX_VALUE);
    private final Room disk = new Room(usable, fileMax);
    private final DiskSpace space = new DiskSpace(_ -> disk);

    private DiskSpace.Reservation reserve(long bytes) throws IOException {
        DiskSpace.Reservation reservation = space.reserve(Path.of("x"));
        reservation.needs(bytes);
        return reservation;
    }

    @Test
    void h69_exactlyWhatLeavesTheReserveFitsAndOneByteMoreDoesNot() throws IOException {
        usable.set(RESERVE + 100);
        assertTrue(reserve(100).fits());
        usable.set(RESERVE + 100 + OfferBody.BYTES_MAX);
        assertFalse(reserve(OfferBody.BYTES_MAX + 1).fits());
        assertFalse(reserve(Long.MAX_VALUE).fits());
        usable.set(0);
        assertFalse(reserve(1).fits());
        assertTrue(reserve(0).fits());
    }

    @Test
    void whatIsMissingCountsWhatRunningDownloadsNeed() throws IOException {
        usable.set(RESERVE + 100);
        assertEquals(0, space.missing(Path.of("x"), 100));
        assertEquals(1, space.missing(Path.of("x"), 101));
        try (DiskSpace.Reservation first = reserve(60)) {
            assertEquals(60, space.missing(Path.of("x"), 100));
            first.written(60);
            assertEquals(0, space.missing(Path.of("x"), 100));
        }
        usable.set(0);
        assertEquals(RESERVE + 1, space.missing(Path.of("x"), 1));
        assertEquals(0, space.missing(Path.of("x"), 0));
    }

    @Test
    void l5_twoDoNotCountOnTheSameRoom() throws IOException {
        usable.set(RESERVE + 100);
        DiskSpace.Reservation first = reserve(60);
        DiskSpace.Reservation second = reserve(60);
        assertTrue(first.fits());
        assertFalse(second.fits());
        first.written(20);
        usable.addAndGet(-20);
        assertFalse(second.fits());
        first.close();
        assertTrue(second.fits());
        assertTrue(reserve(20).fits());
    }

    @Test
    void l5_theOneThatCameFirstGoesFirstAndAnotherDiskIsAnotherMatter() throws IOException {
        var other = new DiskSpace(
                folder -> folder.startsWith("a") ? new Room(new AtomicLong(RESERVE + 50), fileMax) : disk);
        usable.set(RESERVE + 50);
        DiskSpace.Reservation there = other.reserve(Path.of("a"));
        there.needs(50);
        DiskSpace.Reservation here = other.reserve(Path.of("b"));
        here.needs(50);
        assertTrue(there.fits());
        assertTrue(here.fits());
        DiskSpace.Reservation late = other.reserve(Path.of("b"));
        late.needs(1);
        assertFalse(late.fits());
        assertTrue(here.fits());
    }

    /// Carla's disk has room as told; the wire can be made to do something at a chunk.
    private TransferNode carla() {
        ben.close();
        var carla = new TransferNode(dir.resolve("carla"), AcceptRule.ALL);
        carla.close();
        carla.disks = _ -> disk;
        carla.start();
        anna.talkTo(carla);
        return carla;
    }

    @Test
    void h69_whatWouldEatTheReserveIsRefusedBeforeItStarts() throws Exception {
        usable.set(RESERVE + 3 * MIB - 1);
        try (TransferNode carla = carla()) {
            anna.connect(carla);
            EntryId offer = anna.send(carla, file("photo", 3 * MIB));
            var told = carla.recorder.await(Told.Failed.class);
            assertEquals(FailureReason.DISK_FULL, told.reason());
            assertTrue(told.resumable());
            assertEquals(java.util.List.of(), carla.downloaded());
            usable.incrementAndGet();
            carla.transfers.resume(TransferId.of(offer, carla.fingerprint));
            carla.recorder.await(Told.Transferred.class);
        }
    }

    /// As a FAT stick, on which 4 GiB are one byte too many.
    @Test
    void aFileTooLargeForTheFileSystemStopsBeforeAnythingMoves() throws Exception {
        usable.set(Long.MAX_VALUE);
        fileMax.set(3 * MIB - 1);
        try (TransferNode carla = carla()) {
            anna.connect(carla);
            EntryId offer = anna.send(carla, file("photo", 3 * MIB));
            var told = carla.recorder.await(Told.Failed.class);
            assertEquals(FailureReason.FILE_TOO_LARGE, told.reason());
            assertTrue(told.resumable());
            assertEquals(FailureReason.FILE_TOO_LARGE, anna.recorder.await(Told.Failed.class).reason());
            assertEquals(java.util.List.of(), carla.downloaded());
            fileMax.incrementAndGet();
            carla.transfers.resume(TransferId.of(offer, carla.fingerprint));
            carla.recorder.await(Told.Transferred.class);
        }
    }

    @Test
    void h69_theRoomIsLookedAtAgainWhileATransferRuns() throws Exception {
        usable.set(Long.MAX_VALUE);
        try (TransferNode carla = carla()) {
            Path source = file("photo", 60 * MIB);
            anna.connect(carla, atChunk(5, () -> usable.set(RESERVE + 1)));
            EntryId offer = anna.send(carla, source);
            var told = carla.recorder.await(Told.Failed.class);
            assertEquals(FailureReason.DISK_FULL, told.reason());
            assertTrue(told.resumable());
            assertTrue(
                    carla.store.files(TransferId.of(offer, carla.fingerprint), 0, 1).getFirst().keptChunks() > 0);
            usable.set(Long.MAX_VALUE);
            carla.transfers.resume(TransferId.of(offer, carla.fingerprint));
            carla.recorder.await(Told.Transferred.class);
            assertEquals(-1, Files.mismatch(source, carla.downloads.resolve("photo")));
        }
    }

    @Test
    void h69_soItIsBetweenManySmallFiles() throws Exception {
        usable.set(Long.MAX_VALUE);
        Path folder = Files.createDirectories(dir.resolve("many"));
        for (int n = 0; n < 60; n++) Files.write(folder.resolve("photo" + n), new byte[MIB]);
        try (TransferNode carla = carla()) {
            anna.connect(carla, atChunk(5, () -> usable.set(RESERVE + 1)));
            EntryId offer = anna.send(carla, folder);
            Told end = carla.recorder.await(Told.class,
                    one -> one instanceof Told.Transferred || one instanceof Told.Failed);
            assertTrue(end instanceof Told.Failed failed && failed.reason() == FailureReason.DISK_FULL, end.toString());
            usable.set(Long.MAX_VALUE);
            carla.transfers.resume(TransferId.of(offer, carla.fingerprint));
            carla.recorder.await(Told.Transferred.class);
        }
    }

    @Test
    void l5_whatDoesNotFitBesideARunningTransferStopsAndTheOtherGoesOn() throws Exception {
        usable.set(RESERVE + 50 * MIB);
        try (TransferNode carla = carla()) {
            var second = new Runnable() {
                @Override
                public void run() {
                    try {
                        anna.send(carla, file("second", 40 * MIB));
                        carla.recorder.await(Told.Failed.class);
                    } catch (IOException e) {
                        throw new AssertionError(e);
                    }
                }
            };
            anna.connect(carla, atChunk(2, second));
            EntryId first = anna.send(carla, file("first", 45 * MIB));
            var told = carla.recorder.await(Told.Failed.class);
            assertEquals(FailureReason.DISK_FULL, told.reason());
            assertEquals(40L * MIB, told.view().amount().total());
            carla.recorder.await(Told.Transferred.class, one -> one.view().offer().equals(first));
            carla.transfers.resume(told.view().transfer());
            carla.recorder.await(Told.Transferred.class, one -> one.view().amount().total() == 40L * MIB);
        }
    }

    /// Both come by one connection, and chunks of the one that stops are still under way.
    @Test
    void whatStopsAtAFullDiskDoesNotHoldUpWhatGoesToAnother() throws Exception {
        usable.set(Long.MAX_VALUE);
        Path small = Files.createDirectories(dir.resolve("small"));
        Path source = file("second", 60 * MIB);
        ben.close();
        try (var carla = new TransferNode(dir.resolve("carla"), AcceptRule.ASK)) {
            carla.close();
            carla.disks = folder -> folder.endsWith("small") ? disk : DiskSpace.REAL.of(folder);
            carla.start();
            anna.talkTo(carla);
            EntryId first = anna.send(carla, file("first", 61 * MIB));
            EntryId second = anna.send(carla, source);
            anna.connect(carla, atChunk(5, () -> usable.set(RESERVE + 1)));
            carla.transfers.acceptInto(TransferId.of(first, carla.fingerprint), Choice.ALL, small);
            carla.transfers.accept(TransferId.of(second, carla.fingerprint));
            assertEquals(FailureReason.DISK_FULL, carla.recorder.await(Told.Failed.class).reason());
            carla.recorder.await(Told.Transferred.class, one -> one.view().offer().equals(second));
            assertEquals(-1, Files.mismatch(source, carla.downloads.resolve("second")));
        }
    }

    @Test
    void l5_onARealSmallDiskTheReserveStaysFree() throws Exception {
        Path small = dir.resolve("small");
        try (var _ = new SmallDisk(small, "64m");
                var carla = new TransferNode(small, AcceptRule.ALL)) {
            anna.talkTo(carla);
            anna.connect(carla, atChunk(3, () -> fill(small.resolve("filler"), 12)));
            EntryId offer = anna.send(carla, file("photo", 40 * MIB));
            var told = carla.recorder.await(Told.Failed.class);
            assertEquals(FailureReason.DISK_FULL, told.reason());
            assertTrue(Files.getFileStore(small).getUsableSpace() >= RESERVE, "the reserve was eaten");
            Files.delete(small.resolve("filler"));
            carla.transfers.resume(TransferId.of(offer, carla.fingerprint));
            carla.recorder.await(Told.Transferred.class);
        }
    }

    private static void fill(Path file, int mib) {
        try (var out = Files.newOutputStream(file)) {
            for (int n = 0; n < mib; n++) out.write(new byte[MIB]);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /// At once, and when it asks after it was started again.
    @Test
    void theSenderHearsHowMuchRoomIsMissing() throws Exception {
        usable.set(RESERVE + 3 * MIB - 1_234);
        try (TransferNode carla = carla()) {
            anna.connect(carla);
            anna.send(carla, file("photo", 3 * MIB));
            var told = anna.recorder.await(Told.Failed.class);
            assertEquals(FailureReason.DISK_FULL, told.reason());
            assertEquals(1_300, told.view().status().missingThere());
            usable.addAndGet(-1_000);
            anna.killAndStart();
            assertEquals(0, anna.transfers.open().getFirst().status().missingThere());
            anna.connect(carla);
            while (anna.transfers.open().getFirst().status().missingThere() != 2_300) Thread.onSpinWait();
        }
    }
}
