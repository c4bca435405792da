package io.landline.chat.sync;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.frame.FrameType;
import io.landline.room.ConversationId;
import io.landline.room.RoomId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// How soon an author hears that an entry was delivered.
class ReceiptPaceTest {
    private static final RoomId ROOM = RoomId.of(new byte[16]);
    private static final ConversationId CONVERSATION = ConversationId.of(ROOM);
    private static final Duration SOON = Duration.ofSeconds(1);

    private final World world = new World(1);
    private final World.Node anna = world.node();
    private final World.Node ben = world.node();

    @Test
    void atMostTenReceiptFramesASecondGoToAnAuthor() {
        World.End atAnna = world.connect(anna, ben, ROOM);
        world.settle(SOON);
        int before = receipts(atAnna.otherEnd);
        for (int i = 0; i < 100; i++) {
            anna.say(CONVERSATION, "text " + i);
            while (world.step());
            world.pass(Duration.ofMillis(10));
        }
        int sent = receipts(atAnna.otherEnd) - before;
        assertTrue(sent >= 8 && sent <= 11, "receipts in a second: " + sent);
    }

    /// Driven as the conversations' queue drives it: a tick comes 100 ms after a step, or when the last tick asked for
    /// it. Each second this author says two words; others make steps at any time.
    @Test
    void aReceiptWaitsForTheEndOfTheIntervalAndNoLonger() {
        world.connect(anna, ben, ROOM);
        world.settle(SOON);
        Duration longest = Duration.ZERO;
        Duration tickAt = ben.tick(world.uptime);
        Map<Long, Duration> waiting = new TreeMap<>();
        for (int millis = 0; millis < 60_000; millis++) {
            boolean word = millis % 1_003 == 0 || millis % 1_003 == 50;
            if (word) waiting.put(anna.say(CONVERSATION, "word").header().number(), world.uptime);
            while (world.step());
            if (word || millis % 70 == 0) tickAt = least(tickAt, world.uptime.plus(Receipts.INTERVAL_MIN));
            if (world.uptime.compareTo(tickAt) >= 0) tickAt = ben.tick(world.uptime);
            while (world.step());
            long delivered = anna.heard.delivered.values().stream().mapToLong(upTo -> upTo).sum();
            for (var each : List.copyOf(waiting.entrySet())) {
                if (each.getKey() > delivered) continue;
                waiting.remove(each.getKey());
                Duration waited = world.uptime.minus(each.getValue());
                if (waited.compareTo(longest) > 0) longest = waited;
            }
            world.uptime = world.uptime.plusMillis(1);
        }
        assertTrue(longest.compareTo(Receipts.INTERVAL_MIN.plus(Receipts.FLUSHES_APART)) <= 0,
                "a receipt waited " + longest);
    }

    private static Duration least(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static int receipts(World.End end) {
        return (int) end.all.stream().filter(frame -> frame.type() == FrameType.DELIVERED).count();
    }
}
