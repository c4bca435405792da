package io.landline.ui.chats.message;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.landline.chat.TimelinePosition;
import io.landline.node.port.TimelineItem.Delivery;
import io.landline.node.port.TimelineItem.Head;
import io.landline.node.port.TimelineItem.Option;
import io.landline.node.port.TimelineItem.PollItem;
import io.landline.room.EntryId;
import io.landline.ui.chats.FakeChats;
import io.landline.ui.chats.Fixture;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ItemTextTest {
    private final ItemText words = new ItemText(new Fixture().chatsContext(FakeChats.START).texts());

    private static PollItem poll(boolean hidden, boolean closed, int first) {
        var head = new Head(new TimelinePosition(1, Fixture.MAX, 1, 1), new EntryId(0, 1), Fixture.MAX, "Max", false,
                FakeChats.START, Delivery.NOWHERE);
        return new PollItem(head, "Cake?", List.of(new Option("yes", first), new Option("no", 0)), false, hidden,
                closed, Set.of(), 2);
    }

    @Test
    void ofAPollThatHidesItsResultNoCountIsSaid() {
        assertEquals("Poll: Cake?\nyes\nno", words.of(poll(true, false, 0)));
        assertEquals("Poll: Cake?\nyes: 2\nno: 0", words.of(poll(true, true, 2)));
        assertEquals("Poll: Cake?\nyes: 2\nno: 0", words.of(poll(false, false, 2)));
    }
}
