package io.landline.ui.chats.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.landline.node.port.TimelineItem;
import io.landline.ui.chats.FakeChats;
import io.landline.ui.chats.Fixture;
import io.landline.ui.chats.search.SearchMarks;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A step in a conversation that the disk does not give.
class UnreadableTimelineTest {
    private static final String KEY = "#class";

    private final Fixture fixture = new Fixture();

    private TimelineViewModel opened() {
        fixture.chats.room("class", true, 0);
        for (int i = 1; i <= 500; i++) fixture.chats.text(KEY, i, Fixture.MAX, "entry " + i);
        var model = new TimelineViewModel(fixture.context, Fixture.times(), KEY, null);
        model.changed();
        return model;
    }

    @Test
    void aStepThatLeadsNowhereSaysWhyUntilOneDoes() {
        TimelineViewModel model = opened();
        List<TimelineItem> all = fixture.chats.items.remove(KEY);
        model.to(FakeChats.position(20), SearchMarks.NONE);
        assertEquals(1, fixture.window.told.size(), fixture.window.told.toString());
        model.to(FakeChats.position(30), SearchMarks.NONE);
        assertEquals(0, fixture.window.over.size(), "it still cannot be read");
        fixture.chats.items.put(KEY, all);
        model.to(FakeChats.position(20), SearchMarks.NONE);
        assertEquals(1, fixture.window.over.size());
    }

    @Test
    void aConversationThatIsOpenedAndCannotBeReadSaysWhy() {
        fixture.chats.room("class", true, 0);
        List<TimelineItem> none = fixture.chats.items.remove(KEY);
        var model = new TimelineViewModel(fixture.context, Fixture.times(), KEY, null);
        model.changed();
        assertFalse(model.problem().get().isEmpty());
        fixture.chats.items.put(KEY, none);
        model.changed();
        assertEquals("", model.problem().get());
    }

    @Test
    void whereNothingCouldBeShownAndThenNothingIsThereThatIsSaid() {
        fixture.chats.room("class", true, 0);
        List<TimelineItem> none = fixture.chats.items.remove(KEY);
        var model = new TimelineViewModel(fixture.context, Fixture.times(), KEY, null);
        model.to(FakeChats.position(1), SearchMarks.NONE);
        assertFalse(model.problem().get().isEmpty());
        fixture.chats.items.put(KEY, none);
        model.changed();
        assertEquals("", model.problem().get());
    }
}
