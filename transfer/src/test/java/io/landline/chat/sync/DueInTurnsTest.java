package io.landline.chat.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.chat.ChatStores;
import io.landline.chat.EntryStore;
import io.landline.chat.frame.HaveFrame;
import io.landline.frame.FrameType;
import io.landline.identity.Identity;
import io.landline.room.ConversationId;
import io.landline.room.RoomId;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Row H38: peers that want to know what is held here, and read nothing of the answer. To find it out again takes some
/// ten milliseconds in a large room: it is their own turn that pays.
class DueInTurnsTest {
    private static final RoomId ROOM = RoomId.of(new byte[RoomId.BYTES]);
    private static final ConversationId CONVERSATION = ConversationId.of(ROOM);

    private final World world = new World(3);
    private final World.Node node = world.node();
    private int reads;

    /// Counts how often it is asked what is held of a conversation.
    private ChatStores counting(ChatStores its) {
        var entries = (EntryStore) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[]{EntryStore.class},
                (_, method, arguments) -> {
                    if (method.getName().equals("recent")) reads++;
                    return method.invoke(its.entries(), arguments);
                });
        return new ChatStores(entries, its.receipts(), its.admissions(), its.budgets(), its.cards());
    }

    @Test
    void h38_whatPeersDoNotReadIsFoundOutAnewInTheirOwnTurns() throws Exception {
        node.stores = counting(node.stores);
        node.restart();
        node.say(CONVERSATION, "something to tell");
        World.End deaf = world.scripted(node, Identity.generate(), ROOM);
        deaf.laneMax = 0;
        deaf.receive(new HaveFrame(CONVERSATION, true, List.of()).encode());
        reads = 0;
        world.uptime = Duration.ofSeconds(1);
        node.core.tick(world.uptime);
        assertEquals(0, reads, "in the time of all");
        FrameWork turn = node.core.ask(node.core.takeAskDue().getFirst(), world.uptime);
        while (turn.next());
        assertEquals(1, reads, "in its own turn");
    }

    @Test
    void anAnswerThatIsWantedIsStillWantedOnceTheLaneTakesIt() throws Exception {
        node.say(CONVERSATION, "something to tell");
        World.End peer = world.scripted(node, Identity.generate(), ROOM);
        peer.laneMax = 0;
        node.core.carriedAnew(peer);
        node.tick(Duration.ofSeconds(1));
        peer.laneMax = Integer.MAX_VALUE;
        int before = peer.all.size();
        node.tick(Duration.ofSeconds(2));
        HaveFrame told = HaveFrame.decode(peer.all.stream()
                .skip(before)
                .filter(frame -> frame.type() == FrameType.HAVE)
                .findFirst()
                .orElseThrow()
                .body());
        assertTrue(told.replyWanted());
    }
}
