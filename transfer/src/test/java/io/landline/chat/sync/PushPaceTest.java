package io.landline.chat.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.chat.Author;
import io.landline.chat.ChatStores;
import io.landline.chat.ConversationListener;
import io.landline.chat.EntryText;
import io.landline.chat.EqualRooms;
import io.landline.chat.frame.EntriesFrame;
import io.landline.chat.pace.PushPace;
import io.landline.cost.Standing;
import io.landline.frame.Frame;
import io.landline.identity.Identity;
import io.landline.room.ConversationId;
import io.landline.room.RoomId;
import io.landline.session.EndReason;
import io.landline.session.ReceivedFrame;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Entries as fast as the wire takes them slow down their sender and nobody else (findings C1 and H2, H38).
@Timeout(60)
class PushPaceTest {
    private static final ConversationId ROOM = ConversationId.of(RoomId.of(new byte[16]));
    private static final Duration START = Duration.ofSeconds(100);

    private final PushPace pace = new PushPace();

    private Duration pay(long bytes, Standing standing, Duration after) {
        return pace.pay(bytes, standing, START.plus(after));
    }

    @Test
    void whatComesWithinTheBurstCostsNoPause() {
        assertEquals(Duration.ZERO, pay(PushPace.OPEN_ROOM_BYTES_BURST, Standing.OPEN_ROOM, Duration.ZERO));
        assertEquals(Duration.ZERO, new PushPace().pay(PushPace.BYTES_BURST, Standing.MEMBER, START));
    }

    @Test
    void h38_whatComesBeyondCostsThePauseInWhichItWouldHaveComeAtThePace() {
        pay(PushPace.OPEN_ROOM_BYTES_BURST, Standing.OPEN_ROOM, Duration.ZERO);
        assertEquals(Duration.ofMillis(500),
                pay(PushPace.OPEN_ROOM_BYTES_PER_SECOND / 2, Standing.OPEN_ROOM, Duration.ZERO));
        assertEquals(Duration.ofMillis(750),
                pay(PushPace.OPEN_ROOM_BYTES_PER_SECOND / 2, Standing.OPEN_ROOM, Duration.ofMillis(250)));
        assertEquals(Duration.ZERO, pay(0, Standing.OPEN_ROOM, Duration.ofMillis(1_000)));
    }

    @Test
    void h38_noPauseIsSoLongThatTheSessionCountsAsSilent() {
        assertEquals(PushPace.PAUSE_MAX, pay(1L << 30, Standing.STRANGER, Duration.ZERO));
        assertEquals(PushPace.PAUSE_MAX, pay(1L << 30, Standing.STRANGER, Duration.ofSeconds(1)));
        assertEquals(Duration.ZERO, pay(0, Standing.STRANGER, Duration.ofSeconds(3)));
    }

    @Test
    void aMemberMayBringAsMuchAsANodeOfOursPushes() {
        pay(PushPace.BYTES_BURST, Standing.MEMBER, Duration.ZERO);
        for (int second = 1; second <= 60; second++) {
            assertEquals(Duration.ZERO,
                    pay(PushPace.BYTES_PER_SECOND, Standing.MEMBER, Duration.ofSeconds(second)));
        }
        assertTrue(pay(1, Standing.MEMBER, Duration.ofSeconds(60)).isPositive());
    }

    /// The bytes of its frames count as long as the pause lasts; nothing of it is refused. However slow this machine
    /// is, a flood takes the time that the pace gives it, so what is asserted is the least time.
    @Test
    void h38_framesOfAFloodAreTakenAndHeldAsThePaceSays() throws InterruptedException {
        var self = Identity.generate();
        ChatStores stores = InMemoryStores.create();
        try (var conversations = Conversations.open(self, stores, EqualRooms.KEYED, _ -> Standing.OPEN_ROOM,
                new ConversationListener() {}, InstantSource.system())) {
            var world = new World(1);
            Author author = Author.of(ROOM, 1);
            World.End session = world.new End(world.node(), author.identity);
            session.rooms.add(ROOM.asRoom());
            conversations.joined(session, ROOM.asRoom());
            List<Frame> frames = flood(author);
            long bytes = frames.stream().mapToLong(each -> each.body().length).sum();
            var done = new CountDownLatch(frames.size());
            long began = System.nanoTime();
            for (Frame each : frames) {
                conversations.take(new ReceivedFrame(session, each, done::countDown, why -> {
                    throw new AssertionError(why);
                }));
            }
            done.await();
            double seconds = (System.nanoTime() - began) / 1e9;
            double least = (bytes - PushPace.OPEN_ROOM_BYTES_BURST) / (double) PushPace.OPEN_ROOM_BYTES_PER_SECOND;
            assertTrue(seconds >= least, seconds + " s for " + bytes + " bytes, where " + least + " are the least");
            assertEquals(frames.size(), stores.entries().newest(ROOM, null, 1_000).size());
            conversations.closed(session, EndReason.LOST);
        }
    }

    private static List<Frame> flood(Author author) {
        var frames = new ArrayList<Frame>();
        String text = "x".repeat(EntryText.MAX_BYTES);
        for (int i = 0; i < (PushPace.OPEN_ROOM_BYTES_BURST + (48 << 10)) / EntryText.MAX_BYTES; i++) {
            frames.add(new EntriesFrame(EntriesFrame.UNASKED, ROOM, List.of(author.text(text))).encode());
        }
        return frames;
    }
}
