package io.landline.chat.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.landline.chat.Author;
import io.landline.chat.Entry;
import io.landline.chat.EntryStore.Durability;
import io.landline.chat.Fork;
import io.landline.chat.PersonStatus;
import io.landline.chat.PersonStatus.State;
import io.landline.frame.FrameType;
import io.landline.room.ConversationId;
import io.landline.room.RoomId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// A connection dies with what was on it, and another one carries the session (docs/protocol/session.md, "Which of two
/// control connections stays"). What is told once a session is told again.
class CarriedAnewTest {
    private static final RoomId ROOM = RoomId.of(new byte[]{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16});
    private static final ConversationId CONVERSATION = ConversationId.of(ROOM);
    /// Long before a request is given up, and before the next round of all.
    private static final Duration SOON = EntryFetcher.OTHERS_ASKED_AFTER.plusSeconds(1);

    private final World world = new World(1);
    private final World.Node anna = world.node();
    private final World.Node ben = world.node();

    /// All that is on its way is lost.
    private void anotherConnectionCarries(World.End session) {
        for (World.End side : List.of(session, session.otherEnd)) side.sent.clear();
        for (World.End side : List.of(session, session.otherEnd)) side.owner.core.carriedAnew(side);
        world.settle(SOON);
    }

    /// Frames arrive until this end has sent one of that type, which is on its way.
    private void untilSent(World.End end, int type) {
        while (end.sent.stream().noneMatch(frame -> frame.type() == type)) {
            if (!world.step()) world.pass(Receipts.INTERVAL_MIN);
        }
    }

    private World.End meet() {
        World.End session = world.connect(anna, ben, ROOM);
        world.settle(SOON);
        return session;
    }

    /// Anna has it, and vouches for its author.
    private Entry saidByOneWhoLeft() {
        World.Node clara = world.node();
        World.End session = world.connect(anna, clara, ROOM);
        Entry entry = clara.say(CONVERSATION, "before I left");
        world.settle(SOON);
        world.disconnect(session, "left");
        return entry;
    }

    @Test
    void whoVouchesForAnAuthorIsToldAgain() {
        Entry entry = saidByOneWhoLeft();
        World.End session = world.connect(anna, ben, ROOM);
        untilSent(session, FrameType.ENTRIES);
        anotherConnectionCarries(session);
        assertEquals(List.of(entry), ben.history(CONVERSATION));
    }

    @Test
    void whatWasReadIsToldAgain() {
        World.End session = meet();
        Entry entry = anna.say(CONVERSATION, "hello");
        world.settle(SOON);
        ben.core.read(CONVERSATION, world.uptime);
        untilSent(session.otherEnd, FrameType.READ);
        anotherConnectionCarries(session);
        assertEquals(Map.of(ben.id().hex() + entry.log().logHex(), 1L), anna.heard.read);
    }

    @Test
    void howAPersonIsIsToldAgain() {
        World.End session = meet();
        var busy = new PersonStatus(State.BUSY, "exam", false);
        anna.core.status(busy);
        untilSent(session, FrameType.STATUS);
        anotherConnectionCarries(session);
        assertEquals(List.of(anna.id().brief() + " BUSY exam"), ben.heard.activity);
        anna.core.status(PersonStatus.NONE);
        untilSent(session, FrameType.STATUS);
        anotherConnectionCarries(session);
        assertEquals(anna.id().brief() + " HERE ", ben.heard.activity.getLast());
    }

    @Test
    void whatWasAskedForIsAskedAgain() {
        Entry entry = anna.say(CONVERSATION, "hello");
        World.End session = world.connect(anna, ben, ROOM);
        untilSent(session.otherEnd, FrameType.WANT);
        anotherConnectionCarries(session);
        assertEquals(List.of(entry), ben.history(CONVERSATION));
    }

    @Test
    void whereALogPartsIsToldAgain() {
        Author liar = Author.of(CONVERSATION, 7);
        List<Entry> branch = liar.texts(9);
        var fork = new Fork(branch.get(5), liar.otherBranch(branch.get(4), "another"));
        for (World.Node node : List.of(anna, ben)) {
            world.scripted(node, liar.identity, ROOM);
            node.stores.entries().add(branch, branch.getLast().header().lamport(), Durability.BATCHED);
        }
        anna.stores.entries().markForked(fork);
        anna.restart();
        World.End session = world.connect(anna, ben, ROOM);
        untilSent(session, FrameType.FORK);
        anotherConnectionCarries(session);
        assertEquals(List.of(liar.key()), ben.heard.forked);
    }

    /// The other side has not heard of the end when it tells of somebody.
    @Test
    void whatWasPassedOverWhileTheRoomWasLeftIsToldAgain() {
        Entry entry = saidByOneWhoLeft();
        World.End session = world.connect(anna, ben, ROOM);
        untilSent(session, FrameType.ENTRIES);
        for (World.End side : List.of(session.otherEnd, session)) {
            side.rooms.remove(ROOM);
            side.owner.core.left(side, ROOM);
            while (world.step());
        }
        for (World.End side : List.of(session, session.otherEnd)) {
            side.rooms.add(ROOM);
            side.owner.core.joined(side, ROOM);
        }
        world.settle(SOON);
        assertEquals(List.of(entry), ben.history(CONVERSATION));
    }
}
