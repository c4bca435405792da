package io.landline.chat.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.chat.Author;
import io.landline.chat.ChatStores;
import io.landline.chat.ConversationListener;
import io.landline.chat.Entry;
import io.landline.chat.EntryKind;
import io.landline.chat.EntryText;
import io.landline.chat.EqualRooms;
import io.landline.chat.frame.EntriesFrame;
import io.landline.chat.frame.HaveFrame;
import io.landline.cost.Standing;
import io.landline.frame.Frame;
import io.landline.identity.Identity;
import io.landline.queue.PartClosedException;
import io.landline.room.ConversationId;
import io.landline.room.RoomId;
import io.landline.session.ReceivedFrame;
import io.landline.testing.Patience;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What waits together is worked off together, here and from others, and comes out as if it had come one by one.
@Timeout(Patience.SECONDS)
class TogetherTest {
    private static final ConversationId ROOM = ConversationId.of(RoomId.of(new byte[16]));

    private final ChatStores stores = InMemoryStores.create();
    private final InMemoryEntries entries = (InMemoryEntries) stores.entries();
    private final LinkedBlockingQueue<Entry> stored = new LinkedBlockingQueue<>();
    private final Author other = Author.of(ROOM, 1);
    private final World world = new World(1);
    private final World.End session = world.new End(world.node(), other.identity);
    private Conversations conversations;
    private final List<String> ends = new ArrayList<>();

    @BeforeEach
    void open() {
        conversations = Conversations.open(Identity.generate(), stores, EqualRooms.KEYED, _ -> Standing.MEMBER,
                new ConversationListener() {
                    @Override
                    public void stored(Entry entry, EntrySource source) {
                        stored.add(entry);
                    }
                }, InstantSource.system());
        session.laneMax = Integer.MAX_VALUE;
        session.rooms.add(ROOM.asRoom());
        conversations.joined(session, ROOM.asRoom());
    }

    @Test
    void whatIsHandedInTogetherIsWrittenInItsOrderAndInOneLog() {
        int many = 3 * UnwrittenEntries.GROUP_MAX;
        var written = new ArrayList<CompletableFuture<Entry>>();
        for (int i = 1; i <= many; i++) {
            written.add(conversations.appendSoon(ROOM, EntryKind.TEXT, new EntryText("say " + i).toBody()));
        }
        for (int i = 1; i <= many; i++) {
            Entry entry = written.get(i - 1).join();
            assertEquals("say " + i, World.text(entry));
            assertEquals(i, entry.header().number());
            assertTrue(entry.signatureHolds());
            if (i > 1) assertTrue(entry.follows(written.get(i - 2).join().hash()));
        }
        assertEquals(many, stored.size(), "each is told of before it is answered");
    }

    @Test
    void oneCallersFailureIsNotAnothers() {
        CompletableFuture<Entry> before = conversations.appendSoon(ROOM, EntryKind.TEXT, new EntryText("1").toBody());
        conversations.appendLater(ROOM, EntryKind.TEXT, new EntryText("2").toBody(), _ -> {
            throw new IllegalStateException("as wanted");
        });
        Entry after = conversations.append(ROOM, EntryKind.TEXT, new EntryText("3").toBody());
        assertEquals(1, before.join().header().number());
        assertEquals(3, after.header().number());
        assertThrows(IllegalStateException.class, () -> conversations.append(ROOM, EntryKind.TEXT,
                new EntryText("4").toBody(), _ -> {
                    throw new IllegalStateException("as wanted");
                }));
    }

    @Test
    void whatIsHandedInAfterTheEndIsRefused() {
        conversations.close();
        assertTrue(conversations.appendSoon(ROOM, EntryKind.TEXT, new EntryText("1").toBody())
                .isCompletedExceptionally());
    }

    @Test
    void whatIsRefusedWhileTheEndIsAwaitedIsNotWritten() throws InterruptedException {
        var begun = new CountDownLatch(1);
        var busy = new CountDownLatch(1);
        conversations.appendLater(ROOM, EntryKind.TEXT, new EntryText("busy").toBody(), _ -> {
            begun.countDown();
            Patience.await(busy);
        });
        begun.await();
        CompletableFuture<Entry> before = conversations.appendSoon(ROOM, EntryKind.TEXT, new EntryText("1").toBody());
        Thread end = Thread.ofPlatform().start(conversations::close);
        while (end.getState() != Thread.State.TIMED_WAITING) Thread.onSpinWait();
        CompletableFuture<Entry> after = conversations.appendSoon(ROOM, EntryKind.TEXT, new EntryText("2").toBody());
        conversations.appendLater(ROOM, EntryKind.TEXT, new EntryText("3").toBody(), _ -> {});
        assertThrows(PartClosedException.class,
                () -> conversations.append(ROOM, EntryKind.TEXT, new EntryText("4").toBody()));
        busy.countDown();
        end.join();
        assertEquals(List.of("busy", "1"), stored.stream().map(World::text).toList());
        assertEquals("1", World.text(before.join()));
        assertTrue(after.isCompletedExceptionally());
    }

    /// Frames that came while the conversations were busy.
    private void receiveTogether(List<Frame> frames) throws InterruptedException {
        receiveTogether(frames, () -> {});
    }

    /// @param ended run when a frame is done with
    private void receiveTogether(List<Frame> frames, Runnable ended) throws InterruptedException {
        var busy = new CountDownLatch(1);
        conversations.appendLater(ROOM, EntryKind.TEXT, new EntryText("busy").toBody(), _ -> Patience.await(busy));
        var done = new CountDownLatch(frames.size());
        for (int i = 0; i < frames.size(); i++) {
            String name = "frame " + i;
            conversations.take(new ReceivedFrame(session, frames.get(i), () -> {
                ended.run();
                done.countDown();
            }, _ -> ends.add(name)));
        }
        busy.countDown();
        done.await();
        conversations.read(ROOM); // a step behind them all
    }

    private static Frame pushed(Entry... entries) {
        return new EntriesFrame(EntriesFrame.UNASKED, ROOM, List.of(entries)).encode();
    }

    @Test
    void whatAnAuthorPushedIsStoredInAFewStepsAndTold() throws InterruptedException {
        int many = 2 * SessionTurns.FRAMES_TOGETHER_MAX;
        List<Entry> theirs = other.texts(many);
        entries.runsAdded = 0;
        receiveTogether(theirs.stream().map(TogetherTest::pushed).toList());
        assertEquals(theirs, stored.stream().filter(each -> each.author().equals(other.fingerprint())).toList());
        assertEquals(many, entries.log(other.key()).to());
        assertEquals(3, entries.runsAdded, "ours, and two groups");
        assertEquals(List.of(), ends);
    }

    @Test
    void c1_framesFullOfEntriesAreNotAllReadBeforeTheFirstIsStored() throws InterruptedException {
        var full = new ArrayList<Frame>();
        for (int i = 0; i < SessionTurns.FRAMES_TOGETHER_MAX; i++) full.add(pushed(other.text("x".repeat(15_000))));
        assertTrue(full.stream().mapToInt(each -> each.body().length).sum() > SessionTurns.BYTES_TOGETHER_MAX);
        var storedAtEnds = new LinkedBlockingQueue<Long>();
        receiveTogether(full, () -> storedAtEnds.add(entries.log(other.key()).to()));
        assertEquals(full.size(), storedAtEnds.size());
        assertTrue(storedAtEnds.element() < full.size(), storedAtEnds::toString);
        assertEquals(full.size(), entries.log(other.key()).to());
    }

    /// The words of a long text take tens of milliseconds to the search, and a friend waits for one transaction.
    @Test
    void h38_longTextsThatCameTogetherAreStoredOneByOne() throws InterruptedException {
        var full = new ArrayList<Frame>();
        for (int i = 0; i < 4; i++) full.add(pushed(other.text("x".repeat(15_000))));
        entries.runsAdded = 0;
        receiveTogether(full);
        assertEquals(1 + full.size(), entries.runsAdded, "ours, and each of them");
    }

    @Test
    void aFrameThatWasLostOnTheWayLeavesAGapAndNothingElse() throws InterruptedException {
        List<Entry> theirs = other.texts(5);
        receiveTogether(List.of(pushed(theirs.get(0)), pushed(theirs.get(1)), pushed(theirs.get(3)),
                pushed(theirs.get(4))));
        assertEquals(2, entries.log(other.key()).to());
        assertEquals(List.of(), ends);
    }

    @Test
    void whatCameTwiceIsStoredOnce() throws InterruptedException {
        List<Entry> theirs = other.texts(3);
        receiveTogether(List.of(pushed(theirs.get(0), theirs.get(1)), pushed(theirs.get(1), theirs.get(2)),
                pushed(theirs.get(0))));
        assertEquals(3, entries.log(other.key()).to());
        assertEquals(3, stored.stream().filter(each -> each.author().equals(other.fingerprint())).count());
        assertEquals(List.of(), ends);
    }

    @Test
    void ofSeveralLogsAndBetweenOtherFramesNothingIsLost() throws InterruptedException {
        Author second = new Author(other.identity, ROOM, 2);
        List<Entry> first = other.texts(4);
        List<Entry> theirs = second.texts(4);
        var frames = new ArrayList<Frame>();
        for (int i = 0; i < 4; i++) {
            frames.add(pushed(first.get(i)));
            frames.add(pushed(theirs.get(i)));
            if (i == 1) frames.add(new HaveFrame(ROOM, false, List.of()).encode());
        }
        receiveTogether(frames);
        assertEquals(4, entries.log(other.key()).to());
        assertEquals(4, entries.log(second.key()).to());
        assertEquals(List.of(), ends);
    }

    @Test
    void aForgedOneEndsTheSessionAndNothingOfItIsKept() throws InterruptedException {
        List<Entry> theirs = other.texts(3);
        Entry last = theirs.getLast();
        var forged = new Entry(last.header(), new byte[last.signature().length], last.body());
        receiveTogether(List.of(pushed(theirs.get(0)), pushed(theirs.get(1)), pushed(forged)));
        assertEquals(List.of("frame 2"), ends);
        assertTrue(entries.log(other.key()) == null || entries.log(other.key()).to() < 3);
    }

    @Test
    void aBrokenFrameAmongThemEndsTheSession() throws InterruptedException {
        byte[] body = pushed(other.text("one")).body();
        Frame cut = new Frame(pushed(other.text("two")).type(), Arrays.copyOf(body, body.length - 1));
        receiveTogether(List.of(pushed(other.text("three")), cut));
        assertEquals(1, ends.size());
        assertNotNull(conversations.append(ROOM, EntryKind.TEXT, new EntryText("still here").toBody()));
    }

    @AfterEach
    void close() {
        conversations.close();
    }
}
