package io.landline.ui.chats.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.node.port.TimelineItem;
import io.landline.node.port.TimelineItem.Delivery;
import io.landline.node.port.TimelineItem.Head;
import io.landline.room.EntryId;
import io.landline.ui.chats.FakeChats;
import io.landline.ui.chats.Fixture;
import java.util.List;
import org.junit.jupiter.api.Test;

class SelectedMessagesTest {
    private final SelectedMessages selected = new SelectedMessages();

    private static Head head(long place) {
        return new Head(FakeChats.position(place), new EntryId(0, place), Fixture.MAX, "Max", false, FakeChats.START,
                Delivery.NOWHERE);
    }

    private static TimelineItem text(long place, String words) {
        return new TimelineItem.Text(head(place), words);
    }

    private static TimelineRow row(TimelineItem item) {
        return new TimelineRow.Message(item, true, true, true, false, TimelineRow.Mark.NONE,
                new TimelineRow.Joined(false, false));
    }

    @Test
    void theyStandInTheOrderOfTheTimelineUntilTheLastIsTakenOut() {
        selected.toggle(text(2, "two"));
        selected.toggle(text(1, "one"));
        assertEquals(List.of(text(1, "one"), text(2, "two")), selected.items().get());
        assertTrue(selected.has(FakeChats.position(1)));
        selected.toggle(text(1, "one"));
        selected.toggle(text(2, "two"));
        assertFalse(selected.isActive());
    }

    @Test
    void whatIsDoneIsNotSelectedAnyMoreButTheOthersAre() {
        selected.toggle(text(1, "one"));
        selected.toggle(text(2, "two"));
        List<TimelineItem> going = selected.items().get();
        selected.toggle(text(1, "one"));
        selected.toggle(text(3, "three"));
        selected.end(going);
        assertEquals(List.of(text(3, "three")), selected.items().get());
        selected.end(List.of(text(3, "three")));
        assertFalse(selected.isActive());
        selected.end(going);
        assertFalse(selected.isActive());
    }

    @Test
    void whatWasDeletedIsNotSelectedAnyMore() {
        selected.toggle(text(1, "one"));
        selected.toggle(text(2, "two"));
        selected.refresh(List.of(row(text(1, "changed")), row(new TimelineItem.Deleted(head(2)))));
        assertEquals(List.of(text(1, "changed")), selected.items().get());
        selected.toggle(new TimelineItem.Deleted(head(3)));
        assertEquals(List.of(text(1, "changed")), selected.items().get());
        selected.refresh(List.of(row(new TimelineItem.Deleted(head(1)))));
        assertNull(selected.items().get());
    }

    @Test
    void noMoreAreSelectedThanTheBound() {
        for (int i = 1; i <= SelectedMessages.COUNT_MAX; i++) selected.toggle(text(i, "text"));
        assertEquals(SelectedMessages.COUNT_MAX, selected.items().get().size());
        selected.toggle(text(SelectedMessages.COUNT_MAX + 1, "text"));
        assertEquals(SelectedMessages.COUNT_MAX, selected.items().get().size());
    }
}
