package io.landline.ui.chats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.chat.TimelinePosition;
import io.landline.node.port.CommandException;
import io.landline.node.port.CommandException.Code;
import io.landline.node.port.TimelineItem;
import io.landline.ui.chats.list.ListRow;
import io.landline.ui.chats.list.ListRow.Lack;
import io.landline.ui.chats.search.FoundMessages;
import io.landline.ui.chats.search.GlobalSearchViewModel;
import io.landline.ui.chats.search.SearchChoices;
import io.landline.ui.chats.search.SearchMarks;
import io.landline.ui.chats.timeline.TimelineRow;
import io.landline.ui.chats.timeline.TimelineViewModel;
import io.landline.ui.text.ErrorMessages;
import io.landline.ui.text.SearchTerms;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The search of all conversations' messages, by the field of the list.
class GlobalSearchTest {
    private final Fixture fixture = new Fixture();
    private ChatsViewModel model;

    @BeforeEach
    void open() {
        fixture.chats.room("class", true, 0);
        fixture.chats.room("other", true, 0);
        fixture.chats.direct(Fixture.MAX, "Max", 0);
        fixture.chats.text("#class", 1, Fixture.MAX, "the first cable");
        fixture.chats.text(Fixture.MAX.hex(), 2, Fixture.MAX, "a cable for you");
        fixture.chats.text("#class", 3, Fixture.MAX, "another cable");
        fixture.chats.text("#other", 4, Fixture.MAX, "nothing of it");
        model = fixture.freshPage();
    }

    @AfterEach
    void close() {
        model.close();
    }

    private static String id(String conversation, long lamport) {
        return "hit " + conversation + " " + FakeChats.position(lamport);
    }

    private List<String> ids() {
        return model.rows().stream().map(ListRow::id).toList();
    }

    private ListRow.Hit hit(long lamport) {
        return model.rows()
                .stream()
                .filter(ListRow.Hit.class::isInstance)
                .map(ListRow.Hit.class::cast)
                .filter(each -> each.found().item().position().lamport() == lamport)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void messagesStandByConversationThatOfTheLatestFirst() {
        model.wanted().set("cable");
        assertEquals(List.of("found in #class", id("#class", 3), id("#class", 1), "found in " + Fixture.MAX.hex(),
                id(Fixture.MAX.hex(), 2)), ids());
    }

    @Test
    void namesStandBeforeMessages() {
        fixture.chats.text("#other", 5, Fixture.MAX, "a class of its own");
        model.wanted().set("class");
        assertEquals("talk #class", ids().get(1));
        assertEquals(List.of("found in #other", id("#other", 5)), ids().subList(2, 4));
        model.wanted().set("");
        assertTrue(ids().stream().noneMatch(each -> each.startsWith("hit")));
    }

    @Test
    void oneLetterIsNotSoughtInMessages() {
        model.wanted().set("c");
        model.wanted().set(" ?! ");
        assertEquals(List.of(), fixture.chats.asked);
        model.wanted().set("ca");
        assertEquals(List.of("ca"), fixture.chats.asked);
        model.wanted().set("ca ");
        assertEquals(List.of("ca"), fixture.chats.asked, "the same words");
    }

    @Test
    void aPersonAndDaysNarrowWhatIsFoundAndGoWithTheWords() {
        model.wanted().set("cable");
        int all = ids().size();
        SearchChoices choices = model.everywhere().choices();
        model.everywhere().loadAuthors();
        assertFalse(choices.authors().isEmpty());
        choices.from().set(FakeChats.peer(77));
        assertTrue(ids().stream().noneMatch(each -> each.startsWith("hit")), "of somebody who wrote nothing");
        choices.from().set(null);
        assertEquals(all, ids().size());
        choices.until().set(LocalDate.of(1960, 1, 1));
        assertTrue(ids().stream().noneMatch(each -> each.startsWith("hit")));
        model.wanted().set("");
        assertNull(choices.until().get());
        assertTrue(choices.authors().isEmpty());
    }

    @Test
    void noMoreThanTwoHundredAreListedAndTheListSaysSo() {
        for (int i = 0; i < GlobalSearchViewModel.FOUND_MAX; i++) {
            fixture.chats.text("#other", 10 + i, Fixture.MAX, "plug");
        }
        model.wanted().set("plug");
        assertEquals(GlobalSearchViewModel.FOUND_MAX, ids().stream().filter(each -> each.startsWith("hit")).count());
        assertTrue(model.rows().stream().noneMatch(ListRow.Explanation.class::isInstance), "all are listed");
        fixture.chats.text("#other", 1_000, Fixture.MAX, "plug");
        model.wanted().set("plu");
        assertEquals(new ListRow.Explanation(Lack.MORE_FOUND, GlobalSearchViewModel.FOUND_MAX), model.rows().getLast());
    }

    @Test
    void aFoundMessageOpensItsConversationThereAndIsMarked() {
        for (int i = 10; i < 400; i++) fixture.chats.text("#class", i, Fixture.MAX, "entry " + i);
        model.open("#other");
        model.wanted().set("first cable");
        model.land(hit(1));
        assertEquals("#class", Objects.requireNonNull(model.head().get()).key());
        TimelineViewModel timeline = Objects.requireNonNull(model.timeline().get());
        assertTrue(timeline.rows().stream().anyMatch(row -> row.id().equals(FakeChats.position(1))), "it is loaded");
        assertEquals(new SearchMarks(SearchTerms.of("first cable"), FakeChats.position(1)), model.marks().get());
        model.wanted().set("");
        assertEquals(SearchMarks.NONE, model.marks().get(), "the search is over");
        model.wanted().set("first cable");
        model.land(hit(1));
        model.open("#other");
        assertEquals(SearchMarks.NONE, model.marks().get(), "another conversation was opened");
    }

    @Test
    void theSearchOfAConversationMarksWhatItFindsAndWhereItStands() {
        model.open("#class");
        model.search().words().set("cable");
        assertEquals(new SearchMarks(SearchTerms.of("cable"), null), model.marks().get());
        model.search().step(1);
        assertEquals(FakeChats.position(3), model.marks().get().current());
        model.search().step(1);
        assertEquals(FakeChats.position(1), model.marks().get().current());
        model.search().words().set("");
        assertEquals(SearchMarks.NONE, model.marks().get());
    }

    @Test
    void whatWasReadBeforeIsKnownThoughTheConversationOpensAtAFoundMessage() {
        for (int i = 10; i < 400; i++) fixture.chats.text("#class", i, Fixture.MAX, "entry " + i);
        TimelinePosition unread = FakeChats.position(300);
        fixture.chats.unreadFrom.put("#class", unread);
        model.wanted().set("first cable");
        model.land(hit(1));
        assertEquals(unread, Objects.requireNonNull(model.timeline().get()).unreadFrom());
        assertEquals(List.of(), fixture.chats.read);
    }

    @Test
    void aMessageIsUnfoldedWhereTheWordsAreInWhatIsFoldedAway() {
        fixture.chats.text("#class", 20, Fixture.MAX, "line\n".repeat(100) + "needle");
        fixture.chats.text("#class", 21, Fixture.MAX, "needle\n" + "line\n".repeat(100));
        model.wanted().set("needle");
        model.land(hit(20));
        model.land(hit(21));
        TimelineViewModel timeline = Objects.requireNonNull(model.timeline().get());
        List<Boolean> whole = timeline.rows()
                .stream()
                .filter(TimelineRow.Message.class::isInstance)
                .map(TimelineRow.Message.class::cast)
                .filter(each -> each.item().position().lamport() >= 20)
                .map(TimelineRow.Message::whole)
                .toList();
        assertEquals(List.of(true, false), whole);
    }

    /// A search of a long history takes a second, and people type faster.
    @Test
    void onlyTheAnswerToWhatIsTypedNowIsShown() {
        List<FoundMessages> shown = new ArrayList<>();
        try (var search = new GlobalSearchViewModel(fixture.context)) {
            search.found().subscribe(found -> {
                if (found != FoundMessages.NONE && !found.awaited()) shown.add(found);
            });
            fixture.chats.searching = () -> {
                fixture.chats.searching = () -> {};
                for (String typed : List.of("cab", "no", "noth", "nothing")) search.words().set(typed);
            };
            search.words().set("cable");
            assertEquals(List.of("cable", "nothing"), fixture.chats.asked, "one at a time, and none in between");
            assertEquals(List.of(SearchTerms.of("nothing")), shown.stream().map(FoundMessages::words).toList());
        }
    }

    /// What the list shows while these words are sought.
    private List<ListRow> rowsDuring(String words) {
        var during = new ArrayList<ListRow>();
        fixture.chats.searching = () -> {
            fixture.chats.searching = () -> {};
            during.addAll(model.rows());
        };
        model.wanted().set(words);
        return during;
    }

    /// Or all rows would go and come back at each letter.
    @Test
    void whatWasFoundStaysUntilTheNextAnswer() {
        model.wanted().set("cabl");
        assertEquals(List.copyOf(model.rows()), rowsDuring("cable"));
    }

    @Test
    void nothingIsSaidToBeMissingBeforeTheAnswer() {
        model.wanted().set("cables");
        assertEquals(List.of(), rowsDuring("cables too"));
        assertEquals(List.of(new ListRow.Explanation(Lack.NOT_FOUND, 0)), model.rows());
    }

    @Test
    void aSearchThatFindsNothingLeavesNothingOfTheOneBefore() {
        model.wanted().set("cable");
        model.wanted().set("cables");
        assertEquals(List.of(new ListRow.Explanation(Lack.NOT_FOUND, 0)), model.rows());
    }

    @Test
    void aSearchThatFailsSaysWhyAndTheNextOneFinds() {
        fixture.chats.unreadable = true;
        model.wanted().set("cable");
        var refused = new CommandException(Code.STORAGE, "");
        String why = ErrorMessages.sentence(fixture.context.language(), refused);
        assertEquals(List.of(new ListRow.Unsearched(why)), model.rows());
        fixture.chats.unreadable = false;
        model.wanted().set("first cable");
        assertEquals(List.of("found in #class", id("#class", 1)), ids());
    }

    @Test
    void aFoundMessageThatIsDeletedGoesAndOneThatIsChangedHasItsNewWords() {
        model.wanted().set("cable");
        fixture.chats.text("#class", 3, Fixture.MAX, "another cable, a long one");
        fixture.chats.changed("#class");
        assertEquals("another cable, a long one", ((TimelineItem.Text) hit(3).found().item()).text());
        fixture.chats.items("#class").removeIf(each -> each.position().lamport() == 3);
        fixture.chats.changed("#class");
        assertFalse(ids().contains(id("#class", 3)), ids()::toString);
        assertTrue(ids().contains(id("#class", 1)), ids()::toString);
    }

    @Test
    void whileNothingIsSoughtAChangeSearchesNothing() {
        fixture.chats.changed("#class");
        assertEquals(List.of(), fixture.chats.asked);
    }
}
