package io.landline.chat.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.chat.Author;
import io.landline.chat.ChatStores;
import io.landline.chat.EntryStore;
import io.landline.chat.EntryStore.Durability;
import io.landline.chat.frame.HaveFrame;
import io.landline.frame.Frame;
import io.landline.frame.FrameType;
import io.landline.frame.MalformedFrameException;
import io.landline.identity.Identity;
import io.landline.room.ConversationId;
import io.landline.room.RoomId;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Row H38: a peer that wants to know again and again what is held of a room with many logs. Its question has a few
/// bytes; the answer reads all logs.
class TellPaceTest {
    private static final RoomId ROOM = RoomId.of(new byte[RoomId.BYTES]);
    private static final ConversationId CONVERSATION = ConversationId.of(ROOM);
    private static final int LOGS = 1_500;
    private static final int QUESTIONS = 300;
    private static final Duration TICK = Receipts.INTERVAL_MIN;

    private final World world = new World(3);
    private final World.Node node = world.node();
    private long rowsRead;
    private World.End peer;

    /// Counts what is read of logs.
    private ChatStores counting(ChatStores its) {
        var entries = (EntryStore) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[]{EntryStore.class},
                (_, method, arguments) -> {
                    Object answer = method.invoke(its.entries(), arguments);
                    if (answer instanceof List<?> logs && method.getName().equals("logs")) rowsRead += logs.size();
                    return answer;
                });
        return new ChatStores(entries, its.receipts(), its.admissions(), its.budgets(), its.cards());
    }

    @BeforeEach
    void holdManyLogs() {
        world.openRooms.add(ROOM);
        Identity author = Identity.generate();
        for (int log = 1; log <= LOGS; log++) {
            node.stores.entries().add(new Author(author, CONVERSATION, log).texts(1), 1, Durability.BATCHED);
        }
        node.stores = counting(node.stores);
        node.restart();
        peer = world.scripted(node, Identity.generate(), ROOM);
        rowsRead = 0;
    }

    private void ask(int times) throws MalformedFrameException {
        for (int i = 0; i < times; i++) peer.receive(new HaveFrame(CONVERSATION, true, List.of()).encode());
    }

    private void pass(Duration time) {
        for (Duration end = world.uptime.plus(time); world.uptime.compareTo(end) < 0;) {
            world.uptime = world.uptime.plus(TICK);
            node.tick(world.uptime);
        }
    }

    private long rowsTold() throws MalformedFrameException {
        long told = 0;
        for (Frame frame : peer.all) {
            if (frame.type() == FrameType.HAVE) told += HaveFrame.decode(frame.body()).rows().size();
        }
        return told;
    }

    @Test
    void h38_whoAsksWithoutEndIsToldAtTheRowsPace() throws MalformedFrameException {
        ask(QUESTIONS);
        assertTrue(rowsRead >= 10 * LOGS, "some are answered at once: " + rowsRead);
        assertTrue(rowsRead <= PeerLink.TOLD_ROWS_BURST + LOGS, "read " + rowsRead);
    }

    @Test
    void h38_whoReadsNothingOfItHasItReadAtTheRowsPace() throws MalformedFrameException {
        peer.laneMax = 0;
        ask(1);
        pass(Duration.ofSeconds(50));
        assertTrue(rowsRead <= PeerLink.TOLD_ROWS_BURST + 50L * PeerLink.TOLD_ROWS_PER_SECOND + LOGS,
                "read " + rowsRead);
    }

    @Test
    void whatWasNotToldAtOnceIsToldLater() throws MalformedFrameException {
        ask(QUESTIONS);
        long before = rowsTold();
        pass(Duration.ofSeconds(3));
        assertEquals(before + LOGS, rowsTold(), "once for all questions that wait");
    }
}
