package io.landline.node.room;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.landline.chat.ChatStores;
import io.landline.chat.ConversationListener;
import io.landline.chat.Entry;
import io.landline.chat.EntryKind;
import io.landline.chat.EntryText;
import io.landline.chat.RetiredRooms;
import io.landline.chat.sync.Conversations;
import io.landline.cost.Standing;
import io.landline.handshake.MemoryTrust;
import io.landline.identity.Identity;
import io.landline.node.conversation.ChatChanges;
import io.landline.node.conversation.ConversationWriter;
import io.landline.node.conversation.UnreadCalls;
import io.landline.node.port.Chats.StoredText;
import io.landline.peer.RoomName;
import io.landline.room.ConversationId;
import io.landline.room.Room;
import io.landline.room.RoomId;
import io.landline.room.RoomKey;
import io.landline.room.RoomStore.Origin;
import io.landline.storage.chat.SqliteChat;
import io.landline.storage.chat.TimelineViews;
import io.landline.storage.chat.Timelines;
import io.landline.storage.database.DatabaseTest;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A room gets new words after somebody pressed Enter, and before it was written.
class SaidWhileWordsChangeTest extends DatabaseTest {
    private static final InstantSource CLOCK = InstantSource.system();
    private static final byte[] BODY = new EntryText("for the chosen").toBody();

    private final Room old = Room.keyed(new RoomName("class"), RoomKey.of("amber fox piano river"));
    private final Room next = Room.keyed(new RoomName("class"), RoomKey.of("stone cloud lamp tiger"));
    private final MemoryTrust trust = new MemoryTrust();
    private final OwnRooms rooms = new OwnRooms(trust, CLOCK);
    private ChatStores stores;
    private Conversations conversations;
    private ConversationWriter writer;

    /// The words change as soon as something comes to be written.
    private boolean isRetired(RoomId room) {
        if (rooms.byId(next.id()) == null) rooms.goOn(old, next, Origin.MADE_HERE);
        return rooms.isRetired(room);
    }

    @BeforeEach
    void open() {
        rooms.add(old, Origin.MADE_HERE, true);
        stores = SqliteChat.stores(database);
        Identity self = Identity.generate();
        conversations = Conversations.open(self, stores, new RetiredRooms(this::isRetired),
                _ -> Standing.MEMBER,
                new ConversationListener() {}, CLOCK);
        var resolver = new ConversationResolver(rooms, List::of, trust, (_, _) -> false, _ -> Map.of(), Map::of);
        var labels = new ConversationLabels(rooms, id -> id, _ -> null);
        var calls = new UnreadCalls(new Timelines(database, self.fingerprint()), new TimelineViews(database),
                self.fingerprint());
        writer = new ConversationWriter(resolver, rooms, conversations, null, new ChatChanges(labels, calls));
    }

    @AfterEach
    void close() {
        conversations.close();
    }

    private static List<String> ids(List<Entry> entries) {
        return entries.stream().map(each -> each.id().hex()).toList();
    }

    private void assertSaidInTheNext(StoredText said) {
        assertEquals("#class", said.conversation());
        assertEquals(List.of(said.id().hex()), ids(stores.entries().newest(ConversationId.of(next.id()), null, 10)));
        assertEquals(List.of(), ids(stores.entries().newest(ConversationId.of(old.id()), null, 10)));
    }

    @Test
    void itIsSaidInTheRoomWithTheNewWords() throws Exception {
        assertSaidInTheNext(writer.write("#class", EntryKind.TEXT, BODY));
    }

    @Test
    void theSameHoldsWhereNobodyWaits() throws Exception {
        assertSaidInTheNext(writer.writeSoon("#class", EntryKind.TEXT, BODY).get());
    }
}
