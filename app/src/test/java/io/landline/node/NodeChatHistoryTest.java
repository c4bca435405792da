package io.landline.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.chat.Author;
import io.landline.chat.ConversationListener.EntrySource;
import io.landline.chat.Entry;
import io.landline.chat.EntryKind;
import io.landline.chat.EntryStore.Durability;
import io.landline.filetransfer.OfferBody;
import io.landline.node.port.ChatHistory;
import io.landline.node.port.ChatHistory.Filter;
import io.landline.node.port.ChatHistory.Keep;
import io.landline.node.port.Chats;
import io.landline.node.port.CommandException;
import io.landline.node.port.MessageNotes.Saved;
import io.landline.node.port.TimelineItem;
import io.landline.node.profile.NodeOptions;
import io.landline.node.profile.NodeOptions.Network;
import io.landline.node.profile.NodeOptions.RequestedRoom;
import io.landline.peer.PeerName;
import io.landline.peer.RoomName;
import io.landline.process.FreePorts;
import io.landline.room.ConversationId;
import io.landline.storage.chat.SqliteChat;
import io.landline.storage.database.Database;
import io.landline.testing.BackgroundFailures;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// What a window does with the past, on a node that nobody sees. What Max wrote is from November 2023.
@ExtendWith(BackgroundFailures.class)
class NodeChatHistoryTest {
    private static final String ROOM = "#class";
    private static final Instant MAX_WROTE = Instant.ofEpochMilli(1_700_000_000_000L);

    @TempDir
    Path folder;
    private NodeOptions options;
    private Author max;

    @BeforeEach
    void fill() throws Exception {
        options = new NodeOptions(folder.resolve("profile"), new PeerName("Ada"),
                List.of(new RequestedRoom(new RoomName("class"), true, null)),
                new Network(FreePorts.udp(), 0, List.of("lo"), List.of()), folder.resolve("downloads"), null, false);
        ConversationId room;
        try (ProfileWithoutNode opened = ProfileWithoutNode.open(options)) {
            ProfileReader reader = opened.reader();
            room = ConversationId.of(reader.rooms().getFirst().id());
        }
        max = Author.of(room, 7);
        try (Database database = Database.open(folder.resolve("profile/history.db"))) {
            var entries = SqliteChat.stores(database).entries();
            entries.add(max.texts(5), 5, Durability.BATCHED);
            byte[] offer = new OfferBody(1, 3, List.of("a.txt"), OfferBody.CHUNK_BYTES_MIN, 0, null).toJson();
            entries.add(List.of(max.write(6, EntryKind.OFFER, offer)), 6, Durability.BATCHED);
        }
    }

    private static List<String> texts(Chats.Page page) {
        return page.items()
                .stream()
                .filter(TimelineItem.Text.class::isInstance)
                .map(item -> ((TimelineItem.Text) item).text())
                .toList();
    }

    private static List<String> all(Node node) throws CommandException {
        return texts(node.chats().page(ROOM, null, 100));
    }

    @Test
    void aSearchNamesAPersonAndDatesAsWellAsWords() throws Exception {
        try (Node node = Node.open(options)) {
            ChatHistory history = node.chats().history();
            node.chats().say(ROOM, "text of Ada");
            Instant today = Instant.now().minus(Duration.ofDays(1));
            assertEquals(List.of("text of Ada"),
                    texts(history.search(ROOM, new Filter("text", null, today, null), 10)));
            assertEquals(5, texts(history.search(ROOM, new Filter("text", null, null, today), 10)).size());
            assertEquals(List.of("text 4"),
                    texts(history.search(ROOM, new Filter("4", max.fingerprint(), null, null), 10)));
            assertEquals(List.of(), texts(history.search(ROOM, new Filter("Ada", max.fingerprint(), null, null), 10)));
            assertEquals(List.of("text 1"), texts(history.search(ROOM,
                    new Filter("", null, MAX_WROTE.plusMillis(2), MAX_WROTE.plusMillis(3)), 10)));
            Chats.Page two = history.search(ROOM, new Filter("text", null, null, null), 2);
            assertEquals(List.of("text 4", "text of Ada"), texts(two));
            assertFalse(two.reachesStart());
            assertEquals(List.of("", max.fingerprint().brief()),
                    history.authors(ROOM).stream().map(ChatHistory.Author::name).toList());
        }
    }

    @Test
    void theFilesOfAConversationAreListed() throws Exception {
        try (Node node = Node.open(options)) {
            List<TimelineItem> files = node.chats().history().files(ROOM, null, 10).items();
            assertEquals(List.of(List.of("a.txt")),
                    files.stream().map(each -> ((TimelineItem.Offer) each).names()).toList());
            assertEquals(List.of(), node.chats().history().files(ROOM, files.getFirst().position(), 10).items());
        }
    }

    private static boolean isMarked(Node node) {
        return node.chats().list().getFirst().markedUnread();
    }

    @Test
    void aMarkStaysOverRestartsUntilItIsTakenBack() throws Exception {
        try (Node node = Node.open(options)) {
            node.chats().history().markUnread(ROOM, true);
            assertTrue(isMarked(node));
        }
        try (Node node = Node.open(options)) {
            assertTrue(isMarked(node));
            node.chats().history().markUnread(ROOM, false);
            assertFalse(isMarked(node));
        }
    }

    @Test
    void aMarkGoesWithTheRoom() throws Exception {
        try (Node node = Node.open(options)) {
            node.chats().history().markUnread(ROOM, true);
            node.rooms().leave(ROOM);
            node.rooms().join("class", null);
            assertFalse(isMarked(node));
        }
    }

    @Test
    void aSavedMessageThatIsNotKeptAnyMoreStaysInTheListUntilItIsTakenOut() throws Exception {
        try (Node node = Node.open(options)) {
            var notes = node.chats().notes();
            var target = node.chats().page(ROOM, null, 10).items().getFirst().id();
            notes.save(target, true);
            node.chats().read(ROOM);
            node.chats().history().keep(ROOM, Keep.MONTH);
            node.parts.retention.round();
            var gone = new Saved(target, ROOM, max.fingerprint(), max.fingerprint().brief(), MAX_WROTE.plusMillis(1),
                    null);
            assertEquals(List.of(gone), notes.saved());
            notes.save(target, false);
            assertEquals(List.of(), notes.saved());
        }
    }

    @Test
    void whatIsOlderGoesOnceItWasReadAndStaysAwayOverRestarts() throws Exception {
        try (Node node = Node.open(options)) {
            node.chats().say(ROOM, "new");
            assertEquals(Keep.ALL, node.chats().history().kept(ROOM));
            node.chats().history().keep(ROOM, Keep.MONTH);
            node.parts.retention.round();
            assertEquals(6, all(node).size(), "nobody has read it yet");
            node.chats().read(ROOM, node.chats().page(ROOM, null, 10).items().get(2).position(), List.of());
            node.parts.retention.round();
            assertEquals(List.of("text 3", "text 4", "new"), all(node));
            node.chats().read(ROOM);
            node.parts.retention.round();
            assertEquals(List.of("new"), all(node));
            assertEquals(List.of(), texts(node.chats().search(ROOM, "text", 10)));
            assertEquals(List.of(), node.chats().history().files(ROOM, null, 10).items());
        }
        try (Node node = Node.open(options)) {
            assertEquals(Keep.MONTH, node.chats().history().kept(ROOM));
            assertEquals(List.of("new"), all(node));
            node.chats().history().keep(ROOM, Keep.ALL);
            assertEquals(Keep.ALL, node.chats().history().kept(ROOM));
        }
    }

    @Test
    void h85_whatCameAsItWasWrittenStaysThoughItsAuthorsClockIsYearsBehind() throws Exception {
        Entry said = max.text("from 2023, today");
        try (Database database = Database.open(folder.resolve("profile/history.db"))) {
            SqliteChat.stores(database).entries().add(List.of(said), 7, Durability.BATCHED);
        }
        try (Node node = Node.open(options)) {
            node.parts.retention.stored(said, EntrySource.JUST_WRITTEN);
            node.chats().read(ROOM);
            node.chats().history().keep(ROOM, Keep.MONTH);
            node.parts.retention.round();
            assertEquals(List.of("from 2023, today"), all(node));
        }
    }

    @Test
    void h85_aChoiceRemovesNothingBeforeTheClockHasRunEvenly() throws Exception {
        try (Node node = Node.open(options)) {
            node.chats().read(ROOM);
            int before = all(node).size();
            node.chats().history().keep(ROOM, Keep.MONTH);
            assertEquals(before, all(node).size());
            node.parts.retention.round();
            assertEquals(List.of(), all(node));
        }
    }
}
