package io.landline.ui.chats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.node.port.TimelineItem;
import io.landline.node.port.TimelineItem.Delivery;
import io.landline.node.port.TimelineItem.Head;
import io.landline.peer.Fingerprint;
import io.landline.room.EntryId;
import io.landline.ui.chats.timeline.TimelineRow;
import io.landline.ui.chats.timeline.TimelineViewModel;
import java.util.List;
import javafx.scene.control.Labeled;
import org.junit.jupiter.api.Test;

/// What a later version of Landline wrote shows as a quiet line.
class LaterVersionsTest extends ChatsPageScreen {
    @Override
    String fill() {
        fixture.chats.room("class", true, 0);
        fixture.roster.member(Fixture.MAX, "Max", true, "#class");
        fixture.chats.text("#class", 1, Fixture.MAX, "before");
        for (int i = 2; i <= 5; i++) later(i, Fixture.MAX);
        fixture.chats.text("#class", 6, Fixture.MAX, "between");
        later(7, Fixture.MAX);
        later(8, Fixture.SELF);
        fixture.chats.text("#class", 9, Fixture.MAX, "after");
        return "#class";
    }

    private void later(long place, Fingerprint author) {
        boolean own = author.equals(Fixture.SELF);
        fixture.chats.put("#class",
                new TimelineItem.Unknown(new Head(FakeChats.position(place), new EntryId(0, place), author,
                        own ? "" : "Max", own, FakeChats.START.plusSeconds(place), Delivery.NOWHERE)));
    }

    private List<String> quiet() {
        return lookup(".chats-later").queryAllAs(Labeled.class)
                .stream()
                .filter(each -> each.getScene() != null && each.getParent().isVisible())
                .map(each -> each.getText().replace("\u200E", ""))
                .toList();
    }

    @Test
    void thoseOfOneAuthorInARowAreOneLine() {
        String max = "Max did something that this version does not know. Update Landline to see it.";
        String own = "You did something with a later version that this one does not know. Update Landline to see it.";
        assertEquals(List.of(max, max, own), quiet());
        List<Boolean> firsts = timeline().getItems()
                .stream()
                .filter(TimelineRow.Message.class::isInstance)
                .map(row -> ((TimelineRow.Message) row).first())
                .toList();
        assertEquals(List.of(true, true, true), firsts, "a message after such a line bears its author's name");
    }

    @Test
    void theyAreNoNews() {
        interact(() -> {
            var model = new TimelineViewModel(fixture.context, Fixture.times(), "#class", null);
            model.changed();
            model.setFollowing(false);
            int before = model.fresh().get();
            later(10, Fixture.MAX);
            fixture.chats.changed("#class");
            model.changed();
            assertTrue(model.rows().getLast() instanceof TimelineRow.Later);
            assertEquals(before, model.fresh().get());
            assertNull(model.unreadFrom());
            model.close();
        });
    }
}
