package io.landline.ui.chats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.chat.TimelinePosition;
import io.landline.node.port.ChatHistory.Author;
import io.landline.node.port.Chats.Conversation;
import io.landline.node.port.TimelineItem.Delivery;
import io.landline.node.port.TimelineItem.Head;
import io.landline.node.port.TimelineItem.Offer;
import io.landline.room.EntryId;
import io.landline.ui.chats.search.SearchViewModel;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A search by person and day, the files of a conversation, and the mark of one that a person comes back to.
class PastOfAConversationTest {
    private static final String ROOM = "#class";

    private final Fixture fixture = new Fixture();

    @BeforeEach
    void talk() {
        fixture.chats.room("class", true, 0);
        fixture.chats.room("other", true, 0);
        fixture.chats.text(ROOM, 1, Fixture.MAX, "the cable of Max");
        fixture.chats.text(ROOM, 2, Fixture.SELF, "my cable");
    }

    private ChatsViewModel shown() {
        return fixture.freshPage();
    }

    private static List<Long> found(SearchViewModel search) {
        return search.found().stream().map(each -> each.position().lamport()).toList();
    }

    @Test
    void aSearchMayNameAPersonAndDaysWithoutAWord() {
        ChatsViewModel model = shown();
        model.open(ROOM);
        SearchViewModel search = model.search();
        search.loadAuthors();
        assertEquals(List.of(new Author(Fixture.MAX, "Max"), new Author(Fixture.SELF, "")), search.choices().authors());
        search.choices().from().set(Fixture.MAX);
        assertEquals(List.of(1L), found(search));
        assertTrue(search.listed().get());
        LocalDate day = LocalDate.ofInstant(FakeChats.START, ZoneId.systemDefault());
        search.choices().since().set(day);
        search.choices().until().set(day);
        assertEquals(List.of(1L), found(search), "both days count");
        search.choices().since().set(day.plusDays(1));
        assertEquals(List.of(), found(search));
        search.clear();
        assertFalse(search.listed().get());
        search.words().set("cable");
        assertEquals(List.of(2L, 1L), found(search));
    }

    @Test
    void anotherConversationBeginsWithoutAFilter() {
        ChatsViewModel model = shown();
        model.open(ROOM);
        model.search().loadAuthors();
        model.search().choices().from().set(Fixture.MAX);
        model.open("#other");
        assertNull(model.search().choices().from().get());
        assertTrue(model.search().choices().authors().isEmpty());
        assertTrue(model.search().found().isEmpty());
    }

    private void offer(int number) {
        fixture.chats.put(ROOM, new Offer(new Head(new TimelinePosition(10 + number, Fixture.MAX, number, 1),
                new EntryId(0, number), Fixture.MAX, "Max", false, FakeChats.START, Delivery.NOWHERE), "0f" + number,
                List.of("file-" + number + ".txt"), 1, 5));
    }

    @Test
    void filesComeNewestFirstAndPageByPage() {
        for (int i = 1; i <= FilesViewModel.PAGE + 2; i++) offer(i);
        var files = new FilesViewModel(fixture.context);
        files.open(ROOM);
        assertEquals(FilesViewModel.PAGE, files.offers().size());
        assertEquals(List.of("file-32.txt"), files.offers().getFirst().names());
        assertTrue(files.hasMore().get());
        files.more();
        assertEquals(FilesViewModel.PAGE + 2, files.offers().size());
        assertEquals(List.of("file-1.txt"), files.offers().getLast().names());
        assertFalse(files.hasMore().get());
        files.open(null);
        assertTrue(files.offers().isEmpty());
    }

    @Test
    void filesThatAreOpenedTwiceStandThereOnce() {
        for (int i = 1; i <= FilesViewModel.PAGE + 2; i++) offer(i);
        var files = new FilesViewModel(fixture.context);
        files.open(ROOM);
        fixture.window.hold();
        files.more();
        files.open(ROOM);
        files.open(null);
        files.open(ROOM);
        fixture.window.goOn();
        assertEquals(FilesViewModel.PAGE, files.offers().size());
        assertEquals(List.of("file-32.txt"), files.offers().getFirst().names());
    }

    private List<String> names(FilesViewModel files) {
        return files.offers().stream().map(each -> each.names().getFirst()).toList();
    }

    @Test
    void filesThatComeOrGoWhileTheyAreShownDoSoThere() {
        for (int i = 1; i <= FilesViewModel.PAGE + 2; i++) offer(i);
        var files = new FilesViewModel(fixture.context);
        files.open(ROOM);
        offer(40);
        fixture.chats.changed(ROOM);
        assertEquals("file-40.txt", names(files).getFirst());
        assertEquals(FilesViewModel.PAGE, names(files).size());
        files.more();
        assertEquals(FilesViewModel.PAGE + 3, names(files).size());
        fixture.chats.items(ROOM).removeIf(each -> each.position().lamport() == 50);
        fixture.chats.changed(ROOM);
        assertEquals("file-32.txt", names(files).getFirst());
        assertEquals("file-1.txt", names(files).getLast(), "all that was loaded stays");
        files.open(null);
        assertEquals(0, fixture.chats.watchers.size(), "nobody watches any more");
    }

    private Conversation room() {
        return fixture.chats.conversations.getFirst();
    }

    @Test
    void aMarkedConversationCountsUntilItIsOpened() {
        ChatsViewModel model = shown();
        model.open(ROOM);
        model.markUnread();
        assertTrue(room().markedUnread());
        assertEquals(1, model.unread().get());
        assertEquals(ROOM, model.unreadNeighbour(1));
        model.open("#other");
        model.open(ROOM);
        assertFalse(room().markedUnread());
        assertEquals(0, model.unread().get());
    }

    @Test
    void whoWritesInAMarkedConversationHasComeBackToIt() {
        ChatsViewModel model = shown();
        model.open(ROOM);
        model.markUnread();
        model.composer().text().set("here I am");
        model.composer().send();
        assertFalse(room().markedUnread());
    }

    @Test
    void aMarkStaysWhereTheWindowOpensTheConversationByItself() {
        ChatsViewModel model = shown();
        model.open(ROOM);
        model.markUnread();
        model.close();
        ChatsViewModel again = shown();
        again.reopen(ROOM);
        assertEquals(ROOM, again.head().get().key());
        assertTrue(room().markedUnread());
    }
}
