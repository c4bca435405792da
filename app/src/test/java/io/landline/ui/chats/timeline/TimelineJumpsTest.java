package io.landline.ui.chats.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.ui.chats.FakeChats;
import io.landline.ui.chats.Fixture;
import io.landline.ui.chats.search.SearchMarks;
import io.landline.ui.chats.timeline.TimelineRow.Entry;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Places that somebody wants to see one after the other, and that are found in another order.
class TimelineJumpsTest {
    private static final String KEY = "#class";

    private final Fixture fixture = new Fixture();

    TimelineJumpsTest() { fixture.chats.room("class", true, 0); }

    private TimelineViewModel opened(int entries) {
        for (int i = 1; i <= entries; i++) fixture.chats.text(KEY, i, Fixture.MAX, "entry " + i);
        var model = new TimelineViewModel(fixture.context, Fixture.moments(), KEY, null);
        model.changed();
        return model;
    }

    private static List<Long> held(TimelineViewModel model) {
        return model.rows()
                .stream()
                .filter(Entry.class::isInstance)
                .map(each -> ((Entry) each).item().position().lamport())
                .toList();
    }

    @Test
    void ofTwoPlacesTheOneThatWasWantedLastIsShown() {
        TimelineViewModel model = opened(2_000);
        fixture.window.hold();
        model.to(FakeChats.position(100), SearchMarks.NONE);
        model.to(FakeChats.position(900), SearchMarks.NONE);
        fixture.window.goOnLastFirst();
        assertTrue(held(model).contains(900L), held(model).toString());
    }

    @Test
    void aPlaceThatIsFoundLateDoesNotTakeTheNewestAway() {
        TimelineViewModel model = opened(2_000);
        fixture.window.hold();
        model.to(FakeChats.position(100), SearchMarks.NONE);
        model.toNewest();
        fixture.window.goOnLastFirst();
        assertEquals(2_000, held(model).getLast());
    }
}
