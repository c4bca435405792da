package io.landline.ui.chats.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.landline.chat.TimelinePosition;
import io.landline.node.port.CommandException;
import io.landline.node.port.TimelineItem;
import io.landline.ui.chats.FakeChats;
import io.landline.ui.chats.Fixture;
import org.junit.jupiter.api.Test;

/// What of the held part of a timeline is news.
class HeldEntriesTest {
    private static final String KEY = "#class";

    @Test
    void whatItsAuthorDeletedIsNoNews() throws CommandException {
        FakeChats chats = new Fixture().chats;
        chats.room("class", true, 0);
        TimelineItem gone = chats.text(KEY, 1, Fixture.MAX, "one");
        chats.text(KEY, 2, Fixture.MAX, "two");
        chats.put(KEY, new TimelineItem.Deleted(gone.head()));
        HeldEntries held = HeldEntries.newest(chats, KEY);
        assertEquals(1, held.countOfOthers(_ -> true));
        TimelinePosition first = held.firstOfOthers(_ -> true);
        assertEquals(FakeChats.position(2), first);
    }
}
