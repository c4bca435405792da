package io.landline.ui.chats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.node.Chats.Delivery;
import io.landline.ui.chats.TimelineRow.Entry;
import io.landline.ui.chats.TimelineRow.Reach;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javafx.collections.ListChangeListener;
import org.junit.jupiter.api.Test;

class TimelineViewModelTest {
    private static final String KEY = "#class";
    private final Fixture fixture = new Fixture();

    TimelineViewModelTest() { fixture.chats.room("class", true, 0); }

    private TimelineViewModel opened(int entries, int unread) {
        for (int i = 1; i <= entries; i++) fixture.chats.text(KEY, i, Fixture.MAX, "entry " + i);
        var model = new TimelineViewModel(fixture.context, Fixture.moments(), KEY, unread);
        model.changed();
        return model;
    }

    private static List<Entry> entries(TimelineViewModel model) {
        return model.rows().stream().filter(Entry.class::isInstance).map(Entry.class::cast).toList();
    }

    private static long first(TimelineViewModel model) {
        return entries(model).getFirst().item().position().lamport();
    }

    private static long last(TimelineViewModel model) {
        return entries(model).getLast().item().position().lamport();
    }

    private void comes(TimelineViewModel model, long lamport) {
        fixture.chats.text(KEY, lamport, Fixture.MAX, "entry " + lamport);
        model.changed();
    }

    @Test
    void theNewestPageIsLoadedAndNothingElse() {
        TimelineViewModel model = opened(1_000, 0);
        assertEquals(HeldEntries.PAGE, entries(model).size());
        assertEquals(1_000, last(model));
        assertEquals(1, fixture.chats.pages);
    }

    @Test
    void olderOnesComeBeforeWhatIsThere() {
        TimelineViewModel model = opened(1_000, 0);
        model.needOlder();
        assertEquals(1_000 - 2 * HeldEntries.PAGE + 1, first(model));
        assertEquals(1_000, last(model));
    }

    @Test
    void atMostSixHundredAreHeldAndScrollingBackLoadsTheRestAgain() {
        TimelineViewModel model = opened(2_000, 0);
        model.setAtBottom(false);
        for (int i = 0; i < 20; i++) model.needOlder();
        assertEquals(HeldEntries.HELD_MAX, entries(model).size());
        assertFalse(model.atNewest().get());
        for (int i = 0; i < 40; i++) model.needNewer();
        assertEquals(HeldEntries.HELD_MAX, entries(model).size());
        assertEquals(2_000, last(model));
        assertTrue(model.atNewest().get());
    }

    @Test
    void theBeginningIsReachedAndNotAskedForAgain() {
        TimelineViewModel model = opened(100, 0);
        model.needOlder();
        assertEquals(1, first(model));
        int pages = fixture.chats.pages;
        model.needOlder();
        assertEquals(pages, fixture.chats.pages);
    }

    @Test
    void whatComesIsSeenAtOnceByWhoIsAtTheEnd() {
        TimelineViewModel model = opened(10, 0);
        model.setInFront(true);
        comes(model, 11);
        assertEquals(11, last(model));
        assertEquals(0, model.fresh().get());
        assertNull(model.unreadFrom());
    }

    @Test
    void whoReadsAboveIsToldHowManyCame() {
        TimelineViewModel model = opened(100, 0);
        model.setInFront(true);
        model.setAtBottom(false);
        comes(model, 101);
        comes(model, 102);
        comes(model, 103);
        assertEquals(3, model.fresh().get());
        model.setAtBottom(true);
        assertEquals(0, model.fresh().get());
    }

    @Test
    void aBacklogOfThousandsLeavesInPlaceWhatIsRead() {
        TimelineViewModel model = opened(100, 0);
        model.setAtBottom(false);
        for (int i = 101; i <= 10_100; i++) fixture.chats.text(KEY, i, Fixture.MAX, "entry " + i);
        model.changed();
        assertEquals(100, last(model), "the person reads on where they were");
        assertFalse(model.atNewest().get());
        model.toNewest();
        assertEquals(10_100, last(model));
    }

    @Test
    void aBacklogOfThousandsIsFollowedByWhoIsAtTheEnd() {
        TimelineViewModel model = opened(100, 0);
        for (int i = 101; i <= 10_100; i++) fixture.chats.text(KEY, i, Fixture.MAX, "entry " + i);
        model.changed();
        assertEquals(10_100, last(model));
        assertTrue(entries(model).size() <= HeldEntries.HELD_MAX);
    }

    @Test
    void anEntryThatComesLateStandsInItsPlace() {
        fixture.chats.text(KEY, 10, Fixture.MAX, "ten");
        fixture.chats.text(KEY, 30, Fixture.MAX, "thirty");
        TimelineViewModel model = opened(0, 0);
        comes(model, 20);
        assertEquals(List.of(10L, 20L, 30L),
                entries(model).stream().map(each -> each.item().position().lamport()).toList());
    }

    @Test
    void newMessagesStandBelowALine() {
        TimelineViewModel model = opened(10, 3);
        int line = model.rows().indexOf(new TimelineRow.NewHere());
        assertEquals(8, assertInstanceOf(Entry.class, model.rows().get(line + 1)).item().position().lamport());
    }

    @Test
    void allThatIsUnreadIsLoaded() {
        TimelineViewModel model = opened(1_000, 200);
        assertTrue(first(model) < 800);
        assertTrue(model.rows().contains(new TimelineRow.NewHere()));
    }

    @Test
    void whatComesWhileNobodyLooksStandsBelowALine() {
        TimelineViewModel model = opened(10, 0);
        model.setInFront(true);
        model.setInFront(false);
        comes(model, 11);
        assertEquals(11, model.unreadFrom() == null ? 0 : model.unreadFrom().lamport());
    }

    @Test
    void whoAnswersHasReadWhatWasThere() throws Exception {
        TimelineViewModel model = opened(10, 3);
        fixture.chats.say(KEY, "answer");
        model.changed();
        assertNull(model.unreadFrom());
    }

    @Test
    void theNodeIsToldOnceThatSomebodyHasReadIt() {
        TimelineViewModel model = opened(10, 3);
        assertTrue(fixture.chats.read.isEmpty(), "the window has no keyboard");
        model.setInFront(true);
        model.setAtBottom(true);
        assertEquals(List.of(KEY), fixture.chats.read);
        comes(model, 11);
        assertEquals(List.of(KEY, KEY), fixture.chats.read);
    }

    @Test
    void nothingIsReadThatIsNotInSight() {
        TimelineViewModel model = opened(100, 3);
        model.setAtBottom(false);
        model.setInFront(true);
        comes(model, 101);
        assertTrue(fixture.chats.read.isEmpty());
    }

    @Test
    void marksSayHowFarAnEntryGot() {
        var none = new Delivery(0, 0);
        fixture.chats.text(KEY, 1, Fixture.SELF, "", FakeChats.START, "read", new Delivery(2, 1));
        fixture.chats.text(KEY, 2, Fixture.SELF, "", FakeChats.START, "delivered", new Delivery(2, 0));
        fixture.chats.text(KEY, 3, Fixture.SELF, "", FakeChats.START, "waits", none);
        TimelineViewModel model = opened(0, 0);
        model.setPeople(true, false);
        assertEquals(List.of(Reach.READ, Reach.DELIVERED, Reach.ABSENT),
                entries(model).stream().map(each -> each.mark().reach()).toList());
        model.setPeople(true, true);
        assertEquals(Reach.LEAVING, entries(model).getLast().mark().reach(), "somebody came");
    }

    @Test
    void entriesOfOneAuthorWithinFiveMinutesStandTogether() {
        fixture.chats.text(KEY, 1, Fixture.MAX, "Max", FakeChats.START, "one", Delivery.NOWHERE);
        fixture.chats.text(KEY, 2, Fixture.MAX, "Max", FakeChats.START.plus(TimelineRows.GROUP_GAP_MAX), "two",
                Delivery.NOWHERE);
        fixture.chats.text(KEY, 3, Fixture.MAX, "Max",
                FakeChats.START.plus(TimelineRows.GROUP_GAP_MAX.multipliedBy(2)).plusSeconds(1), "three",
                Delivery.NOWHERE);
        List<Entry> entries = entries(opened(0, 0));
        assertEquals(List.of(true, false, true), entries.stream().map(Entry::first).toList());
        assertEquals(List.of(false, true, true), entries.stream().map(Entry::last).toList());
    }

    @Test
    void aLineStandsBetweenDaysAndADayThatIsOverDoesNotBeginAgain() {
        fixture.chats.text(KEY, 1, Fixture.MAX, "Max", FakeChats.START, "today", Delivery.NOWHERE);
        fixture.chats.text(KEY, 2, Fixture.MAX, "Max", FakeChats.START.plus(Duration.ofDays(1)), "tomorrow",
                Delivery.NOWHERE);
        fixture.chats.text(KEY, 3, FakeChats.peer(2), "Anna", FakeChats.START, "a clock that is behind",
                Delivery.NOWHERE);
        assertEquals(2, opened(0, 0).rows().stream().filter(TimelineRow.Day.class::isInstance).count());
    }

    @Test
    void whatIsFoundIsShownWithWhatStandsAroundIt() {
        TimelineViewModel model = opened(1_000, 0);
        var shown = new ArrayList<Object>();
        model.showIn(new TimelineViewModel.Viewport() {
            @Override
            public void beforeChange() {}

            @Override
            public void afterChange() {}

            @Override
            public void show(Object rowId) {
                shown.add(rowId);
            }

            @Override
            public void showEnd() {
                shown.add("end");
            }
        });
        var position = fixture.chats.items.get(KEY).get(499).position();
        model.to(position);
        assertEquals(List.of(position), shown);
        assertTrue(first(model) < 500 && last(model) > 500);
    }

    @Test
    void aConversationThatCannotBeReadSaysWhy() {
        var model = new TimelineViewModel(fixture.context, Fixture.moments(), "#gone", 0);
        model.to(FakeChats.position(1));
        assertFalse(model.problem().get().isEmpty());
    }

    @Test
    void rowsThatDidNotChangeAreNotTouched() {
        TimelineViewModel model = opened(50, 0);
        model.setInFront(true);
        var touched = new ArrayList<String>();
        model.rows().addListener((ListChangeListener<TimelineRow>) change -> {
            while (change.next()) {
                touched.add(change.getFrom() + " +" + change.getAddedSize() + " -" + change.getRemovedSize());
            }
        });
        comes(model, 51);
        assertEquals(List.of("51 +1 -0", "50 +1 -1"), touched,
                "the new one, and its neighbour above, which is no longer the last");
    }
}
