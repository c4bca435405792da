package io.landline.filetransfer.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.filetransfer.AcceptRule;
import io.landline.filetransfer.Choice;
import io.landline.filetransfer.core.TransferRecorder.Told;
import io.landline.frame.Frame;
import io.landline.frame.FrameType;
import io.landline.room.EntryId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The members of a room get a folder of Anna's, or parts of one, each by way of the others.
class SwarmFolderTest extends SwarmFixture {
    private static final int SMALL_FILES = 120;
    private static final int LARGE_CHUNKS = 12;
    private static final int CHUNKS = SMALL_FILES + 2 + LARGE_CHUNKS;
    private Path folder;

    @BeforeEach
    void makeFolder() throws IOException {
        folder = dir.resolve("src/Photos");
        Files.createDirectories(folder.resolve("empty"));
        for (int n = 0; n < SMALL_FILES; n++) fill("week" + n % 3 + "/" + n, 100 + 37 * n);
        fill("week0/nothing", 0);
        fill("week1/nothing", 0);
        fill("large", LARGE_CHUNKS * MIB - 1);
    }

    private void fill(String name, int bytes) throws IOException {
        byte[] content = new byte[bytes];
        new Random(name.hashCode()).nextBytes(content);
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, content);
    }

    private void assertGotFolder(TransferNode node) throws IOException {
        assertGot(node);
        assertSame(node, folder);
    }

    private static void assertSame(TransferNode node, Path of) throws IOException {
        Path there = node.downloads.resolve(of.getFileName());
        assertEquals(FolderTransferTest.tree(of), FolderTransferTest.tree(there));
        for (String name : FolderTransferTest.tree(of)) {
            if (name.endsWith("/")) continue;
            String path = name.substring(0, name.lastIndexOf(' '));
            assertEquals(-1, Files.mismatch(of.resolve(path), there.resolve(path)), path);
        }
        assertEquals(List.of(of.getFileName().toString()), node.downloaded());
    }

    @Test
    void theAuthorSendsEachChunkOfAFolderAboutOnce() throws IOException {
        receivers(4);
        offer(folder);
        for (TransferNode receiver : receivers) assertGotFolder(receiver);
        for (TransferNode receiver : receivers) {
            var told = anna.recorder.await(Told.Transferred.class,
                    it -> it.view().peer().equals(receiver.fingerprint));
            assertNotNull(told.hashes().root());
        }
        assertTrue(counted.sent.get() <= CHUNKS * 3 / 2, "sent " + counted.sent + " of " + CHUNKS + " to four");
    }

    @Test
    void whoComesWhenTheAuthorIsGoneGetsTheFolderFromThoseWhoHaveIt() throws IOException, InterruptedException {
        receivers(2);
        TransferNode first = receivers.getFirst();
        Files.createDirectories(first.downloads.resolve("Photos")); // its own: the other becomes "Photos (2)"
        EntryId id = offer(folder);
        for (TransferNode receiver : receivers) assertGot(receiver);
        assertEquals(FolderTransferTest.tree(folder), FolderTransferTest.tree(first.downloads.resolve("Photos (2)")));
        FakeSession.cutAll(ofAnna);
        receivers.getLast().close();
        var late = new TransferNode(dir.resolve("late"), AcceptRule.ALL);
        receivers.add(late);
        late.connect(first, new Helping());
        anna.tell(late, id);
        assertGotFolder(late);
    }

    @Test
    void whatAKilledReceiverHadOfAFolderIsReadAgainAndNotSentAgain() throws IOException, InterruptedException {
        receivers(2);
        var half = new CountDownLatch(1);
        var before = new Coming(CHUNKS / 2, half);
        TransferNode killed = receiver(before, before);
        EntryId id = offer(folder);
        half.await();
        for (TransferNode receiver : receivers.subList(0, 2)) assertGotFolder(receiver);
        killed.awaitNoted(id); // nothing more comes: it is noted all the same
        killed.killAndStart();
        var after = new Coming(Integer.MAX_VALUE, new CountDownLatch(1));
        anna.connect(killed, after);
        for (TransferNode other : receivers) if (other != killed) other.connect(killed, after);
        anna.tell(killed, id);
        assertGotFolder(killed);
        int chunks = before.came.size();
        before.came.retainAll(after.came);
        // a kill costs what was not noted yet, as without a swarm
        assertTrue(before.came.size() < chunks, "all was sent again");
    }

    @Test
    void aFolderThatStandsStillIsNotedAllTheSame() throws IOException, InterruptedException {
        var few = new CountDownLatch(1);
        var coming = new Coming(5, few); // they come at once, before anything is noted
        TransferNode receiver = receiver(coming, coming);
        EntryId id = offer(folder);
        few.await();
        receiver.awaitNoted(id);
    }

    /// The chunks that come to one receiver, of which it gets so many.
    private static final class Coming extends Helping {
        final Set<Integer> came = ConcurrentHashMap.newKeySet();
        private final int most;
        private final CountDownLatch all;

        Coming(int most, CountDownLatch all) {
            this.most = most;
            this.all = all;
        }

        @Override
        public synchronized @Nullable Frame bulk(Frame frame) {
            if (frame.type() != FrameType.DATA) return frame;
            if (came.size() >= most) {
                all.countDown();
                return null;
            }
            came.add(chunk(frame));
            return frame;
        }
    }

    @Test
    void theFolderOfAMemberWhoIsCutOffIsWholeAfterwards() throws IOException, InterruptedException {
        receivers(3);
        var chunks = new AtomicInteger();
        FakeSession[] one = new FakeSession[1];
        // counted are chunks of anybody: Anna alone may give it few, since the others have them already
        var cuts = new Helping() {
            @Override
            public Frame bulk(Frame frame) {
                if (frame.type() == FrameType.DATA && chunks.incrementAndGet() == 5) one[0].cut();
                return frame;
            }
        };
        TransferNode cut = receiver(AcceptRule.ALL, cuts, cuts);
        one[0] = ofAnna.getLast();
        offer(folder);
        one[0].awaitEnd();
        assertGotFolder(cut);
    }

    private TransferNode choosy() {
        return receiver(AcceptRule.NONE, counted, new Helping());
    }

    private static void take(TransferNode node, String... some) throws Exception {
        var offered = node.recorder.await(Told.Offered.class);
        node.transfers.accept(offered.view().transfer(), Choice.of(List.of(some)));
    }

    private void assertTook(TransferNode node, Set<String> names) throws IOException {
        Told end = node.recorder.awaitEnd();
        assertTrue(end instanceof Told.Transferred, end.toString());
        assertNull(((Told.Transferred) end).hashes().root());
        try (var all = Files.list(node.downloads.resolve("Photos"))) {
            assertEquals(names, Set.copyOf(all.map(path -> path.getFileName().toString()).toList()));
        }
        for (String name : names) {
            if (Files.isDirectory(folder.resolve(name))) {
                assertEquals(FolderTransferTest.tree(folder.resolve(name)),
                        FolderTransferTest.tree(node.downloads.resolve("Photos").resolve(name)));
            } else {
                assertEquals(-1, Files.mismatch(folder.resolve(name), node.downloads.resolve("Photos/" + name)));
            }
        }
    }

    @Test
    void whoTakesAPartGetsItFromTheOthersAndIsAskedForNothingElse() throws Exception {
        TransferNode ben = choosy();
        TransferNode cleo = choosy();
        TransferNode dora = choosy();
        offer(folder);
        take(ben, "large");
        take(cleo, "large", "week0");
        take(dora, "large");
        assertTook(ben, Set.of("large"));
        assertTook(cleo, Set.of("large", "week0"));
        assertTook(dora, Set.of("large"));
        int most = LARGE_CHUNKS * 3 / 2 + SMALL_FILES / 3 + 1;
        assertTrue(counted.sent.get() <= most, "sent " + counted.sent + ", at most " + most + " expected");
    }

    @Test
    void whoHasAPartGivesItToALatecomerWhoTheAuthorNeedNotServe() throws Exception {
        TransferNode ben = choosy();
        TransferNode cleo = choosy();
        EntryId id = offer(folder);
        take(ben, "large");
        take(cleo, "large");
        assertTook(ben, Set.of("large"));
        assertTook(cleo, Set.of("large"));
        int before = counted.sent.get();
        for (int n = 0; n < LATECOMERS; n++) {
            try (var late = new TransferNode(dir.resolve("late" + n), AcceptRule.ALL)) {
                var sessions = List.of(anna.connect(late, counted), ben.connect(late, new Helping()),
                        cleo.connect(late, new Helping()));
                anna.tell(late, id);
                assertGotFolder(late);
                FakeSession.cutAll(sessions);
            }
        }
        int sent = counted.sent.get() - before;
        assertTrue(sent <= LATECOMERS * CHUNKS - LARGE_CHUNKS, "sent " + sent);
    }

    @Test
    void theAuthorWhoComesWhileTheListIsAskedOfAnotherGivesWhatNobodyElseHas() throws Exception {
        TransferNode ben = choosy();
        EntryId id = offer(folder);
        take(ben, "large");
        assertTook(ben, Set.of("large"));
        var asked = new CountDownLatch(1);
        var authorIsHere = new CountDownLatch(1);
        var slow = new Helping() {
            @Override
            public Frame control(Frame frame) {
                if (frame.type() != FrameType.MANIFEST_PAGE) return frame;
                asked.countDown();
                try {
                    authorIsHere.await();
                } catch (InterruptedException e) {
                    throw new AssertionError(e);
                }
                return frame;
            }
        };
        TransferNode late = new TransferNode(dir.resolve("late"), AcceptRule.ALL);
        receivers.add(late);
        ben.connect(late, slow).awaitOpened();
        anna.tell(late, id);
        asked.await();
        anna.connect(late, counted).awaitOpened();
        late.transfers.open(); // by then what opened is known
        authorIsHere.countDown();
        assertGotFolder(late);
    }

    @Test
    void whoHasAllThatItWantedEndsItsHelpWhenNobodyLacksAnything() throws Exception {
        var partners = new AtomicBoolean();
        var told = new Helping() {
            @Override
            public Frame control(Frame frame) {
                if (frame.type() == FrameType.SWARM_FINISHED) partners.set(true);
                return frame;
            }
        };
        TransferNode ben = receiver(AcceptRule.NONE, told, told);
        TransferNode cleo = receiver(AcceptRule.NONE, told, told);
        offer(folder);
        take(ben, "large");
        take(cleo, "week0");
        assertTook(ben, Set.of("large"));
        assertTook(cleo, Set.of("week0"));
        assertTrue(partners.get(), "who takes a part never has all, so it must say that it lacks nothing");
    }
}
