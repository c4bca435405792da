package io.landline.ui.chats.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.ui.chats.FakeChats;
import io.landline.ui.chats.Fixture;
import io.landline.ui.chats.search.SearchMarks;
import io.landline.ui.chats.timeline.TimelineRow.Message;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Which of several places a timeline shows that were wanted while the first was still looked for.
class WantedPlacesTest {
    private static final String KEY = "#class";

    private final Fixture fixture = new Fixture();

    WantedPlacesTest() { fixture.chats.room("class", true, 0); }

    private TimelineViewModel opened() {
        for (int i = 1; i <= 2_000; i++) fixture.chats.text(KEY, i, Fixture.MAX, "entry " + i);
        var model = new TimelineViewModel(fixture.context, Fixture.times(), KEY, null);
        model.changed();
        return model;
    }

    private static List<Long> shown(TimelineViewModel model) {
        return model.rows()
                .stream()
                .filter(Message.class::isInstance)
                .map(each -> ((Message) each).item().position().lamport())
                .toList();
    }

    @Test
    void ofTwoPlacesTheOneThatWasWantedLastIsShown() {
        TimelineViewModel model = opened();
        fixture.window.hold();
        model.to(FakeChats.position(100), SearchMarks.NONE);
        model.to(FakeChats.position(900), SearchMarks.NONE);
        fixture.window.goOnLastFirst();
        assertTrue(shown(model).contains(900L), () -> shown(model).toString());
    }

    @Test
    void aPlaceThatIsFoundLateDoesNotTakeTheNewestAway() {
        TimelineViewModel model = opened();
        fixture.window.hold();
        model.to(FakeChats.position(100), SearchMarks.NONE);
        model.toNewest();
        fixture.window.goOnLastFirst();
        assertEquals(2_000, shown(model).getLast());
    }
}
