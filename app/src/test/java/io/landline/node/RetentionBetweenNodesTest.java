package io.landline.node;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.landline.chat.Author;
import io.landline.chat.EntryStore.Durability;
import io.landline.identity.Identity;
import io.landline.identity.IdentityFile;
import io.landline.node.port.ChatHistory.Keep;
import io.landline.node.port.NodeEvent.Message;
import io.landline.node.port.TimelineItem;
import io.landline.room.ConversationId;
import io.landline.settings.Profile;
import io.landline.storage.chat.SqliteChat;
import io.landline.storage.database.Database;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Real nodes on the loopback interface: Ada keeps all that she wrote, the first of it three years ago; Bob does not.
class RetentionBetweenNodesTest extends LoopbackNodes {
    private static final String ROOM = "#class";
    private static final int OLD = 5;

    @BeforeEach
    void writeLongAgo() throws Exception {
        ConversationId room;
        try (var ada = start("Ada")) {
            room = ConversationId.of(ada.node.reader().rooms().getFirst().id());
        }
        Profile profile = Profile.open(folder.resolve("Ada"));
        Identity identity = IdentityFile.loadOrCreate(profile.identityFolder());
        try (Database database = Database.open(profile.database())) {
            SqliteChat.stores(database).entries().add(new Author(identity, room, 7).texts(OLD), OLD, Durability.FULL);
        }
    }

    private static List<String> texts(RunningForTest of) throws Exception {
        return of.node.chats()
                .page(ROOM, null, 100)
                .items()
                .stream()
                .map(each -> ((TimelineItem.Text) each).text())
                .toList();
    }

    private static void say(RunningForTest from, RunningForTest to, String text) throws Exception {
        from.node.chats().say(ROOM, text);
        to.await(Message.class, event -> event.text().equals(text));
    }

    @Test
    void whatOneDoesNotKeepTheOtherDoesNotBringBack() throws Exception {
        try (var ada = start("Ada")) {
            try (var bob = start("Bob")) {
                bob.await(Message.class, event -> event.text().equals("text " + (OLD - 1)));
                assertEquals(OLD, texts(bob).size());
                bob.node.chats().read(ROOM);
                bob.node.chats().history().keep(ROOM, Keep.YEAR);
                bob.node.parts.retention.round(); // as once the clock has run evenly
                assertEquals(List.of(), texts(bob));
                say(ada, bob, "today");
                say(bob, ada, "and my answer");
            }
            ada.node.chats().say(ROOM, "while Bob is away");
            try (var bob = start("Bob")) {
                bob.await(Message.class, event -> event.text().equals("while Bob is away"));
                say(ada, bob, "and he is back");
                say(bob, ada, "I am");
                assertEquals(List.of("today", "and my answer", "while Bob is away", "and he is back", "I am"),
                        texts(bob));
                assertEquals(OLD + 5, texts(ada).size(), "others keep theirs");
            }
        }
    }
}
