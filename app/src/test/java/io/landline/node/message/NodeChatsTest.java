package io.landline.node.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.chat.Author;
import io.landline.chat.EntryKind;
import io.landline.chat.EntryStore.Durability;
import io.landline.filetransfer.FilesToSend;
import io.landline.fixture.PlainRecords;
import io.landline.node.LoopbackNodes;
import io.landline.node.RunningForTest;
import io.landline.node.port.ChatHistory;
import io.landline.node.port.ChatHistory.Filter;
import io.landline.node.port.Chats;
import io.landline.node.port.Chats.Conversation;
import io.landline.node.port.Chats.Kind;
import io.landline.node.port.Chats.MuteTerm;
import io.landline.node.port.Chats.Page;
import io.landline.node.port.CommandException;
import io.landline.node.port.CommandException.Code;
import io.landline.node.port.MessageActs;
import io.landline.node.port.NewestEntry;
import io.landline.node.port.NodeEvent.Message;
import io.landline.node.port.NodeEvent.Offered;
import io.landline.node.port.NodeEvent.Read;
import io.landline.node.port.Subscription;
import io.landline.node.port.TimelineItem;
import io.landline.node.port.TimelineItem.Delivery;
import io.landline.peer.Fingerprint;
import io.landline.room.ConversationId;
import io.landline.storage.chat.SqliteChat;
import io.landline.storage.database.Database;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Conversations as a window asks for them, of real nodes on the loopback interface.
class NodeChatsTest extends LoopbackNodes {
    private static List<String> texts(Page page) {
        return page.items().stream().map(item -> ((TimelineItem.Text) item).text()).toList();
    }

    @Test
    void aRoomIsListedBeforeAnythingIsSaidInIt() throws Exception {
        try (var ada = start("Ada")) {
            assertEquals(List.of(PlainRecords.conversation("#class", Kind.ROOM, "class", null, false, 0, null)),
                    ada.node.chats().list());
            assertEquals(new Page(List.of(), true), ada.node.chats().page("#class", null, 10));
        }
    }

    @Test
    void pagesGoBackToTheStartAndSaySo() throws Exception {
        try (var ada = start("Ada")) {
            Chats chats = ada.node.chats();
            for (int i = 1; i <= 5; i++) chats.say("#class", "text " + i);
            Page last = chats.page("#class", null, 2);
            assertEquals(List.of("text 4", "text 5"), texts(last));
            assertFalse(last.reachesStart());
            Page before = chats.page("#class", last.items().getFirst().position(), 2);
            assertEquals(List.of("text 2", "text 3"), texts(before));
            assertFalse(before.reachesStart());
            Page first = chats.page("#class", before.items().getFirst().position(), 2);
            assertEquals(List.of("text 1"), texts(first));
            assertTrue(first.reachesStart());
            assertTrue(chats.page("#class", null, 5).reachesStart());
        }
    }

    @Test
    void searchFindsTheNewestTextsAndSaysWhetherThereAreMore() throws Exception {
        try (var ada = start("Ada")) {
            for (String text : List.of("red apple", "green pear", "green apple")) ada.node.chats().say("#class", text);
            assertEquals(List.of("red apple", "green apple"), texts(ada.node.chats().search("#class", "apple", 2)));
            Page one = ada.node.chats().search("#class", "apple", 1);
            assertEquals(List.of("green apple"), texts(one));
            assertFalse(one.reachesStart());
        }
    }

    @Test
    void aSearchOfAllConversationsNamesThemAndPutsTheLatestFirst() throws Exception {
        try (var ada = start("Ada"); var bob = start("Bob")) {
            ada.awaitJoined(bob);
            bob.awaitJoined(ada);
            Chats chats = ada.node.chats();
            chats.say("#class", "red apple");
            chats.say("Bob", "green Äpple");
            chats.say("Bob", "green pear");
            chats.say("#class", "an applepie");
            assertEquals(List.of("#class an applepie", bob.node.fingerprint().hex() + " green Äpple",
                    "#class red apple"), found(chats.searchAll(Filter.words("apple"), 3)));
            assertFalse(chats.searchAll(Filter.words("apple"), 3).hasMore());
            assertEquals(List.of("#class an applepie", bob.node.fingerprint().hex() + " green Äpple"),
                    found(chats.searchAll(Filter.words("apple"), 2)));
            assertTrue(chats.searchAll(Filter.words("apple"), 2).hasMore());
            assertEquals(List.of(), found(chats.searchAll(Filter.words("\" OR *"), 2)));
            bob.node.chats().say("#class", "an apple of Bob's");
            ada.await(Message.class, e -> e.text().equals("an apple of Bob's"));
            Fingerprint bobs = bob.node.fingerprint();
            Instant now = Instant.now();
            assertEquals(List.of("#class an apple of Bob's"),
                    found(chats.searchAll(new Filter("apple", bobs, null, null), 9)));
            assertEquals(4, chats.searchAll(new Filter("apple", null, now.minusSeconds(600), null), 9).found().size());
            assertEquals(List.of(), found(chats.searchAll(new Filter("apple", null, null, now.minusSeconds(600)), 9)));
            assertEquals(List.of("", "Bob"),
                    chats.history().authors().stream().map(ChatHistory.Author::name).toList());
        }
    }

    @Test
    void ofWhatIsUnreadItIsCountedWhatCallsOneWhateverOneIsToldOf() throws Exception {
        try (var ada = start("Ada"); var bob = start("Bob")) {
            ada.awaitJoined(bob);
            bob.awaitJoined(ada);
            Chats chats = ada.node.chats();
            assertEquals(0, chats.list().getFirst().calls());
            MessageActs acts = bob.node.acts();
            acts.say("#class", new MessageActs.Message("@Ada, look", null, Set.of(ada.node.fingerprint())));
            acts.say("#class", new MessageActs.Message("@Ada, once more", null, Set.of(ada.node.fingerprint())));
            acts.say("#class", new MessageActs.Message("to nobody", null, Set.of()));
            ada.await(Message.class, e -> e.text().equals("to nobody"));
            Conversation room = chats.list().getFirst();
            assertEquals(3, room.unread());
            assertEquals(2, room.calls());
            TimelineItem first = chats.page("#class", null, 10).items().getFirst();
            chats.read("#class", first.position(), List.of());
            assertEquals(1, chats.list().getFirst().calls());
            chats.muteButMentions("#class");
            assertEquals(1, chats.list().getFirst().calls(), "as before");
            chats.read("#class");
            assertEquals(0, chats.list().getFirst().calls());
        }
    }

    private static List<String> found(Chats.FoundPage page) {
        return page.found()
                .stream()
                .map(each -> each.conversation() + " " + ((TimelineItem.Text) each.item()).text())
                .toList();
    }

    @Test
    void whatOthersWriteIsUnreadUntilAPersonSawItAndTheAuthorHearsOfThat() throws Exception {
        try (var ada = start("Ada"); var bob = start("Bob")) {
            ada.awaitJoined(bob);
            bob.awaitJoined(ada);
            String adaKey = ada.node.fingerprint().hex();
            ada.node.chats().say("Bob", "one");
            ada.node.chats().say("Bob", "two");
            bob.await(Message.class, e -> e.text().equals("two"));
            Conversation direct = bob.node.chats().list().getFirst();
            assertEquals(adaKey, direct.key());
            assertEquals(Kind.DIRECT, direct.kind());
            assertEquals("Ada", direct.title());
            assertEquals(ada.node.fingerprint(), direct.peer());
            assertEquals(2, direct.unread());
            assertEquals("two", present(direct.newest()).text());
            List<TimelineItem> received = bob.node.chats().page(adaKey, null, 10).items();
            assertEquals(received.getFirst().position(), bob.node.chats().unread(adaKey, null).first());
            bob.node.chats().read(adaKey, received.getFirst().position(), List.of());
            assertEquals(1, bob.node.chats().list().getFirst().unread());
            assertEquals(received.getLast().position(), bob.node.chats().unread(adaKey, null).first());
            ada.await(Read.class, e -> e.peer().equals(bob.node.fingerprint()) && e.number() == 1);
            bob.node.chats().read(adaKey, received.getLast().position(), List.of());
            assertEquals(0, bob.node.chats().list().getFirst().unread());
            assertNull(bob.node.chats().unread(adaKey, null).first());
            ada.await(Read.class, e -> e.peer().equals(bob.node.fingerprint()) && e.number() == 2);
            List<TimelineItem> own = ada.node.chats().page(bob.node.fingerprint().hex(), null, 10).items();
            assertEquals(List.of(new Delivery(1, 1), new Delivery(1, 1)),
                    own.stream().map(TimelineItem::delivery).toList());
            assertTrue(own.getFirst().own());
            assertEquals("", own.getFirst().name());
            TimelineItem theirs = bob.node.chats().page(adaKey, null, 10).items().getFirst();
            assertEquals(Delivery.NOWHERE, theirs.delivery());
            assertEquals("Ada", theirs.name());
        }
    }

    private static <T> T present(@Nullable T value) {
        assertNotNull(value);
        return value;
    }

    @Test
    void anOfferStandsInTheTimelineWithItsNames() throws Exception {
        Path file = Files.writeString(folder.resolve("f, g.txt"), "content");
        try (var ada = start("Ada"); var bob = start("Bob")) {
            ada.awaitJoined(bob);
            bob.awaitJoined(ada);
            String id = ada.node.chats().send("#class", FilesToSend.of(List.of(file))).offer();
            bob.await(Offered.class, e -> e.id().offer().equals(id));
            TimelineItem.Offer offer = (TimelineItem.Offer) bob.node.chats()
                    .page("#class", null, 10)
                    .items()
                    .getFirst();
            assertEquals(id, offer.offer());
            assertEquals(List.of("f, g.txt"), offer.names());
            assertEquals(7, offer.bytes());
            Conversation room = bob.node.chats().list().getFirst();
            assertEquals(NewestEntry.Kind.FILES, present(room.newest()).kind());
            assertEquals(List.of("f, g.txt"), present(room.newest()).names());
            assertEquals(1, room.unread());
            assertTrue(room.confirmed());
        }
    }

    @Test
    void whoWatchesHearsOfOwnEntriesOthersReceiptsAndReading() throws Exception {
        try (var ada = start("Ada"); var bob = start("Bob")) {
            ada.awaitJoined(bob);
            bob.awaitJoined(ada);
            Set<String> changed = ConcurrentHashMap.newKeySet();
            Subscription watching = ada.node.chats().watch(changed::add);
            ada.node.chats().say("#class", "own");
            assertEquals(Set.of("#class"), changed);
            changed.clear();
            bob.node.chats().say("Ada", "other");
            ada.await(Message.class, e -> e.text().equals("other"));
            ada.node.chats().read(bob.node.fingerprint().hex());
            assertTrue(changed.contains(bob.node.fingerprint().hex()));
            watching.close();
            changed.clear();
            ada.node.chats().say("Bob", "unheard");
            assertEquals(Set.of(), changed);
        }
    }

    @Test
    void aMutedConversationSaysSoUntilItIsTakenBackOrTheRoomIsLeft() throws Exception {
        try (var ada = start("Ada")) {
            Chats chats = ada.node.chats();
            Set<String> changed = ConcurrentHashMap.newKeySet();
            try (Subscription _ = chats.watch(changed::add)) {
                chats.mute("#class", MuteTerm.HOUR);
                assertTrue(chats.list().getFirst().muted());
                Instant end = chats.list().getFirst().choices().mutedUntil();
                assertTrue(end.isAfter(Instant.now()) && end.isBefore(Instant.now().plus(Duration.ofHours(1))));
                assertEquals(Set.of("#class"), changed);
                chats.muteButMentions("#class");
                assertTrue(chats.list().getFirst().mentionsOnly());
                assertFalse(chats.list().getFirst().muted());
                chats.unmute("#class");
                assertFalse(chats.list().getFirst().quiet());
            }
            chats.mute("#class", MuteTerm.FOR_EVER);
            assertNull(chats.list().getFirst().choices().mutedUntil());
            ada.node.rooms().leave("#class");
            ada.node.rooms().join("class", RunningForTest.KEY);
            assertFalse(chats.list().getFirst().muted());
            assertEquals(Code.NO_ROOM,
                    assertThrows(CommandException.class, () -> chats.mute("#none", MuteTerm.HOUR)).code());
        }
    }

    private static List<String> titles(RunningForTest of) {
        return of.node.chats().list().stream().map(Conversation::title).toList();
    }

    /// As an older build beside a newer one.
    @Test
    void whatLaterVersionsWroteStandsBetweenTheMessagesAndIsNotUnread() throws Exception {
        ConversationId room;
        try (var ada = start("Ada")) {
            ada.node.chats().say("#class", "one");
            room = ConversationId.of(ada.node.reader().rooms().getFirst().id());
        }
        Author max = Author.of(room, 1);
        EntryKind later = new EntryKind(EntryKind.KNOWN_MAX + 1);
        try (Database database = Database.open(folder.resolve("Ada").resolve("history.db"))) {
            SqliteChat.stores(database)
                    .entries()
                    .add(List.of(max.write(10, later, new byte[]{1}), max.write(11, later, new byte[]{2})), 11,
                            Durability.FULL);
        }
        try (var ada = start("Ada")) {
            Chats chats = ada.node.chats();
            assertNull(chats.unread("#class", null).first());
            assertEquals(NewestEntry.Kind.TEXT, chats.list().getFirst().newest().kind());
            chats.say("#class", "two");
            List<TimelineItem> items = chats.page("#class", null, 10).items();
            assertEquals(List.of(true, false, false, true), items.stream().map(TimelineItem::isSaid).toList());
            assertEquals(max.fingerprint(), items.get(1).author());
            assertEquals(items.subList(1, 4), chats.after("#class", items.getFirst().position(), 10));
            assertEquals(items.subList(2, 4), chats.after("#class", items.get(1).position(), 10));
            assertEquals(items.subList(0, 2), chats.page("#class", items.get(2).position(), 10).items());
            assertEquals(items.subList(3, 4), chats.page("#class", null, 1).items());
        }
    }

    @Test
    void whatIsNewestStandsFirstAndAboveItWhatIsKeptOnTop() throws Exception {
        try (var ada = start("Ada"); var bob = start("Bob")) {
            ada.awaitJoined(bob);
            bob.awaitJoined(ada);
            ada.node.chats().say("Bob", "one");
            assertEquals(List.of("Bob", "class"), titles(ada));
            ada.node.rooms().join("new", RunningForTest.KEY);
            assertEquals(List.of("new", "Bob", "class"), titles(ada), "a room stands where it was joined");
            ada.node.chats().say("#class", "two");
            assertEquals(List.of("class", "new", "Bob"), titles(ada));
            ada.node.chats().setOnTop(bob.node.fingerprint().hex(), true);
            assertEquals(List.of("Bob", "class", "new"), titles(ada));
            assertTrue(ada.node.chats().list().getFirst().onTop());
            ada.node.chats().setOnTop("#new", true);
            assertEquals(List.of("new", "Bob", "class"), titles(ada));
            ada.node.chats().setOnTop("#new", false);
            ada.node.chats().setOnTop(bob.node.fingerprint().hex(), false);
            assertEquals(List.of("class", "new", "Bob"), titles(ada));
        }
    }

    @Test
    void aConversationThatIsNoneOfOursIsRefusedAndHistoryWithAFormerMemberIsNot() throws Exception {
        try (var ada = start("Ada"); var bob = start("Bob")) {
            ada.awaitJoined(bob);
            bob.awaitJoined(ada);
            ada.node.chats().say("Bob", "kept");
            ada.node.rooms().leave("#class");
            String key = bob.node.fingerprint().hex();
            assertEquals(List.of("kept"), texts(ada.node.chats().page(key, null, 10)));
            assertEquals(Code.NOT_A_MEMBER,
                    assertThrows(CommandException.class, () -> ada.node.chats().say(key, "no")).code());
            assertEquals(Code.NO_ROOM,
                    assertThrows(CommandException.class, () -> ada.node.chats().page("#class", null, 10)).code());
            assertNull(
                    ada.node.chats().list().stream().filter(each -> each.kind() == Kind.ROOM).findAny().orElse(null));
        }
    }
}
