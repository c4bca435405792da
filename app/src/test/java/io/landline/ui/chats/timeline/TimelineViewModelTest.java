package io.landline.ui.chats.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.chat.TimelinePosition;
import io.landline.node.port.Chats;
import io.landline.node.port.TimelineItem;
import io.landline.node.port.TimelineItem.Delivery;
import io.landline.room.EntryId;
import io.landline.ui.chats.FakeChats;
import io.landline.ui.chats.Fixture;
import io.landline.ui.chats.search.SearchMarks;
import io.landline.ui.chats.timeline.TimelineRow.Message;
import io.landline.ui.chats.timeline.TimelineRow.Reach;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import javafx.collections.ListChangeListener;
import org.junit.jupiter.api.Test;

class TimelineViewModelTest {
    private static final String KEY = "#class";
    private static final Duration NOW = Duration.ofHours(1);

    private final Fixture fixture = new Fixture();

    TimelineViewModelTest() { fixture.chats.room("class", true, 0); }

    private TimelineViewModel opened(int entries, int unread) {
        for (int i = 1; i <= entries; i++) fixture.chats.text(KEY, i, Fixture.MAX, "entry " + i);
        if (unread > 0) fixture.chats.unreadFrom.put(KEY, FakeChats.position(entries - unread + 1));
        var model = new TimelineViewModel(fixture.context, Fixture.times(), KEY, null);
        model.changed();
        return model;
    }

    private static List<Message> entries(TimelineViewModel model) {
        return model.rows().stream().filter(Message.class::isInstance).map(Message.class::cast).toList();
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
    void aFoundMessageIsShownAfterTheFirstLoadWhichSaysWhatWasRead() {
        for (int i = 1; i <= 500; i++) fixture.chats.text(KEY, i, Fixture.MAX, "entry " + i);
        fixture.chats.unreadFrom.put(KEY, FakeChats.position(400));
        var model = new TimelineViewModel(fixture.context, Fixture.times(), KEY, null);
        model.to(FakeChats.position(1), SearchMarks.NONE);
        model.changed();
        assertEquals(1, first(model));
        assertEquals(FakeChats.position(400), model.unreadFrom());
        assertEquals(List.of(), fixture.chats.read);
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
        model.more().needOlder();
        assertEquals(1_000 - 2 * HeldEntries.PAGE + 1, first(model));
        assertEquals(1_000, last(model));
    }

    @Test
    void atMostSixHundredAreHeldAndScrollingBackLoadsTheRestAgain() {
        TimelineViewModel model = opened(2_000, 0);
        model.setFollowing(false);
        for (int i = 0; i < 20; i++) model.more().needOlder();
        assertEquals(HeldEntries.HELD_MAX, entries(model).size());
        assertFalse(model.atNewest().get());
        for (int i = 0; i < 40; i++) model.more().needNewer();
        assertEquals(HeldEntries.HELD_MAX, entries(model).size());
        assertEquals(2_000, last(model));
        assertTrue(model.atNewest().get());
    }

    @Test
    void theBeginningIsReachedAndNotAskedForAgain() {
        TimelineViewModel model = opened(100, 0);
        model.more().needOlder();
        assertEquals(1, first(model));
        int pages = fixture.chats.pages;
        model.more().needOlder();
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
        model.setFollowing(false);
        comes(model, 101);
        comes(model, 102);
        comes(model, 103);
        assertEquals(3, model.fresh().get());
        model.setFollowing(true);
        assertEquals(0, model.fresh().get());
    }

    @Test
    void aBacklogOfThousandsLeavesInPlaceWhatIsRead() {
        TimelineViewModel model = opened(100, 0);
        model.setFollowing(false);
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
        assertEquals(8, assertInstanceOf(Message.class, model.rows().get(line + 1)).item().position().lamport());
    }

    @Test
    void allThatIsUnreadIsLoaded() {
        TimelineViewModel model = opened(1_000, 200);
        assertTrue(first(model) < 800);
        assertTrue(model.rows().contains(new TimelineRow.NewHere()));
    }

    @Test
    void whatOneTookFromAShelfIsNotNew() {
        TimelineViewModel model = opened(10, 0);
        model.setInFront(true);
        model.setInFront(false);
        fixture.chats.put(KEY, taken(11));
        model.changed();
        assertNull(model.unreadFrom());
        assertEquals(0, model.fresh().get());
        comes(model, 12);
        assertEquals(12, model.unreadFrom() == null ? 0 : model.unreadFrom().lamport());
    }

    private static TimelineItem.Offer taken(long lamport) {
        var head = new TimelineItem.Head(FakeChats.position(lamport), new EntryId(0, lamport), Fixture.MAX, "Max",
                false, FakeChats.START, Delivery.NOWHERE);
        return new TimelineItem.Offer(head, "0f", List.of("a.txt"), 1, 5, 0, true, false);
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
    void whatComesLaterGetsALineOfItsOwn() {
        TimelineViewModel model = opened(10, 3);
        model.setInFront(true);
        model.reading().setInSight(places(1, 10), NOW);
        model.reading().tick(NOW.plus(ReadMark.DWELL));
        assertEquals(8, model.unreadFrom() == null ? 0 : model.unreadFrom().lamport(), "until one leaves");
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

    private static List<TimelinePosition> places(long from, long to) {
        return LongStream.rangeClosed(from, to).mapToObj(FakeChats::position).toList();
    }

    @Test
    void onlyWhatStoodInSightForHalfASecondIsRead() {
        TimelineViewModel model = opened(100, 42);
        model.setInFront(true);
        model.reading().setInSight(places(58, 76), NOW);
        assertEquals(List.of(), fixture.chats.read);
        model.reading().tick(NOW.plus(ReadMark.DWELL));
        assertEquals(List.of(76L), fixture.chats.read);
        model.reading().tick(NOW.plus(ReadMark.DWELL.multipliedBy(2)));
        assertEquals(List.of(76L), fixture.chats.read, "told once");
        assertEquals(24, model.fresh().get(), "the rest is below");
    }

    @Test
    void nothingIsReadInAWindowWithoutTheKeyboard() {
        TimelineViewModel model = opened(10, 3);
        model.reading().setInSight(places(1, 10), NOW);
        model.reading().tick(NOW.plus(ReadMark.DWELL));
        assertEquals(List.of(), fixture.chats.read);
        model.setInFront(true);
        model.reading().setInSight(places(1, 10), NOW.plusSeconds(10));
        model.reading().tick(NOW.plusSeconds(10).plus(ReadMark.DWELL).minusMillis(1));
        assertEquals(List.of(), fixture.chats.read);
        model.reading().tick(NOW.plusSeconds(10).plus(ReadMark.DWELL));
        assertEquals(List.of(10L), fixture.chats.read);
    }

    @Test
    void whatWasReadBeforeIsNotToldAgain() {
        TimelineViewModel model = opened(10, 0);
        model.setInFront(true);
        model.reading().setInSight(places(1, 10), NOW);
        model.reading().tick(NOW.plus(ReadMark.DWELL));
        assertEquals(List.of(), fixture.chats.read);
    }

    @Test
    void theWayToTheNewestReadsAllUpToThere() {
        TimelineViewModel model = opened(1_000, 900);
        model.setInFront(true);
        assertFalse(model.atNewest().get());
        model.toNewest();
        assertEquals(List.of(1_000L), fixture.chats.read);
        assertEquals(0, model.fresh().get());
    }

    @Test
    void anOwnMessageReadsAllUpToIt() throws Exception {
        TimelineViewModel model = opened(10, 3);
        fixture.chats.say(KEY, "answer");
        model.changed();
        assertEquals(List.of(11L), fixture.chats.read);
    }

    @Test
    void oneLandsAtTheFirstUnreadEntryHoweverManyCameAfterIt() {
        TimelineViewModel model = opened(5_000, 4_500);
        assertEquals(501, model.unreadFrom() == null ? 0 : model.unreadFrom().lamport());
        assertTrue(first(model) < 501 && last(model) > 501);
        assertTrue(entries(model).size() <= HeldEntries.HELD_MAX);
        model.setUnread(Chats.UNREAD_MAX);
        assertEquals(Chats.UNREAD_MAX, model.fresh().get());
    }

    @Test
    void aBurstIsFollowedThoughTheViewIsBehindForAPulse() {
        TimelineViewModel model = opened(100, 0);
        model.setInFront(true);
        for (int i = 101; i <= 2_100; i++) {
            fixture.chats.text(KEY, i, Fixture.MAX, "entry " + i);
            if (i % 70 != 0) continue;
            model.changed();
            model.reading().setInSight(places(i - 90, i - 71), NOW.plusMillis(i));
        }
        model.changed();
        assertEquals(2_100, last(model));
        assertTrue(model.atNewest().get());
        assertEquals(0, model.fresh().get());
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
        List<Message> entries = entries(opened(0, 0));
        assertEquals(List.of(true, false, true), entries.stream().map(Message::first).toList());
        assertEquals(List.of(false, true, true), entries.stream().map(Message::last).toList());
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
        model.showIn(new TimelineViewport() {
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

            @Override
            public void showNew() {
                shown.add("new");
            }
        });
        var position = fixture.chats.items.get(KEY).get(499).position();
        model.to(position, SearchMarks.NONE);
        assertEquals(List.of(position), shown);
        assertTrue(first(model) < 500 && last(model) > 500);
    }

    @Test
    void aConversationThatCannotBeReadSaysWhy() {
        var model = new TimelineViewModel(fixture.context, Fixture.times(), "#gone", null);
        model.to(FakeChats.position(1), SearchMarks.NONE);
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
