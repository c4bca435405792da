package io.landline.chat.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.chat.Entry;
import io.landline.chat.TimelinePosition;
import io.landline.room.ConversationId;
import io.landline.room.RoomId;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Somebody comes back with what they wrote while they were away: it stands above what the others said and read.
class LateReadTest {
    private static final RoomId ROOM = RoomId.of(new byte[]{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16});
    private static final ConversationId CONVERSATION = ConversationId.of(ROOM);
    private static final Duration SOON = Duration.ofSeconds(1);

    private final World world = new World(1);
    private final World.Node anna = world.node();
    private final World.Node ben = world.node();

    private @Nullable Long read(Entry of) {
        return anna.heard.read.get(ben.id().hex() + of.log().logHex());
    }

    @Test
    void theirAuthorHearsThatTheyAreReadWhenSomebodySawThem() {
        Entry first = anna.say(CONVERSATION, "alone");
        Entry second = anna.say(CONVERSATION, "still alone");
        World.Node clara = world.node();
        world.connect(ben, clara, ROOM);
        for (int i = 0; i < 5; i++) clara.say(CONVERSATION, "together " + i);
        world.settle(SOON);
        TimelinePosition end = ben.history(CONVERSATION).getLast().position();
        world.connect(anna, ben, ROOM);
        world.settle(SOON);
        assertTrue(first.position().compareTo(end) < 0, "it stands above what Ben read");
        ben.core.read(CONVERSATION, end, List.of(first.position()), world.uptime);
        world.settle(SOON);
        assertNull(read(first));
        ben.core.read(CONVERSATION, end, List.of(second.position()), world.uptime);
        world.settle(SOON);
        assertEquals(1L, read(first));
        ben.core.read(CONVERSATION, end, List.of(), world.uptime);
        world.settle(SOON);
        assertEquals(2L, read(first));
    }
}
