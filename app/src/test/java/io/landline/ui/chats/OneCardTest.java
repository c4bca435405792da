package io.landline.ui.chats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.node.port.TimelineItem;
import io.landline.peer.Fingerprint;
import io.landline.ui.chats.timeline.TimelineCell;
import io.landline.ui.chats.timeline.TimelineRow;
import io.landline.ui.page.TestedScreen;
import java.util.Comparator;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Two offers that follow one another, on the screen.
class OneCardTest extends OpenRoom {
    private static final String TOGETHER = "Together with the files above.";

    @Override
    void say(FakeChats said) {}

    private void offers(long place, boolean own, String name) {
        TestedScreen.onFx(() -> {
            Fingerprint author = own ? Fixture.SELF : Fixture.MAX;
            chats.said()
                    .put(ShownChats.OPEN,
                            new TimelineItem.Offer(chats.said().text(ShownChats.OPEN, place, author, "").head(),
                                    "0" + place,
                                    List.of(name), 1, 1_000));
            chats.said().changed(ShownChats.OPEN);
        });
        chats.settle();
    }

    /// Of the entries, from above.
    private List<TimelineCell> cells() {
        return chats.screen()
                .all(TimelineCell.class)
                .stream()
                .filter(each -> each.isVisible() && each.getItem() instanceof TimelineRow.Message)
                .sorted(Comparator.comparing(TimelineCell::getIndex))
                .toList();
    }

    private static Bounds bubble(TimelineCell cell) {
        Node bubble = cell.lookup(".chats-bubble");
        return bubble.localToScene(bubble.getLayoutBounds());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theSecondStandsInTheFrameOfTheFirst(boolean own) {
        offers(1, own, "homework.pdf");
        offers(2, own, "more.pdf");
        TestedScreen.onFx(() -> {
            Bounds upper = bubble(cells().getFirst());
            Bounds lower = bubble(cells().getLast());
            assertEquals(upper.getMaxY(), lower.getMinY(), 0.01, "no gap");
            assertEquals(List.of(upper.getMinX(), upper.getWidth()), List.of(lower.getMinX(), lower.getWidth()));
            assertFalse(cells().getFirst().getAccessibleText().contains(TOGETHER));
            assertTrue(cells().getLast().getAccessibleText().endsWith(TOGETHER), "heard as well as seen");
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatIsSaidBelowStandsByItself(boolean own) {
        offers(1, own, "homework.pdf");
        TestedScreen.onFx(() -> {
            chats.said().text(ShownChats.OPEN, 2, own ? Fixture.SELF : Fixture.MAX, "there you are");
            chats.said().changed(ShownChats.OPEN);
        });
        chats.settle();
        TestedScreen.onFx(() -> {
            double gap = bubble(cells().getLast()).getMinY() - bubble(cells().getFirst()).getMaxY();
            assertTrue(gap > 1, gap + " pixels");
        });
    }
}
