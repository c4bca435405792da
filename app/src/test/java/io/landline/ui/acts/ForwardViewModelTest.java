package io.landline.ui.acts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.chat.TimelinePosition;
import io.landline.fixture.PlainRecords;
import io.landline.language.LeftToRight;
import io.landline.node.port.Contacts.Trait;
import io.landline.node.port.TimelineItem;
import io.landline.room.EntryId;
import io.landline.ui.acts.ForwardViewModel.Target;
import io.landline.ui.chats.FakeChats;
import io.landline.ui.welcome.FakeNode;
import io.landline.ui.welcome.FakeWindow;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Messages that go on, without a window.
class ForwardViewModelTest {
    private final FakeNode node = new FakeNode();
    private final FakeWindow window = new FakeWindow();
    private final List<String> done = new ArrayList<>();

    @BeforeEach
    void meet() {
        node.chats.room("class", true, 0);
        node.chats.room("club", true, 0);
        node.chats.direct(FakeChats.peer(1), "Max", 0);
        node.chats.direct(FakeChats.peer(9), "Gone", 0);
        person(1, "Max", Trait.MEMBER);
        person(2, "Noor", Trait.MEMBER);
        person(3, "Stranger", Trait.HERE);
        node.people.put(FakeChats.peer(4),
                PlainRecords.contact(FakeChats.peer(4), "Eve", Set.of(Trait.MEMBER, Trait.BLOCKED),
                        List.of(), List.of(), List.of()));
    }

    private void person(int number, String name, Trait trait) {
        node.people.put(FakeChats.peer(number),
                PlainRecords.contact(FakeChats.peer(number), name, Set.of(trait), List.of(), List.of(), List.of()));
    }

    private ForwardViewModel model(TimelineItem.Text... messages) {
        return new ForwardViewModel(window.context(node), List.<TimelineItem>of(messages), () -> done.add("done"));
    }

    private TimelineItem.Text said(long place, boolean own, String text) {
        return node.chats.text("#class", place, own ? FakeNode.SELF : FakeChats.peer(1), text);
    }

    private static List<String> titles(ForwardViewModel model) {
        return model.listed().stream().map(Target::title).toList();
    }

    private static void choose(ForwardViewModel model, String title) {
        model.choose(model.listed().stream().filter(each -> each.title().equals(title)).findFirst().orElseThrow(),
                true);
    }

    @Test
    void thoseToWhomSomethingMayBeWrittenAreListed() {
        ForwardViewModel model = model(said(1, true, "hello"));
        assertEquals(List.of("class", "club", "Max", "Noor"), titles(model));
        model.words().set("cl");
        assertEquals(List.of("class", "club"), titles(model));
    }

    @Test
    void peopleOfOneNameHaveAFixedOrder() {
        for (int i = 20; i < 40; i++) person(i, "Sam", Trait.MEMBER);
        List<String> listed = model(said(1, true, "hello")).listed()
                .stream()
                .filter(each -> each.title().equals("Sam"))
                .map(Target::key)
                .toList();
        assertEquals(20, listed.size());
        assertEquals(listed.stream().sorted().toList(), listed);
    }

    @Test
    void aTextGoesToEachThatIsChosenAndSaysWhoWroteIt() {
        ForwardViewModel model = model(said(1, false, "hello"), said(2, true, "my own"));
        assertFalse(model.sendable().get());
        choose(model, "club");
        choose(model, "Max");
        model.words().set("nobody of this name");
        assertEquals(List.of("club", "Max"), titles(model), "who is chosen stays in sight");
        model.forward();
        assertEquals(List.of("Forwarded from Max:\nhello", "my own", "Forwarded from Max:\nhello", "my own"),
                node.chats.said);
        assertEquals(List.of("done"), done);
    }

    @Test
    void whoWroteItIsLeftOutWhereTheUserWantsThat() {
        ForwardViewModel model = model(said(1, false, "hello"));
        assertTrue(model.isOthers());
        model.named().set(false);
        choose(model, "club");
        model.forward();
        assertEquals(List.of("hello"), node.chats.said);
    }

    private static TimelineItem.Head head(long place) {
        return new TimelineItem.Head(new TimelinePosition(place, FakeChats.peer(1), place, 1), new EntryId(7, place),
                FakeChats.peer(1), "Max", false,
                Instant.EPOCH, TimelineItem.Delivery.NOWHERE);
    }

    @Test
    void aPollAndFilesThatAreHereGoOnAndOfOthersTheSheetSaysSo() {
        var poll = new TimelineItem.PollItem(head(1), "When?", List.of(), false, false, false, Set.of(), 0);
        var here = new TimelineItem.Offer(head(2), "aa", List.of("plan.pdf"), 1, 5);
        var gone = new TimelineItem.Offer(head(3), "bb", List.of("gone.pdf", "more.pdf"), 2, 5);
        List<TimelineItem> all = node.chats.items("#class");
        all.addAll(List.of(poll, here, gone));
        node.files.held.put("aa", List.of(Path.of("plan.pdf")));
        var model = new ForwardViewModel(window.context(node), List.of(poll, here, gone), () -> done.add("done"));
        assertEquals("gone.pdf, more.pdf", LeftToRight.unmarked(model.missing().get()));
        choose(model, "club");
        model.forward();
        assertEquals(List.of("forward 1 #club Forwarded from Max:", "forward 2 #club Forwarded from Max:"),
                node.chats.acts.done);
        var nothing = new ForwardViewModel(window.context(node), List.of(gone), () -> {});
        choose(nothing, "club");
        assertFalse(nothing.sendable().get());
    }

    @Test
    void whoIsChosenStaysInSightAlsoBehindManyOthers() {
        for (int i = 10; i < 60; i++) person(i, "Person " + i, Trait.MEMBER);
        ForwardViewModel model = model(said(1, true, "hello"));
        model.words().set("59");
        choose(model, "Person 59");
        model.words().set("");
        assertTrue(titles(model).contains("Person 59"), titles(model)::toString);
        assertEquals(ForwardViewModel.LISTED_MAX + 1, titles(model).size());
    }

    @Test
    void enterTakesTheFirstThatFitsAndWithoutWordsSends() {
        ForwardViewModel model = model(said(1, true, "hello"));
        model.enter();
        assertEquals(List.of(), node.chats.said, "nobody is chosen");
        model.words().set("cl");
        model.enter();
        assertEquals("", model.words().get());
        model.words().set("cl");
        model.enter();
        assertEquals(List.of(true, true, false, false), model.listed().stream().map(model::isChosen).toList());
        model.words().set("nobody of this name");
        model.enter();
        assertEquals("nobody of this name", model.words().get());
        assertEquals(List.of(), done);
        model.words().set("");
        model.enter();
        assertEquals(List.of("hello", "hello"), node.chats.said);
        assertEquals(List.of("done"), done);
    }

    @Test
    void anotherTrySendsOnlyWhatHasNotGoneYet() {
        TimelineItem.Text later = said(2, true, "two");
        ForwardViewModel model = model(said(1, true, "one"), later);
        choose(model, "club");
        node.chats.items("#class").remove(later);
        model.forward();
        assertEquals(List.of("one"), node.chats.said);
        node.chats.items("#class").add(later);
        model.forward();
        assertEquals(List.of("one", "two"), node.chats.said);
        assertEquals(List.of("done"), done);
    }

    @Test
    void whatFailedStaysChosen() {
        ForwardViewModel model = model(said(1, true, "hello"));
        choose(model, "club");
        choose(model, "Noor"); // nothing was written there yet: the fake refuses it
        model.forward();
        assertEquals(List.of("hello"), node.chats.said);
        assertEquals(List.of(), done);
        assertEquals(1, window.told.size());
        assertTrue(model.sendable().get());
        assertEquals(List.of("Noor"), model.listed().stream().filter(model::isChosen).map(Target::title).toList());
    }

    @Test
    void whoIsChosenWhileItGoesOutGetsItByTheNextPress() {
        ForwardViewModel model = model(said(1, true, "hello"));
        choose(model, "club");
        window.hold();
        model.forward();
        choose(model, "Max");
        window.goOn();
        assertEquals(List.of("hello"), node.chats.said);
        assertEquals(List.of(), done, "somebody is chosen who does not have it");
        assertEquals(List.of("Max"), model.listed().stream().filter(model::isChosen).map(Target::title).toList());
        model.forward();
        assertEquals(List.of("hello", "hello"), node.chats.said);
        assertEquals(List.of("done"), done);
    }
}
