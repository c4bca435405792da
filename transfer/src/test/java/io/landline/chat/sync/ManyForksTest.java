package io.landline.chat.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.chat.Author;
import io.landline.chat.Entry;
import io.landline.chat.EntryStore.Durability;
import io.landline.chat.EntryStoreException;
import io.landline.chat.Fork;
import io.landline.chat.LogKey;
import io.landline.chat.frame.HaveFrame;
import io.landline.frame.Frame;
import io.landline.frame.FrameType;
import io.landline.frame.MalformedFrameException;
import io.landline.identity.Identity;
import io.landline.peer.Sha256;
import io.landline.room.ConversationId;
import io.landline.room.RoomId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Many logs with two branches: all that others wait for goes on beside them.
class ManyForksTest {
    private static final RoomId ROOM = RoomId.of(new byte[]{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16});
    private static final ConversationId CONVERSATION = ConversationId.of(ROOM);
    private static final int LOGS = 5 * Forks.SAVED_A_STEP;

    private final World world = new World(1);
    private final World.Node ben = world.node();
    private final InMemoryEntries disk = (InMemoryEntries) ben.stores.entries();
    private final List<Fork> lower = new ArrayList<>();
    private World.End peer;

    /// Each has three entries and a fork at the last one.
    @BeforeEach
    void logs() throws MalformedFrameException {
        peer = world.scripted(ben, Identity.generate(), ROOM);
        for (int i = 0; i < LOGS; i++) {
            Author liar = Author.of(CONVERSATION, i);
            List<Entry> run = liar.texts(3);
            disk.add(run, 3, Durability.BATCHED);
            world.scripted(ben, liar.identity, ROOM);
            peer.receive(new Fork(run.get(2), liar.otherBranch(run.get(1), "other")).encode());
            lower.add(new Fork(run.get(1), liar.otherBranch(run.get(0), "other")));
        }
    }

    private List<Long> told() throws MalformedFrameException {
        return told(world.scripted(ben, Identity.generate(), ROOM));
    }

    private static List<Long> told(World.End newcomer) throws MalformedFrameException {
        var told = new ArrayList<Long>();
        for (Frame frame : newcomer.all) {
            if (frame.type() != FrameType.HAVE) continue;
            HaveFrame have = HaveFrame.decode(frame.body());
            if (have.conversation().equals(CONVERSATION)) have.rows().forEach(row -> told.add(row.to()));
        }
        return told;
    }

    @Test
    void h38_whatStandsBeforeManyForksIsReadAtOnce() throws MalformedFrameException {
        int before = disk.hashesAsked;
        List<Long> told = told();
        assertEquals(LOGS, told.size());
        assertEquals(List.of(2L), told.stream().distinct().toList());
        assertEquals(before, disk.hashesAsked);
    }

    @Test
    void h38_manyLowerForksAreWrittenSomeAtATime() throws MalformedFrameException {
        for (Fork each : lower) peer.receive(each.encode());
        int written = disk.forksWritten;
        assertEquals(List.of(), told(), "nothing is told of what is not written yet");
        Duration now = Forks.SAVE_INTERVAL;
        for (int saved = Forks.SAVED_A_STEP; saved <= LOGS; saved += Forks.SAVED_A_STEP) {
            Duration next = ben.tick(now);
            assertEquals(saved, disk.forksWritten - written);
            now = now.plus(Forks.STEPS_APART);
            assertTrue(saved == LOGS || next.compareTo(now) <= 0, next::toString);
        }
        assertEquals(LOGS, told().size());
        assertEquals(List.of(1L), told().stream().distinct().toList());
    }

    /// Or the newcomer would hear of these logs with the gossip, minutes later.
    @Test
    void whoComesWhileLowerForksWaitIsToldOfTheirLogsWhenTheyAreWritten() throws MalformedFrameException {
        peer.receive(lower.getFirst().encode());
        World.End newcomer = world.scripted(ben, Identity.generate(), ROOM);
        assertEquals(List.of(2L), told(newcomer).stream().distinct().toList());
        newcomer.all.clear();
        ticksOfASecond(Forks.SAVE_INTERVAL);
        assertEquals(List.of(1L), told(newcomer), "that log alone");
        newcomer.all.clear();
        ticksOfASecond(Forks.SAVE_INTERVAL.multipliedBy(2));
        assertEquals(List.of(), told(newcomer), "once");
    }

    /// Each would cause a frame to everybody.
    @Test
    void h38_whoSignsEverLowerForksIsToldOfNoMoreOftenThanWithTheGossip() throws MalformedFrameException {
        int steps = 24;
        Author liar = Author.of(CONVERSATION, LOGS);
        List<Entry> run = liar.texts(steps + 2);
        disk.add(run, 3, Durability.BATCHED);
        world.scripted(ben, liar.identity, ROOM);
        peer.receive(new Fork(run.getLast(), liar.otherBranch(run.get(steps), "other")).encode());
        peer.receive(new Fork(run.get(steps), liar.otherBranch(run.get(steps - 1), "other")).encode());
        World.End newcomer = world.scripted(ben, Identity.generate(), ROOM);
        newcomer.all.clear();
        int oneRow = new HaveFrame(CONVERSATION, false, List.of(new HaveFrame.Row(liar.identity.publicKey(), 1, 1, 1,
                new byte[Sha256.BYTES], 1))).encode().body().length;
        var rows = new ArrayList<Long>();
        Duration now = Duration.ZERO;
        for (int i = steps - 1; i > 0; i--) {
            now = now.plus(Forks.SAVE_INTERVAL);
            ticksOfASecond(now); // the one before is stored: now the log may be told
            peer.receive(new Fork(run.get(i), liar.otherBranch(run.get(i - 1), "other")).encode());
            newcomer.receive(new HaveFrame(CONVERSATION, true, List.of()).encode()); // its answer leaves the log out
            ticksOfASecond(now.plusSeconds(1));
            newcomer.all.removeIf(frame -> frame.body().length > oneRow); // answers and gossip
            rows.addAll(told(newcomer));
            newcomer.all.clear();
        }
        long minutes = now.toMinutes() + 1;
        assertTrue(rows.size() <= minutes, rows.size() + " rows in " + minutes + " minutes");
        assertTrue(rows.size() > 1, "else nothing is bounded here: " + rows);
    }

    /// With the logs that wait all of them may be gone.
    @Test
    void whatWasStoredBeforeTheLastOneWasDroppedIsToldToo() throws MalformedFrameException {
        for (int i = 0; i <= Forks.SAVED_A_STEP; i++) peer.receive(lower.get(i).encode());
        World.End newcomer = world.scripted(ben, Identity.generate(), ROOM);
        newcomer.all.clear();
        ben.tick(Forks.SAVE_INTERVAL);
        disk.drop(lower.get(Forks.SAVED_A_STEP).log());
        sweepByManyNewOnes();
        newcomer.all.clear();
        ticksOfASecond(Forks.SAVE_INTERVAL.plus(Forks.STEPS_APART));
        assertEquals(Forks.SAVED_A_STEP, told(newcomer).size());
    }

    private void sweepByManyNewOnes() throws MalformedFrameException {
        Identity many = Identity.generate();
        world.scripted(ben, many, ROOM);
        for (int i = 0; i <= Forks.FORKS_TO_SWEEP; i++) {
            Author liar = new Author(many, CONVERSATION, i);
            List<Entry> run = liar.texts(2);
            disk.add(run, 3, Durability.BATCHED);
            peer.receive(new Fork(run.getLast(), liar.otherBranch(run.getFirst(), "other")).encode());
        }
    }

    private void ticksOfASecond(Duration from) {
        for (Duration now = from; now.compareTo(from.plusSeconds(1)) < 0;) {
            Duration next = ben.tick(now);
            now = next.compareTo(now) > 0 ? next : now.plus(Forks.STEPS_APART);
        }
    }

    /// All else that a tick does stands behind that.
    @Test
    void aDiskThatTakesNoForkIsAskedAgainLaterAndHoldsUpNoTick() throws MalformedFrameException {
        peer.receive(lower.getFirst().encode());
        disk.full = true;
        assertThrows(EntryStoreException.class, () -> ben.tick(Forks.SAVE_INTERVAL));
        ben.tick(Forks.SAVE_INTERVAL.plus(Forks.STEPS_APART));
        disk.full = false;
        int written = disk.forksWritten;
        ben.tick(Forks.SAVE_INTERVAL.multipliedBy(2));
        assertEquals(written + 1, disk.forksWritten);
    }

    /// The log gave way and came again: what the store knew of its fork went with it.
    @Test
    void aLogIsToldUpToAForkThatTheStoreForgot() throws MalformedFrameException {
        LogKey log = lower.getFirst().log();
        List<Entry> run = disk.range(log, 1, 3, false, Integer.MAX_VALUE);
        disk.drop(log);
        disk.add(run, 3, Durability.BATCHED);
        assertEquals(LOGS, told().size());
    }

    /// What each peer was told of such logs is forgotten with them: a session may last for days.
    @Test
    void h38_whoWasToldOfAForkOfALogThatIsGoneIsToldAgain() throws MalformedFrameException {
        World.End told = world.scripted(ben, Identity.generate(), ROOM);
        Identity liar = Identity.generate();
        world.scripted(ben, liar, ROOM);
        Author gone = new Author(liar, CONVERSATION, 0);
        List<Entry> run = gone.texts(2);
        disk.add(run, 3, Durability.BATCHED);
        Frame fork = new Fork(run.getLast(), gone.otherBranch(run.getFirst(), "other")).encode();
        peer.receive(fork);
        disk.drop(gone.key());
        for (int i = 1; i <= Forks.FORKS_TO_SWEEP + 1; i++) {
            Author other = new Author(liar, CONVERSATION, i);
            List<Entry> its = other.texts(2);
            disk.add(its, 3, Durability.BATCHED);
            peer.receive(new Fork(its.getLast(), other.otherBranch(its.getFirst(), "other")).encode());
        }
        told.all.clear();
        disk.add(run, 3, Durability.BATCHED);
        peer.receive(fork);
        assertEquals(1, told.all.stream().filter(frame -> frame.type() == FrameType.FORK).count());
    }

    /// They are looked through then for those of dropped logs.
    @Test
    void h38_lowerForksThatWaitAreWrittenSomeAtATimeAmongManyNewOnes() throws MalformedFrameException {
        for (Fork each : lower) peer.receive(each.encode());
        int written = disk.forksWritten;
        disk.drop(lower.getFirst().log());
        sweepByManyNewOnes();
        assertEquals(Forks.FORKS_TO_SWEEP + 1, disk.forksWritten - written);
        ben.core.close();
        assertEquals(LOGS - 1, disk.forks().stream().filter(lower::contains).count());
    }
}
