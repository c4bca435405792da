package io.landline.chat.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.landline.chat.Entry;
import io.landline.chat.frame.ReceiptsFrame;
import io.landline.chat.frame.ReceiptsFrame.Row;
import io.landline.frame.Frame;
import io.landline.frame.FrameType;
import io.landline.frame.MalformedFrameException;
import io.landline.identity.Identity;
import io.landline.room.ConversationId;
import io.landline.room.RoomId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// A profile was restored without what its user wrote: that comes from others, and after what they say of it.
class RestoredReceiptsTest {
    private static final RoomId ROOM = RoomId.of(new byte[]{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16});
    private static final ConversationId CONVERSATION = ConversationId.of(ROOM);
    private static final Duration SOON = Duration.ofSeconds(1);

    private final World world = new World(1);
    private final World.Node anna = world.node();
    private final World.Node ben = world.node();

    private Entry readByBen() {
        Entry last = null;
        for (int i = 0; i < 3; i++) last = anna.say(CONVERSATION, "text " + i);
        World.End end = world.connect(anna, ben, ROOM);
        world.settle(SOON);
        ben.core.read(CONVERSATION, world.uptime);
        world.settle(SOON);
        world.disconnect(end, "the disk of Anna is broken");
        return last;
    }

    private static Map<String, Long> by(World.Node reader, Entry of, long upTo) {
        return Map.of(reader.id().hex() + of.log().logHex(), upTo);
    }

    @Test
    void whatOthersReadBeforeIsKnownOnceItIsHereAgain() {
        Entry last = readByBen();
        World.Node restored = world.new Node(anna.identity, InMemoryStores.create());
        world.connect(restored, ben, ROOM);
        world.settle(SOON);
        assertEquals(ben.history(CONVERSATION), restored.history(CONVERSATION));
        assertEquals(by(ben, last, 3), restored.heard.read);
        assertEquals(by(ben, last, 3), restored.heard.delivered);
    }

    @Test
    void whoHidesThatTheyReadSeesItOfNobody() {
        readByBen();
        World.Node restored = world.new Node(anna.identity, InMemoryStores.create());
        restored.core.shareActivity(false);
        world.connect(restored, ben, ROOM);
        world.settle(SOON);
        assertEquals(Map.of(), restored.heard.read);
    }

    /// H39: receipts for logs that nobody ever wrote.
    @Test
    void h39_ofLogsThatAreNotHereTheLastNamedOnesAreRemembered() throws MalformedFrameException {
        Entry last = readByBen();
        World.Node restored = world.new Node(anna.identity, InMemoryStores.create());
        World.End mallory = world.scripted(restored, Identity.generate(), ROOM);
        mallory.receive(read(last.log().log()));
        for (int i = 0; i < Receipts.AHEAD_MAX; i++) mallory.receive(read(i));
        World.End clara = world.scripted(restored, Identity.generate(), ROOM);
        clara.receive(read(last.log().log()));
        for (int i = 1; i < Receipts.AHEAD_MAX; i++) clara.receive(read(i));
        world.connect(restored, ben, ROOM);
        world.settle(SOON);
        assertEquals(Map.of(ben.id().hex() + last.log().logHex(), 3L, clara.peer().hex() + last.log().logHex(), 3L),
                restored.heard.read);
    }

    private static Frame read(long log) {
        return new ReceiptsFrame(CONVERSATION, List.of(new Row(log, 3))).encode(FrameType.READ);
    }
}
