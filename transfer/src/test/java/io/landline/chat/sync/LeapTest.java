package io.landline.chat.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.chat.Admission;
import io.landline.chat.Author;
import io.landline.chat.Entry;
import io.landline.chat.EntryHeader;
import io.landline.chat.EntryKind;
import io.landline.chat.EntryStore;
import io.landline.chat.EntryText;
import io.landline.chat.frame.EntriesFrame;
import io.landline.cost.Standing;
import io.landline.frame.MalformedFrameException;
import io.landline.identity.Identity;
import io.landline.room.ConversationId;
import io.landline.room.RoomId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Lamport times far above all others (finding M1, H52).
class LeapTest {
    private static final RoomId ROOM = RoomId.of(new byte[RoomId.BYTES]);
    private static final ConversationId CONVERSATION = ConversationId.of(ROOM);
    private static final long LEAP = LamportClock.LEAP_MAX;

    private final World world = new World(11);

    private static Entry at(Author author, long time) {
        return author.write(time, EntryKind.TEXT, new EntryText("at " + time).toBody());
    }

    private static void keep(World.Node node, Entry... entries) {
        for (Entry entry : entries) {
            node.stores.entries().add(List.of(entry), entry.header().lamport(), EntryStore.Durability.BATCHED);
        }
    }

    /// A member that everybody knows to be one.
    private Author member(World.Node... nodes) {
        Author author = Author.of(CONVERSATION, 1);
        for (World.Node node : nodes) {
            node.stores.admissions()
                    .put(Admission.signed(node.identity, ROOM, author.identity.publicKey(), world.clock));
        }
        return author;
    }

    @Test
    void m1_anEntryAtTheEndOfTimeIsNotTakenAndStandsOnNoScreen() throws MalformedFrameException {
        World.Node node = world.node();
        Author mallory = Author.of(CONVERSATION, 1);
        World.End session = world.scripted(node, mallory.identity, ROOM);
        node.say(CONVERSATION, "hello");
        Entry bad = at(mallory, EntryHeader.NUMBER_MAX - 5);
        session.receive(new EntriesFrame(EntriesFrame.UNASKED, CONVERSATION, List.of(bad)).encode());
        assertEquals(List.of("hello"), node.history(CONVERSATION).stream().map(World::text).toList());
    }

    @Test
    void m1_evenTheFirstEntriesOfARoomAreNotAtTheEndOfTime() throws MalformedFrameException {
        World.Node node = world.node();
        Author mallory = Author.of(CONVERSATION, 1);
        World.End session = world.scripted(node, mallory.identity, ROOM);
        session.receive(
                new EntriesFrame(EntriesFrame.UNASKED, CONVERSATION, List.of(at(mallory, EntryHeader.NUMBER_MAX - 5)))
                        .encode());
        assertTrue(node.history(CONVERSATION).isEmpty());
        assertEquals("mine", World.text(node.say(CONVERSATION, "mine")));
    }

    @Test
    void m1_aNewcomerToARoomThatThreeClimbedHasTheLastWordEverywhere() {
        World.Node old = world.node();
        var climbers = new ArrayList<Author>();
        for (int i = 0; i < 3; i++) climbers.add(member(old));
        for (long time = 1, step = 0; time <= 2 * LEAP + LEAP / 2; time += LEAP / 2, step++) {
            keep(old, at(climbers.get((int) (step % 3)), time));
        }
        World.Node newcomer = world.node();
        world.connect(old, newcomer, ROOM);
        world.settle(Duration.ofSeconds(5));
        assertEquals(old.history(CONVERSATION), newcomer.history(CONVERSATION));
        newcomer.say(CONVERSATION, "new here");
        world.settle(Duration.ofSeconds(5));
        assertEquals("new here", World.text(old.history(CONVERSATION).getLast()));
        assertEquals(old.history(CONVERSATION), newcomer.history(CONVERSATION));
    }

    @Test
    void m1_aNewcomerToAVeryLongHonestRoomHasTheLastWordEverywhere() {
        World.Node old = world.node();
        Author talker = member(old);
        keep(old, at(talker, 1_099_000), at(talker, 1_100_000));
        World.Node newcomer = world.node();
        world.connect(old, newcomer, ROOM);
        world.settle(Duration.ofSeconds(5));
        newcomer.say(CONVERSATION, "new here");
        world.settle(Duration.ofSeconds(5));
        assertEquals("new here", World.text(old.history(CONVERSATION).getLast()));
    }

    @Test
    void m1_whoWasAwayWhileOthersClimbedTakesItAllOldestFirst() {
        World.Node old = world.node();
        World.Node away = world.node();
        Author climber = member(old, away);
        Entry first = at(climber, 1);
        keep(old, first);
        keep(away, first);
        for (int step = 1; step <= 4; step++) keep(old, at(climber, 1 + step * LEAP));
        Author late = member(old, away);
        keep(old, at(late, 2 + 4 * LEAP));
        world.connect(old, away, ROOM);
        world.settle(Duration.ofMinutes(3));
        assertEquals(old.history(CONVERSATION), away.history(CONVERSATION));
    }

    @Test
    void m1_theClockOfANewcomerStartsAtTheMedianOfThoseItKnows() {
        var runs = new ArrayList<List<Entry>>();
        for (long time : new long[]{10, 20, 30, 1L << 40, 1L << 41}) {
            runs.add(List.of(at(Author.of(CONVERSATION, 1), time)));
        }
        assertEquals(30, LamportClock.start(runs, _ -> false));
        var friend = runs.get(1).getFirst().author();
        assertEquals(20, LamportClock.start(runs, friend::equals));
        assertEquals(0, LamportClock.start(List.of(), friend::equals));
    }

    @Test
    void m1_aTimeThatSomebodyNamesLiftsTheClockUnlessItLeaps() {
        assertEquals(7, LamportClock.raised(3, 7));
        assertEquals(7, LamportClock.raised(7, 3));
        assertEquals(3 + LEAP, LamportClock.raised(3, 3 + LEAP));
        assertEquals(3, LamportClock.raised(3, 4 + LEAP));
        assertEquals(LamportClock.TIME_MAX, LamportClock.raised(LamportClock.TIME_MAX, LamportClock.TIME_MAX + 1));
    }

    @Test
    void m1_theStandingOfAuthorsIsWhatCountsAsKnown() {
        World.Node node = world.node();
        Identity stranger = Identity.generate();
        node.standings.put(stranger.fingerprint(), Standing.STRANGER);
        assertEquals(Standing.OPEN_ROOM, node.context().standingIn(CONVERSATION, stranger.fingerprint()));
        node.stores.admissions().put(Admission.signed(node.identity, ROOM, stranger.publicKey(), world.clock));
        assertEquals(Standing.VOUCHED, node.context().standingIn(CONVERSATION, stranger.fingerprint()));
    }
}
