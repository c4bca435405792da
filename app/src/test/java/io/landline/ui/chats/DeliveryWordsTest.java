package io.landline.ui.chats;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.landline.node.port.TimelineItem;
import io.landline.node.port.TimelineItem.Delivery;
import io.landline.node.port.TimelineItem.Head;
import io.landline.room.EntryId;
import io.landline.ui.page.Clipped;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/// What stands below own messages in the smallest window, with letters of twice the size.
class DeliveryWordsTest extends ChatsPageScreen {
    private static final double WIDTH_BESIDE_ICONS = 404;

    @Override
    double width() {
        return WIDTH_BESIDE_ICONS;
    }

    @Override
    int percent() {
        return 200;
    }

    @Override
    String fill() {
        fixture.chats.room("class", true, 0);
        own(1, "Yes", new Delivery(1, 0), 1);
        own(2, "I shall come tomorrow, with all the cables that we have", new Delivery(12, 0), 0);
        own(3, "And now", Delivery.NOWHERE, 0);
        return "#class";
    }

    private void own(int lamport, String text, Delivery delivery, int edits) {
        fixture.chats.put("#class",
                new TimelineItem.Text(
                        new Head(FakeChats.position(lamport), new EntryId(0, lamport), Fixture.SELF, "", true,
                                FakeChats.START.plusSeconds(lamport), delivery, List.of(), false),
                        text, edits, null,
                        List.of()));
    }

    @Test
    void theStateOfAMessageIsWholeAndApartFromItsTime() {
        WaitForAsyncUtils.waitForFxEvents();
        interact(() -> {
            page.view().applyCss();
            page.view().getScene().getRoot().layout();
            List<Parent> marks = lookup(".chats-mark").<Parent>queryAll().stream().filter(Node::isVisible).toList();
            assertEquals(3, marks.size());
            for (Parent mark : marks) {
                List<Label> labels = mark.getChildrenUnmodifiable()
                        .stream()
                        .filter(Label.class::isInstance)
                        .map(Label.class::cast)
                        .filter(Node::isVisible)
                        .toList();
                for (Label each : labels) {
                    assertEquals(each.getText().replaceAll("\\s", ""), Clipped.painted(each).replaceAll("\\s", ""));
                }
                Bounds box = mark.localToScene(mark.getLayoutBounds());
                Bounds bubble = mark.getParent().localToScene(mark.getParent().getLayoutBounds());
                assertEquals(true, bubble.contains(box), mark + " in " + bubble);
            }
        });
    }

    @Test
    void aSignStandsBetweenTheWordsAndTheTimeBesideThem() {
        WaitForAsyncUtils.waitForFxEvents();
        interact(() -> {
            for (Parent mark : lookup(".chats-mark").<Parent>queryAll()) {
                List<Label> labels = mark.getChildrenUnmodifiable()
                        .stream()
                        .filter(Label.class::isInstance)
                        .map(Label.class::cast)
                        .filter(Node::isVisible)
                        .toList();
                if (labels.size() < 2) continue;
                boolean isBeside = labels.getFirst().getBoundsInParent().getMaxY() > labels.getLast()
                        .getBoundsInParent()
                        .getMinY() + 1;
                assertEquals(isBeside, labels.stream().anyMatch(each -> "\u00B7".equals(each.getText())), "in " + mark);
            }
        });
    }
}
