package io.landline.filetransfer.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.filetransfer.AcceptRule;
import io.landline.filetransfer.TransferId;
import io.landline.filetransfer.chunk.DataFrame;
import io.landline.filetransfer.core.TransferRecorder.Told;
import io.landline.frame.Frame;
import io.landline.frame.FrameType;
import io.landline.frame.MalformedFrameException;
import io.landline.room.EntryId;
import io.landline.session.BulkConnection;
import io.landline.swarm.SwarmFrame;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// The members of a room get one offer of Anna's, each by way of the others (docs/protocol/swarm.md).
class SwarmTransferTest extends SwarmFixture {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Test
    void theAuthorSendsEachChunkAboutOnce() throws IOException {
        receivers(4);
        Path file = file("film", 40 * MIB + 17);
        offer(file);
        for (TransferNode receiver : receivers) assertGot(receiver, file);
        for (int n = 0; n < receivers.size(); n++) {
            TransferNode receiver = receivers.get(n);
            anna.recorder.await(Told.Transferred.class, it -> it.view().peer().equals(receiver.fingerprint));
        }
        assertEquals(41, counted.chunks.size());
        assertTrue(counted.sent.get() <= 62, "sent " + counted.sent + " chunks of 41 to four receivers");
        assertEquals(1, anna.identities.size());
    }

    @Test
    void manyFilesAndEmptyOnesArriveEachUnderItsName() throws IOException {
        receivers(3);
        var files = new ArrayList<Path>();
        for (int n = 0; n < 150; n++) files.add(file("f" + n, n % 3 == 0 ? 0 : n * 1_000));
        files.add(file("large", 3 * MIB + 1));
        offer(files.toArray(Path[]::new));
        for (TransferNode receiver : receivers) assertGot(receiver, files.toArray(Path[]::new));
    }

    @Test
    void theOthersFinishWhenTheAuthorHasGoneAfterSendingAllOnce() throws IOException {
        Set<Integer> told = ConcurrentHashMap.newKeySet();
        var leaving = new Helping() {
            @Override
            public Frame control(Frame frame) {
                if (frame.type() == FrameType.SWARM_HAVE_MORE && told.addAll(chunksIn(frame)) && told.size() == 24) {
                    ofAnna.forEach(FakeSession::cut);
                }
                return frame;
            }
        };
        for (int n = 0; n < 4; n++) receiver(leaving, new Helping());
        Path file = file("film", 24 * MIB);
        offer(file);
        for (TransferNode receiver : receivers) assertGot(receiver, file);
    }

    private static List<Integer> chunksIn(Frame news) {
        try {
            var more = (SwarmFrame.HaveMore) SwarmFrame.decode(news);
            return more.spans().stream().flatMap(it -> IntStream.range(it.first(), it.end()).boxed()).toList();
        } catch (MalformedFrameException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void whoGivesWrongChunksIsAskedNoMoreAndCostsNobodyTheFile() throws IOException {
        receivers(3);
        receiver(counted, new Helping() {
            @Override
            public Frame bulk(Frame frame) {
                if (frame.type() == FrameType.DATA) frame.body()[DataFrame.HEADER_BYTES] ^= 1;
                return frame;
            }
        });
        Path file = file("film", 24 * MIB);
        offer(file);
        for (TransferNode receiver : receivers) assertGot(receiver, file);
    }

    /// Anybody with a session may bring chunks. Where somebody wrong was first, the true chunk was one too many.
    @Test
    void h37_whoWasAskedForNothingTakesNoChunkFromThoseWhoWere() throws IOException {
        var stranger = new TransferNode(dir.resolve("stranger"), AcceptRule.NONE);
        var line = new AtomicReference<BulkConnection>();
        TransferNode victim = receiver(new Helping() {
            @Override
            public Frame bulk(Frame frame) {
                if (frame.type() == FrameType.DATA) bringWrong(frame);
                return frame;
            }

            private void bringWrong(Frame frame) {
                byte[] wrong = frame.body().clone();
                wrong[DataFrame.HEADER_BYTES] ^= 1;
                try {
                    receivers.getFirst().transfers.connections()
                            .received(line.get(), FrameType.DATA, ByteBuffer.wrap(wrong));
                } catch (MalformedFrameException e) {
                    throw new AssertionError("a chunk of the offer", e);
                }
            }
        }, new Helping());
        try {
            FakeSession toVictim = stranger.connect(victim, new Helping());
            line.set(((FakeSession.FakeBulk) toVictim.openBulk()).other());
            Path file = file("film", 8 * MIB);
            offer(file);
            assertGot(victim, file);
        } finally {
            stranger.close();
        }
    }

    @Test
    void aPageThatItsAuthorDidNotSignCostsItsSenderTheSessionAndNobodyTheFile() throws IOException {
        receivers(3);
        receiver(counted, new Helping() {
            @Override
            public Frame control(Frame frame) {
                if (frame.type() == FrameType.HASHES) frame.body()[frame.body().length - 1] ^= 1;
                return frame;
            }
        });
        Path file = file("film", 24 * MIB);
        offer(file);
        for (TransferNode receiver : receivers) assertGot(receiver, file);
    }

    @Test
    void whoComesLateIsHelpedByThoseWhoHaveAll() throws IOException {
        receivers(3);
        Path file = file("film", 24 * MIB);
        EntryId id = offer(file);
        for (TransferNode receiver : receivers) assertGot(receiver, file);
        int before = counted.sent.get();
        for (int n = 0; n < LATECOMERS; n++) {
            TransferNode late = receiver(counted, new Helping());
            anna.tell(late, id);
            assertGot(late, file);
        }
        int sent = counted.sent.get() - before;
        assertTrue(sent < LATECOMERS * 24, "all came from Anna: " + sent);
    }

    @Test
    void whoComesWhenTheAuthorIsGoneGetsManifestPagesAndChunksFromTheOthers() throws IOException, InterruptedException {
        receivers(3);
        Path file = file("film", 24 * MIB);
        Path empty = file("empty", 0);
        EntryId id = offer(file, empty);
        for (TransferNode receiver : receivers) assertGot(receiver, file, empty);
        FakeSession.cutAll(ofAnna);
        var late = new TransferNode(dir.resolve("late"), AcceptRule.ALL);
        for (TransferNode receiver : receivers) late.connect(receiver, new Helping());
        receivers.add(late);
        anna.tell(late, id);
        assertGot(late, file, empty);
    }

    @Test
    void thePagesOfAnOfferThatIsWithdrawnAreDropped() throws Exception {
        receivers(2);
        Path file = file("film", 3 * MIB);
        EntryId id = offer(file);
        for (TransferNode receiver : receivers) assertGot(receiver, file);
        TransferNode ben = receivers.getFirst();
        assertNotNull(ben.store.hashPage(id, 0));
        anna.transfers.cancel(id);
        ben.transfers.offerWithdrawn(id, anna.fingerprint);
        assertEquals(List.of(), ben.transfers.open()); // after that step
        assertNull(ben.store.hashPage(id, 0));
    }

    @Test
    void theOfferOfABlockedAuthorIsNotGivenOn() throws Exception {
        receivers(2);
        Path file = file("film", 3 * MIB);
        EntryId id = offer(file);
        for (TransferNode receiver : receivers) assertGot(receiver, file);
        TransferNode ben = receivers.getFirst();
        ben.verdicts.blocked.add(anna.fingerprint);
        ben.transfers.blockedChanged();
        assertEquals(List.of(), ben.transfers.open()); // after that step
        assertNull(ben.store.hashPage(id, 0));
    }

    @Test
    void whatAKilledReceiverHadIsReadAgainAndNotSentAgain() throws IOException, InterruptedException {
        receivers(3);
        var first = new Interrupted(12);
        TransferNode killed = receiver(first, first);
        Path file = file("film", 24 * MIB);
        EntryId id = anna.transfers.offer(TransferNode.CONVERSATION, List.of(file));
        TransferId transfer = TransferId.of(id, killed.fingerprint);
        first.to = transfer;
        for (TransferNode receiver : receivers) anna.tell(receiver, id);
        first.reached.await();
        while (killed.transfers.open().getFirst().amount().bytes() < 12L * MIB) Thread.onSpinWait();
        killed.killAndStart();
        var second = new Received();
        second.to = transfer;
        anna.connect(killed, second);
        for (TransferNode other : receivers) if (other != killed) other.connect(killed, second);
        for (TransferNode receiver : receivers) assertGot(receiver, file);
        first.came.retainAll(second.came);
        assertEquals(Set.of(), first.came, "sent again");
    }

    /// Three chunks came, of files of four. The first look into a file waits until something was asked for.
    @Test
    void aKilledReceiverAsksForTheRestBeforeItReadsWhatItHad() throws IOException, InterruptedException {
        receivers(2);
        var first = new Interrupted(3);
        TransferNode killed = receiver(first, first);
        var files = new ArrayList<Path>();
        for (int n = 0; n < 6; n++) files.add(file("film" + n, 4 * MIB));
        EntryId id = anna.transfers.offer(TransferNode.CONVERSATION, files);
        first.to = TransferId.of(id, killed.fingerprint);
        for (TransferNode receiver : receivers) anna.tell(receiver, id);
        first.reached.await();
        while (killed.transfers.open().getFirst().amount().bytes() < 3L * MIB) Thread.onSpinWait();
        killed.killAndStart(); // nobody asks it for what it said before
        var asked = new CountDownLatch(1);
        var looks = new AtomicInteger();
        var inTime = new AtomicBoolean();
        killed.store.oneFileLookedUp = _ -> {
            if (!Thread.currentThread().getName().startsWith("files-write-") || looks.getAndIncrement() > 0) return;
            try {
                inTime.set(asked.await(PATIENCE.toSeconds(), TimeUnit.SECONDS));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
        var second = new Helping() {
            @Override
            public Frame control(Frame frame) {
                if (frame.type() == FrameType.SWARM_WANT) asked.countDown();
                return frame;
            }
        };
        for (TransferNode other : receivers) if (other != killed) other.connect(killed, second);
        anna.connect(killed, second); // after the others: else all comes from her
        for (TransferNode receiver : receivers) assertGot(receiver, files.toArray(Path[]::new));
        assertTrue(looks.get() > 0, "nothing was read again");
        assertTrue(inTime.get(), "read before anything was asked for");
    }

    /// Which chunks come to one receiver. What it gives to others passes, too.
    private static class Received extends Helping {
        volatile @Nullable TransferId to;
        final Set<Integer> came = ConcurrentHashMap.newKeySet();

        /// One at a time: what came decides what may come.
        @Override
        public synchronized @Nullable Frame bulk(Frame frame) {
            if (frame.type() != FrameType.DATA || !receiver(frame).equals(to)) return frame;
            Frame passing = came(frame);
            if (passing != null) came.add(chunk(frame));
            return passing;
        }

        @Nullable
        Frame came(Frame frame) {
            return frame;
        }
    }

    /// Lets the first chunks through, and no others.
    private static final class Interrupted extends Received {
        final CountDownLatch reached = new CountDownLatch(1);
        private final int passing;

        Interrupted(int passing) { this.passing = passing; }

        @Override
        @Nullable
        Frame came(Frame frame) {
            if (came.size() < passing) return frame;
            reached.countDown();
            return null;
        }
    }
}
