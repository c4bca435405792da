package io.landline.chat.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.landline.chat.Author;
import io.landline.chat.ChatStores;
import io.landline.chat.EntryStore;
import io.landline.chat.frame.EntriesFrame;
import io.landline.room.ConversationId;
import io.landline.room.RoomId;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What the store is asked for a message that its author just wrote: each question is one more wait for a thread of the
/// database, and the next message waits for all of them.
class QuestionsOfAMessageTest {
    private static final RoomId ROOM = RoomId.of(new byte[RoomId.BYTES]);
    private static final ConversationId CONVERSATION = ConversationId.of(ROOM);

    private final World world = new World(5);
    private final World.Node node = world.node();
    private final Author author = Author.of(CONVERSATION, 1);
    private final List<String> asked = new ArrayList<>();

    private ChatStores followed(ChatStores its) {
        var entries = (EntryStore) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[]{EntryStore.class},
                (_, method, arguments) -> {
                    asked.add(method.getName());
                    return method.invoke(its.entries(), arguments);
                });
        return new ChatStores(entries, its.receipts(), its.admissions(), its.budgets(), its.cards());
    }

    @Test
    void oneQuestionThenItIsStored() throws Exception {
        node.stores = followed(node.stores);
        node.restart();
        World.End peer = world.scripted(node, author.identity, ROOM);
        for (String text : List.of("first", "that others write here is known from now on")) receive(peer, text);
        asked.clear();
        receive(peer, "third");
        assertEquals(List.of("held", "add"), asked);
    }

    private void receive(World.End peer, String text) throws Exception {
        peer.receive(new EntriesFrame(EntriesFrame.UNASKED, CONVERSATION, List.of(author.text(text))).encode());
    }
}
