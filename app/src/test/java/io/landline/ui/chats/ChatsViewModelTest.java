package io.landline.ui.chats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.fixture.PlainRecords;
import io.landline.node.port.Chats.Choice;
import io.landline.node.port.Chats.Conversation;
import io.landline.node.port.Chats.Kind;
import io.landline.node.port.Choices;
import io.landline.node.port.Contacts.Trait;
import io.landline.node.port.NodeEvent;
import io.landline.ui.chats.header.ConversationHeader;
import io.landline.ui.chats.header.ConversationHeader.Chip;
import io.landline.ui.chats.header.ConversationHeader.People;
import io.landline.ui.chats.header.ConversationHeader.Writing;
import io.landline.ui.chats.list.ListRow;
import io.landline.ui.chats.list.ListRow.Lack;
import io.landline.ui.chats.list.ListRow.Section;
import io.landline.ui.chats.search.SearchViewModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ChatsViewModelTest {
    private final Fixture fixture = new Fixture();
    private @Nullable ChatsViewModel made;

    private ChatsViewModel model() {
        ChatsViewModel model = fixture.freshPage();
        made = model;
        return model;
    }

    @AfterEach
    void nothingIsWatchedAfterClosing() {
        if (made != null) made.close();
        assertTrue(fixture.watchers.isEmpty());
        assertTrue(fixture.chats.watchers.isEmpty());
    }

    private static List<String> ids(ChatsViewModel model) {
        return model.rows().stream().map(ListRow::id).toList();
    }

    private static ConversationHeader head(ChatsViewModel model) {
        return Objects.requireNonNull(model.head().get());
    }

    @Test
    void whatIsArchivedIsOutOfTheListUntilItIsAskedForOrSought() {
        fixture.chats.room("class", true, 1);
        fixture.chats
                .add(PlainRecords.conversation("#old", Kind.ROOM, "My old one", null, true, 4, Set.of(Choice.ARCHIVED),
                        null));
        fixture.roster.member(Fixture.MAX, "Max", true, "#class");
        ChatsViewModel model = model();
        List<String> without = List.of("heading " + Section.CONVERSATIONS, "talk #class", "heading " + Section.PEOPLE,
                "member " + Fixture.MAX.hex());
        assertEquals(without, ids(model));
        assertEquals(1, model.unread().get(), "it counts nowhere");
        assertEquals(1, model.archived().count().get());
        model.archived().toggle();
        List<String> with = new ArrayList<>(without);
        with.addAll(List.of("heading " + Section.ARCHIVED, "talk #old"));
        assertEquals(with, ids(model));
        model.archived().toggle();
        model.wanted().set("old");
        assertEquals(List.of("heading " + Section.ARCHIVED, "talk #old"), ids(model));
        model.wanted().set("");
        model.open("#old");
        assertEquals("My old one", head(model).title());
        assertEquals("old", head(model).realTitle());
    }

    @Test
    void thePeopleOfAnOpenRoomAreThoseInIt() {
        fixture.chats.add(PlainRecords.conversation("#lobby", Kind.OPEN_ROOM, "lobby", null, true, 0, null));
        fixture.roster.member(Fixture.MAX, "Max", true, "#lobby (open)");
        ChatsViewModel model = model();
        model.open("#lobby");
        assertEquals(List.of("Max"), head(model).people().here());
    }

    @Test
    void conversationsComeFirstThenMembersThenStrangers() {
        fixture.chats.room("class", true, 0);
        fixture.roster.member(Fixture.MAX, "Max", true, "#class");
        fixture.roster.stranger(FakeChats.peer(9), "laptop");
        assertEquals(List.of("heading " + Section.CONVERSATIONS, "talk #class", "heading " + Section.PEOPLE,
                "member " + Fixture.MAX.hex(), "heading " + Section.STRANGERS, "stranger " + FakeChats.peer(9).hex()),
                ids(model()));
    }

    @Test
    void nobodyStandsInTheListTwice() {
        fixture.chats.direct(Fixture.MAX, "Max", 0);
        fixture.chats.direct(FakeChats.peer(9), "laptop", 0);
        fixture.chats.room("class", true, 0);
        fixture.roster.member(Fixture.MAX, "Max", true, "#class");
        fixture.roster.stranger(FakeChats.peer(9), "laptop");
        ChatsViewModel model = model();
        List<String> talks = List.of("heading " + Section.CONVERSATIONS, "talk " + Fixture.MAX.hex(),
                "talk " + FakeChats.peer(9).hex(), "talk #class");
        assertEquals(talks, ids(model), "in the order of the node");
        model.wanted().set(Fixture.MAX.hex().substring(0, 8));
        assertEquals(List.of("heading " + Section.CONVERSATIONS, "talk " + Fixture.MAX.hex()), ids(model),
                "found by the fingerprint too");
    }

    @Test
    void anEmptyListSaysHowManyOthersAreOnTheNetwork() {
        fixture.chats.room("class", false, 0);
        for (int i = 0; i < 3; i++) fixture.roster.stranger(FakeChats.peer(20 + i), "laptop");
        assertTrue(model().rows().contains(new ListRow.Explanation(Lack.NOBODY, 3)));
    }

    @Test
    void whoIsInNoRoomIsToldSo() {
        assertTrue(model().rows().contains(new ListRow.Explanation(Lack.NO_ROOM, 0)));
    }

    @Test
    void whoIsInNoRoomIsToldHowManyAreHereAlsoOfThoseOneTalksTo() {
        fixture.chats.direct(FakeChats.peer(9), "laptop", 0);
        fixture.roster.stranger(FakeChats.peer(9), "laptop");
        assertTrue(model().rows().contains(new ListRow.Explanation(Lack.NO_ROOM, 1)));
    }

    @Test
    void whatIsTypedFiltersWithoutCaseAndAccents() {
        fixture.chats.room("class", true, 0);
        fixture.roster.member(Fixture.MAX, "Zoé", true, "#class");
        ChatsViewModel model = model();
        model.wanted().set("ZOE");
        assertEquals(List.of("heading " + Section.PEOPLE, "member " + Fixture.MAX.hex()), ids(model));
        model.wanted().set("nobody");
        assertEquals(List.of(new ListRow.Explanation(Lack.NOT_FOUND, 0)), model.rows());
    }

    @Test
    void whoComesAppearsAtOnce() {
        ChatsViewModel model = model();
        fixture.roster.stranger(FakeChats.peer(9), "laptop");
        fixture.publish(new NodeEvent.SessionOpened(FakeChats.peer(9), "laptop", "127.0.0.1:1"));
        assertTrue(ids(model).contains("stranger " + FakeChats.peer(9).hex()));
    }

    @Test
    void unreadOnesAreCountedOverAllConversations() {
        fixture.chats.room("class", true, 3);
        fixture.chats.room("other", true, 4);
        assertEquals(7, model().unread().get());
    }

    @Test
    void whatIsMutedDoesNotCountInTheWindowsTitle() {
        fixture.chats.room("class", true, 3);
        fixture.chats
                .add(PlainRecords.conversation("#loud", Kind.ROOM, "loud", null, true, 4, Set.of(Choice.MUTED), null));
        assertEquals(3, model().unread().get());
    }

    @Test
    void whereTheUserIsToldOfMentionsOnlyTheseCount() {
        fixture.chats.room("class", true, 3);
        fixture.chats.add(new Conversation("#quiet", Kind.ROOM, "quiet", null, true, 9, 2,
                new Choices(Set.of(Choice.MENTIONS_ONLY), null), null));
        fixture.chats.add(new Conversation("#loud", Kind.ROOM, "loud", null, true, 4, 4,
                new Choices(Set.of(Choice.MENTIONS_ONLY, Choice.MUTED), null), null));
        assertEquals(5, model().unread().get());
    }

    @Test
    void theHeadOfARoomSaysWhoIsHere() {
        fixture.chats.room("class", false, 0);
        fixture.roster.member(Fixture.MAX, "Max", true, "#class");
        fixture.roster.member(FakeChats.peer(2), "Anna", false, "#class");
        fixture.roster.member(FakeChats.peer(3), "Tom", true, "#other");
        ChatsViewModel model = model();
        model.open("#class");
        assertEquals(List.of("Max"), head(model).people().here());
        assertEquals(List.of("Anna"), head(model).people().away());
        assertEquals(Set.of(Chip.UNCONFIRMED), head(model).chips());
        assertEquals(Writing.POSSIBLE, head(model).writing());
    }

    @Test
    void whoDoesNotHaveTheNewWordsIsNotCountedAsHere() {
        fixture.chats.room("class", false, 0);
        fixture.roster.awaited(Fixture.MAX, "Max", "#class");
        ChatsViewModel model = model();
        model.open("#class");
        assertEquals(new People(List.of(), List.of(), List.of("Max"), List.of()), head(model).people());
        assertFalse(head(model).reaches());
        assertEquals(Set.of(), head(model).chips(), "its words are not in doubt");
    }

    @Test
    void whatWasOpenBeforeIsOpenAgainUnlessItIsGoneOrAnotherIsOpen() {
        fixture.chats.room("class", true, 0);
        fixture.chats.room("other", true, 0);
        ChatsViewModel model = model();
        model.reopen("#left");
        assertNull(model.head().get());
        model.reopen("#class");
        assertEquals("#class", head(model).key());
        model.reopen("#other");
        assertEquals("#class", head(model).key());
    }

    @Test
    void aMemberIsWrittenToBeforeAnythingWasSaid() {
        fixture.roster.member(Fixture.MAX, "Max", false, "#class");
        fixture.chats.items.put(Fixture.MAX.hex(), new ArrayList<>());
        ChatsViewModel model = model();
        model.open(Fixture.MAX.hex());
        assertEquals(Writing.POSSIBLE, head(model).writing());
        assertNotNull(model.timeline().get());
    }

    @Test
    void aStrangerCannotBeWrittenTo() {
        fixture.roster.stranger(FakeChats.peer(9), "laptop");
        ChatsViewModel model = model();
        model.open(FakeChats.peer(9).hex());
        assertEquals(Writing.STRANGER, head(model).writing());
        assertNull(model.timeline().get());
    }

    @Test
    void anotherKeyUnderAKnownNameIsMarked() {
        fixture.roster.contacts.add(PlainRecords.contact(FakeChats.peer(4), "Max",
                Set.of(Trait.HERE, Trait.CONNECTED, Trait.MEMBER, Trait.NOT_THE_ONE), List.of("#class"), List.of(),
                List.of()));
        ChatsViewModel model = model();
        model.open(FakeChats.peer(4).hex());
        assertEquals(Set.of(Chip.NOT_THE_ONE), head(model).chips());
    }

    @Test
    void whoIsBlockedIsNotWrittenTo() {
        fixture.roster.contacts
                .add(PlainRecords.contact(Fixture.MAX, "Max",
                        Set.of(Trait.HERE, Trait.CONNECTED, Trait.MEMBER, Trait.BLOCKED),
                        List.of("#class"), List.of(), List.of()));
        ChatsViewModel model = model();
        model.open(Fixture.MAX.hex());
        assertEquals(Writing.BLOCKED, head(model).writing());
    }

    @Test
    void aRoomThatWasLeftIsNotWrittenTo() {
        fixture.chats.room("class", true, 0);
        ChatsViewModel model = model();
        model.open("#class");
        fixture.chats.conversations.clear();
        model.refresh();
        assertEquals(Writing.GONE, head(model).writing());
    }

    @Test
    void whatIsNewInTheOpenConversationIsShown() throws Exception {
        fixture.chats.room("class", true, 0);
        ChatsViewModel model = model();
        model.open("#class");
        fixture.chats.say("#class", "hello");
        assertEquals(2, Objects.requireNonNull(model.timeline().get()).rows().size(), "a day and an entry");
    }

    @Test
    void theNextConversationComesRoundAgain() {
        fixture.chats.room("one", true, 0);
        fixture.chats.room("two", true, 0);
        ChatsViewModel model = model();
        assertEquals("#one", model.neighbour(1));
        model.open("#two");
        assertEquals("#one", model.neighbour(1));
        assertEquals("#one", model.neighbour(-1));
    }

    @Test
    void theNextConversationWithNewMessagesIsFoundInBothDirections() {
        fixture.chats.room("one", true, 3);
        fixture.chats.room("two", true, 0);
        fixture.chats.room("three", true, 0);
        fixture.chats.room("four", true, 1);
        ChatsViewModel model = model();
        assertEquals("#one", model.unreadNeighbour(1));
        assertEquals("#four", model.unreadNeighbour(-1));
        model.open("#two");
        assertEquals("#four", model.unreadNeighbour(1));
        assertEquals("#one", model.unreadNeighbour(-1));
    }

    @Test
    void searchingFindsTheNewestFirst() {
        fixture.chats.room("class", true, 0);
        for (int i = 1; i <= 3; i++) fixture.chats.text("#class", i, Fixture.MAX, "cable " + i);
        ChatsViewModel model = model();
        model.open("#class");
        model.search().words().set("cable");
        assertEquals(List.of(3L, 2L, 1L),
                model.search().found().stream().map(each -> each.position().lamport()).toList());
        model.search().words().set("nothing");
        assertTrue(model.search().found().isEmpty());
        assertTrue(model.search().listed().get());
    }

    @Test
    void whatWasNotSentIsThereAfterARestart() {
        fixture.chats.room("class", true, 0);
        try (var before = fixture.freshPage()) {
            before.open("#class");
            before.composer().text().set("half a sen");
        }
        ChatsViewModel model = model();
        model.open("#class");
        assertEquals("half a sen", model.composer().text().get());
    }

    private static String draft(ChatsViewModel model, String conversation) {
        return model.rows()
                .stream()
                .map(each -> switch (each) {
                    case ListRow.Talk talk when talk.of().key().equals(conversation) -> talk.draft();
                    case ListRow.Individual person when person.conversation().equals(conversation) -> person.draft();
                    default -> "";
                })
                .collect(Collectors.joining());
    }

    @Test
    void theListShowsTheDraftsOfConversationsThatAreNotOpen() {
        fixture.chats.room("class", true, 0);
        fixture.roster.member(Fixture.MAX, "Max", true, "#class");
        fixture.chats.items.put(Fixture.MAX.hex(), new ArrayList<>());
        ChatsViewModel model = model();
        model.open("#class");
        model.composer().text().set("to all");
        assertEquals("", draft(model, "#class"), "it stands in the field");
        model.open(Fixture.MAX.hex());
        model.composer().text().set("to Max");
        assertEquals("to all", draft(model, "#class"));
        model.leave();
        assertEquals("to Max", draft(model, Fixture.MAX.hex()));
    }

    @Test
    void theDraftOfARoomGoesWithTheRoom() {
        fixture.chats.room("class", true, 0);
        ChatsViewModel model = model();
        model.open("#class");
        model.composer().text().set("half a sen");
        fixture.chats.conversations.clear();
        fixture.chats.drafts.clear();
        model.refresh();
        assertEquals("", model.composer().text().get());
    }

    @Test
    void theSearchGoesFromOneFoundMessageToTheNextAndRound() {
        fixture.chats.room("class", true, 0);
        for (int i = 1; i <= 3; i++) fixture.chats.text("#class", i, Fixture.MAX, "cable " + i);
        ChatsViewModel model = model();
        model.open("#class");
        SearchViewModel search = model.search();
        assertNull(search.step(1), "nothing was typed");
        search.words().set("cable");
        List<Long> passed = new ArrayList<>();
        for (int i = 0; i < 4; i++) passed.add(Objects.requireNonNull(search.step(1)).position().lamport());
        assertEquals(List.of(3L, 2L, 1L, 3L), passed);
        assertEquals(1, Objects.requireNonNull(search.step(-1)).position().lamport());
        search.words().set("cabl");
        assertEquals(SearchViewModel.NONE, search.current().get());
        assertEquals(1, Objects.requireNonNull(search.step(-1)).position().lamport(), "backwards begins at the oldest");
        assertFalse(search.hasMore().get());
    }

    @Test
    void theSearchSaysThatItFoundMoreThanItLists() {
        fixture.chats.room("class", true, 0);
        for (int i = 0; i <= SearchViewModel.FOUND_MAX; i++) fixture.chats.text("#class", i + 1, Fixture.MAX, "cable");
        ChatsViewModel model = model();
        model.open("#class");
        model.search().words().set("cable");
        assertEquals(SearchViewModel.FOUND_MAX, model.search().found().size());
        assertTrue(model.search().hasMore().get());
    }
}
