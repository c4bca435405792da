package io.landline.filetransfer.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.filetransfer.AcceptRule;
import io.landline.filetransfer.FailureReason;
import io.landline.filetransfer.FakeStore;
import io.landline.filetransfer.NoSuchTransferException;
import io.landline.filetransfer.OfferBody;
import io.landline.filetransfer.TransferId;
import io.landline.filetransfer.TransferListener.Side;
import io.landline.filetransfer.TransferState;
import io.landline.filetransfer.TransferView;
import io.landline.filetransfer.chunk.ChunkLayout;
import io.landline.filetransfer.core.TransferRecorder.Told;
import io.landline.filetransfer.frame.FileMessage;
import io.landline.filetransfer.incoming.DownloadSlots;
import io.landline.filetransfer.incoming.OpenTransferLimits;
import io.landline.room.EntryId;
import io.landline.session.Lane;
import io.landline.session.SessionListener;
import io.landline.testing.SmallDisk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/// How transfers end, or stop for a while: by a person, by their source, by the disk.
class TransferEndingsTest extends TransferFixture {
    @Test
    void aDeclinedOfferWritesNothingAndBothSidesSaySo() throws Exception {
        var carla = new TransferNode(dir.resolve("carla"), AcceptRule.ASK);
        anna.talkTo(carla);
        anna.connect(carla);
        EntryId offer = anna.send(carla, file("photo", 3 * MIB));
        carla.recorder.await(Told.Offered.class);
        carla.transfers.decline(TransferId.of(offer, carla.fingerprint));
        assertEquals(FailureReason.DECLINED, carla.recorder.await(Told.Failed.class).reason());
        assertEquals(FailureReason.DECLINED, anna.recorder.await(Told.Failed.class).reason());
        assertEquals(List.of(), carla.downloaded());
        assertThrows(NoSuchTransferException.class,
                () -> carla.transfers.accept(TransferId.of(offer, carla.fingerprint)));
        carla.close();
    }

    @Test
    void whatAVerifiedPersonOffersIsAcceptedAndWhatABlockedOneDoesIsNot() throws Exception {
        var carla = new TransferNode(dir.resolve("carla"), AcceptRule.KNOWN);
        anna.talkTo(carla);
        anna.connect(carla);
        carla.verdicts.blocked.add(anna.fingerprint);
        anna.send(carla, file("one", 5));
        carla.recorder.await(Told.Offered.class);
        assertEquals(TransferState.OFFERED, carla.transfers.open().getFirst().state());
        carla.verdicts.blocked.clear();
        carla.verdicts.verified.add(anna.fingerprint);
        anna.send(carla, file("two", 6));
        carla.recorder.await(Told.Transferred.class);
        assertEquals(List.of("two"), carla.downloaded());
        carla.close();
    }

    @Test
    void whoMustBeAskedIsAskedAndAcceptsByHandOnce() throws Exception {
        var carla = new TransferNode(dir.resolve("carla"), AcceptRule.KNOWN);
        anna.talkTo(carla);
        anna.connect(carla);
        EntryId first = anna.send(carla, file("one", 5));
        carla.recorder.await(Told.Offered.class);
        assertEquals(TransferState.OFFERED, carla.transfers.open().getFirst().state());
        carla.transfers.accept(TransferId.of(first, carla.fingerprint));
        carla.recorder.await(Told.Transferred.class);
        EntryId second = anna.send(carla, file("two", 6));
        carla.recorder.await(Told.Transferred.class, told -> told.view().offer().equals(second));
        assertEquals(List.of("one", "two"), carla.downloaded());
        carla.close();
    }

    @Test
    void anOfferFromAnOpenRoomIsAskedFirstWhateverTheRule() throws Exception {
        anna.connect(ben);
        EntryId offer = anna.transfers.offer(TransferNode.CONVERSATION, List.of(file("photo", 5)));
        anna.tell(ben, offer, false);
        ben.recorder.await(Told.Offered.class);
        assertEquals(TransferState.OFFERED, ben.transfers.open().getFirst().state());
    }

    @Test
    void anOfferThatArrivesAgainIsTheSameOffer() throws Exception {
        anna.connect(ben);
        EntryId offer = anna.send(ben, file("photo", 5));
        ben.recorder.await(Told.Transferred.class);
        anna.tell(ben, offer);
        anna.tell(ben, offer);
        assertEquals(List.of(), ben.transfers.open());
        assertEquals(1, ben.recorder.all().stream().filter(Told.Offered.class::isInstance).count());
    }

    @Test
    void cancelledByEitherSideAtAnyMomentItIsWholeOrNothing() throws Exception {
        var random = new Random(seed(getClass()));
        Path source = file("photo", 9 * MIB + 5);
        for (int round = 0; round < 16; round++) {
            boolean byReceiver = random.nextBoolean();
            int at = random.nextInt(1, 11);
            var reached = new CountDownLatch(1);
            anna.recorder.clear();
            ben.recorder.clear();
            FakeSession session = anna.connect(ben, atChunk(at, reached::countDown));
            EntryId offer = anna.send(ben, source);
            if (at <= 10) reached.await();
            TransferId id = TransferId.of(offer, ben.fingerprint);
            try {
                (byReceiver ? ben : anna).transfers.cancel(id);
            } catch (NoSuchTransferException e) {
                // too late: it is complete, or was cancelled by what the other side says
            }
            Told there = ben.recorder.awaitEnd();
            Told here = anna.recorder.awaitEnd();
            session.cut();
            session.awaitEnd();
            ben.close();
            boolean whole = there instanceof Told.Transferred;
            assertEquals(whole ? List.of("photo") : List.of(), ben.downloaded(), () -> there + " / " + here);
            if (whole) assertEquals(-1, Files.mismatch(source, ben.downloads.resolve("photo")));
            Files.deleteIfExists(ben.downloads.resolve("photo"));
            ben.start();
        }
    }

    @Test
    void aWithdrawnOfferEndsForAllAndCannotBeHadLater() throws Exception {
        anna.talkTo(null);
        EntryId offer = anna.transfers.offer(TransferNode.CONVERSATION, List.of(file("photo", 5)));
        anna.transfers.cancel(offer);
        assertEquals(List.of(offer), anna.withdrawn);
        anna.connect(ben);
        anna.tell(ben, offer);
        assertEquals(FailureReason.CANCELLED, ben.recorder.await(Told.Failed.class).reason());
        assertThrows(NoSuchTransferException.class, () -> anna.transfers.cancel(offer));
    }

    @Test
    void pausedByEitherSideItKeepsWhatItHasAndGoesOn() throws Exception {
        Path source = file("photo", 40 * MIB);
        for (boolean byReceiver : new boolean[]{true, false}) {
            Standing standing = standing(source);
            TransferId id = standing.id();
            TransferNode who = byReceiver ? ben : anna;
            who.transfers.pause(id);
            assertEquals(TransferState.PAUSED, who.transfers.open().getFirst().state());
            TransferNode other = byReceiver ? anna : ben;
            who.recorder.await(Told.Paused.class, told -> told.by() == Side.HERE && !told.isPausedByPeer());
            other.recorder.await(Told.Paused.class, told -> told.by() == Side.THERE && told.isPausedByPeer());
            assertEquals(TransferState.PAUSED, other.transfers.open().getFirst().state());
            standing.wire().open();
            who.transfers.resume(id);
            who.recorder.await(Told.Resumed.class, told -> told.by() == Side.HERE);
            other.recorder.await(Told.Resumed.class, told -> told.by() == Side.THERE && !told.isPausedByPeer());
            ben.recorder.await(Told.Transferred.class);
            anna.recorder.await(Told.Transferred.class);
            assertEquals(-1, Files.mismatch(source, ben.downloads.resolve("photo")));
            Files.delete(ben.downloads.resolve("photo"));
            standing.end();
        }
    }

    /// Its disk is full, and it says so while this user pauses.
    @Test
    void aPauseOfTheSenderStaysWhereItsReceiverStopsMeanwhile() throws Exception {
        EntryId offer = anna.transfers.offer(TransferNode.CONVERSATION, List.of(file("photo", 5)));
        FakeSession there = FakeSession.connect(ben.fingerprint, new SessionListener() {}, anna.fingerprint,
                anna.transfers.connections(), new FakeSession.Wire() {});
        there.send(Lane.FILES, new FileMessage.Accept(offer).toFrame());
        anna.recorder.await(Told.Offered.class);
        TransferId id = TransferId.of(offer, ben.fingerprint);
        anna.transfers.pause(id);
        there.send(Lane.FILES, new FileMessage.Failed(id, FailureReason.DISK_FULL, true).toFrame());
        there.send(Lane.FILES, new FileMessage.Decline(anna.transfers.offer(TransferNode.CONVERSATION,
                List.of(file("last", 1)))).toFrame());
        anna.recorder.await(Told.Failed.class, failed -> !failed.resumable());
        assertNull(anna.transfers.open().getFirst().status().reason());
    }

    @Test
    void h67_aFileOfThatNameIsNeverTouchedNotEvenALinkThatLeadsNowhere() throws Exception {
        Files.writeString(ben.downloads.resolve("photo.jpg"), "mine");
        Files.createSymbolicLink(ben.downloads.resolve("photo (2).jpg"), dir.resolve("nowhere"));
        Files.createDirectory(ben.downloads.resolve("photo (3).jpg"));
        anna.connect(ben);
        Path source = file("photo.jpg", MIB + 1);
        anna.send(ben, source);
        var told = ben.recorder.await(Told.Transferred.class);
        assertEquals(List.of(ben.downloads.toRealPath().resolve("photo (4).jpg")), told.paths());
        assertEquals("mine", Files.readString(ben.downloads.resolve("photo.jpg")));
        assertFalse(Files.exists(dir.resolve("nowhere")));
        assertEquals(-1, Files.mismatch(source, ben.downloads.resolve("photo (4).jpg")));
        assertEquals(4, ben.downloaded().size());
    }

    @Test
    void h63_aLinkInThePlaceOfThePartialIsNotFollowed() throws Exception {
        var carla = new TransferNode(dir.resolve("carla"), AcceptRule.ASK);
        anna.talkTo(carla);
        anna.connect(carla);
        Path outside = Files.writeString(dir.resolve("outside"), "untouched");
        EntryId offer = anna.send(carla, file("photo", 5));
        carla.recorder.await(Told.Offered.class);
        TransferId id = TransferId.of(offer, carla.fingerprint);
        Files.createSymbolicLink(carla.downloads.resolve(".landline-" + id + "-0.part"), outside);
        carla.transfers.accept(id);
        carla.recorder.await(Told.Transferred.class);
        assertEquals("untouched", Files.readString(outside));
        assertFalse(Files.isSymbolicLink(carla.downloads.resolve("photo")));
        carla.close();
    }

    @Test
    void h69_whatDoesNotFitIsRefusedBeforeItStartsAndMayGoOnLater() throws Exception {
        Path huge = dir.resolve("huge");
        cut(huge, 1L << 43);
        anna.connect(ben);
        anna.send(ben, huge);
        var told = ben.recorder.await(Told.Failed.class);
        assertEquals(FailureReason.DISK_FULL, told.reason());
        assertTrue(told.resumable());
        assertTrue(anna.recorder.await(Told.Failed.class).resumable());
        assertEquals(TransferState.PAUSED, ben.transfers.open().getFirst().state());
        assertEquals(List.of(), ben.downloaded());
    }

    @Test
    void h70_aDiskThatFillsUpPausesTheTransferWhichGoesOnWhereThereIsRoom() throws Exception {
        ben.close();
        Path small = dir.resolve("small");
        try (var _ = new SmallDisk(small, "64m");
                var carla = new TransferNode(small, AcceptRule.ALL)) {
            anna.talkTo(carla);
            Path source = file("photo", 40 * MIB);
            anna.connect(carla, atChunk(3, () -> fill(small.resolve("filler"))));
            EntryId offer = anna.send(carla, source);
            var told = carla.recorder.await(Told.Failed.class);
            assertEquals(FailureReason.DISK_FULL, told.reason());
            assertTrue(told.resumable());
            assertEquals(FailureReason.DISK_FULL, anna.recorder.await(Told.Failed.class).reason());
            Files.delete(small.resolve("filler"));
            carla.transfers.resume(TransferId.of(offer, carla.fingerprint));
            carla.recorder.await(Told.Transferred.class);
            assertEquals(-1, Files.mismatch(source, small.resolve("photo")));
        }
    }

    /// Takes all the room that is left.
    private static void fill(Path file) {
        try (var out = Files.newOutputStream(file)) {
            while (true) out.write(new byte[MIB]);
        } catch (IOException full) {
            return;
        }
    }

    @Test
    void h71_aFolderThatIsGoneIsNotMadeAgainAndTheTransferWaits() throws Exception {
        Files.delete(ben.downloads);
        anna.connect(ben);
        EntryId offer = anna.send(ben, file("photo", 5));
        var told = ben.recorder.await(Told.Failed.class);
        assertEquals(FailureReason.NO_PERMISSION, told.reason());
        assertTrue(told.resumable());
        assertFalse(Files.exists(ben.downloads));
        Files.createDirectory(ben.downloads);
        ben.transfers.resume(TransferId.of(offer, ben.fingerprint));
        ben.recorder.await(Told.Transferred.class);
        anna.recorder.await(Told.Transferred.class);
    }

    @Test
    void anOfferThatNobodyCameForInSevenDaysIsLost() throws Exception {
        anna.transfers.offer(TransferNode.CONVERSATION, List.of(file("photo", 5)));
        FakeStore kept = anna.store.afterKill();
        anna.close();
        anna.store = kept;
        anna.recorder = new TransferRecorder();
        anna.clock = Clock.offset(Clock.systemUTC(), OfferBody.STANDS.plus(Duration.ofMinutes(1)));
        anna.clockSettled = Duration.ZERO;
        anna.start();
        assertEquals(FailureReason.LOST, anna.recorder.await(Told.Failed.class).reason());
    }

    @Test
    void h85_aFileDoesNotComeAgainAfterAStartWithAClockThatIsYearsAhead() throws Exception {
        anna.connect(ben);
        EntryId had = anna.send(ben, file("photo", 5));
        ben.recorder.await(Told.Transferred.class);
        Clock right = Clock.systemUTC();
        for (Clock clock : List.of(Clock.offset(right, Duration.ofDays(3650)), right)) {
            FakeStore kept = ben.store.afterKill();
            ben.close();
            ben.store = kept;
            ben.recorder = new TransferRecorder();
            ben.clock = clock;
            ben.start();
            ben.transfers.open();
            ben.transfers.open(); // the queue looked at the clock between the two
        }
        anna.connect(ben);
        anna.tell(ben, had);
        EntryId next = anna.send(ben, file("notes", 5));
        assertEquals(next, ben.recorder.await(Told.Transferred.class).view().offer());
        assertEquals(List.of("notes", "photo"), ben.downloaded());
    }

    @Test
    void aFloodOfOffersIsListedOnlySoFar() throws Exception {
        var carla = new TransferNode(dir.resolve("carla"), AcceptRule.ASK);
        byte[] body = new OfferBody(1, 1, List.of("x"), ChunkLayout.BYTES_MAX, 0, null).toJson();
        for (int n = 0; n < OpenTransferLimits.UNDECIDED_MAX + 10; n++) {
            carla.transfers.offerArrived(new EntryId(7, n), TransferNode.CONVERSATION, anna.fingerprint, body,
                    Clock.systemUTC().instant(), true);
        }
        assertEquals(OpenTransferLimits.UNDECIDED_MAX, carla.transfers.open().size());
        carla.close();
    }

    @Test
    void h74_soManyRunAndTheRestWaitsInSight() throws Exception {
        anna.connect(ben);
        int offers = 3 * DownloadSlots.RUNNING_MAX;
        for (int n = 0; n < offers; n++) anna.send(ben, file("file" + n, 2 * MIB + n));
        long running = 0;
        while (ben.recorder.all().stream().filter(Told.Transferred.class::isInstance).count() < offers) {
            running = Math.max(running,
                    ben.transfers.open().stream().filter(view -> view.state() == TransferState.RUNNING).count());
        }
        assertTrue(running <= DownloadSlots.RUNNING_MAX);
        assertEquals(offers, ben.downloaded().size());
        for (int n = 0; n < offers; n++) {
            assertEquals(-1, Files.mismatch(dir.resolve("file" + n), ben.downloads.resolve("file" + n)));
        }
    }

    @Test
    void progressIsOfVerifiedBytesAndNeverMoreOftenThanFiveTimesASecond() throws Exception {
        anna.connect(ben);
        anna.send(ben, file("photo", 300 * MIB));
        ben.recorder.await(Told.Transferred.class);
        List<Told> progress = ben.recorder.all().stream().filter(Told.Progress.class::isInstance).toList();
        long before = 0;
        for (Told told : progress) {
            TransferView.Amount now = told.view().amount();
            assertTrue(now.bytes() >= before && now.bytes() <= now.total());
            assertTrue(((Told.Progress) told).rate() > 0);
            before = now.bytes();
        }
        assertNull(ben.recorder.all().stream().filter(Told.Failed.class::isInstance).findAny().orElse(null));
    }
}
