package io.landline.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.ui.page.TestedScreen;
import java.util.Objects;
import java.util.stream.IntStream;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A list below something that becomes higher and lower, as notices do.
class PageLayerTest {
    private static final int ROWS = 500;
    private static final double WIDTH = 400;
    private static final double HEIGHT = 600;

    @BeforeAll
    static void startToolkit() throws Exception {
        TestedScreen.start();
    }

    private static double top(IndexedCell<?> cell) {
        return cell.localToScene(0, 0).getY();
    }

    @Test
    void beforeAnybodyHasUsedThePageItsHeadIsSeenBelowANotice() {
        TestedScreen.onFx(() -> {
            var above = new Region();
            above.setMinHeight(Region.USE_PREF_SIZE);
            var list = new ListView<Integer>();
            list.getItems().setAll(1, 2, 3);
            var place = new PageLayer();
            place.show(new VBox(new Label("head"), list));
            var screen = new TestedScreen(new VBox(above, place), WIDTH, HEIGHT);
            IndexedCell<?> first = ((VirtualFlow<?>) Objects.requireNonNull(list.lookup(".virtual-flow")))
                    .getFirstVisibleCell();
            double before = top(first);
            above.setPrefHeight(60);
            screen.settle();
            assertEquals(before + 60, top(first), 1);
            TestedScreen.useAny(list);
            above.setPrefHeight(0);
            screen.settle();
            assertEquals(before, top(first), 1, "no row is further up than its list");
        });
    }

    /// A short list below a head, in a page that somebody uses, with what becomes higher above the page.
    private record ShortList(Region above, VirtualFlow<?> flow, TestedScreen screen) {
        private static ShortList of(int rows) {
            var above = new Region();
            above.setMinHeight(Region.USE_PREF_SIZE);
            above.setPrefHeight(0);
            var list = new ListView<Integer>();
            list.getItems().setAll(IntStream.range(0, rows).boxed().toList());
            VBox.setVgrow(list, Priority.ALWAYS);
            var place = new PageLayer();
            place.show(new VBox(new Label("head"), list));
            VBox.setVgrow(place, Priority.ALWAYS);
            var screen = new TestedScreen(new VBox(above, place), WIDTH, HEIGHT);
            TestedScreen.useAny(list);
            return new ShortList(above, (VirtualFlow<?>) Objects.requireNonNull(list.lookup(".virtual-flow")), screen);
        }

        private void lowerBy(double pixels) {
            above.setPrefHeight(pixels);
            screen.settle();
        }

        private double edge() {
            return flow.localToScene(0, 0).getY();
        }

        private double top(int row) {
            return PageLayerTest.top(flow.getVisibleCell(row));
        }

        private void pointAt(double y) {
            TestedScreen.pointAt(flow, 20, y);
            screen.settle();
        }
    }

    @Test
    void whatHasRoomBelowGoesDownWholeAndIsHiddenNowhere() {
        TestedScreen.onFx(() -> {
            var list = ShortList.of(3);
            double before = list.top(0);
            list.lowerBy(60);
            list.lowerBy(120);
            assertEquals(list.edge(), list.top(0), 1, "the first row is behind the head");
            list.lowerBy(0);
            assertEquals(before, list.top(0), 1);
        });
    }

    @Test
    void whatStandsBelowTheMouseStaysThereUntilTheMouseLeavesIt() {
        TestedScreen.onFx(() -> {
            var list = ShortList.of(3);
            double before = list.top(2);
            list.pointAt(before + 5);
            list.lowerBy(60);
            assertEquals(before, list.top(2), 1);
            list.pointAt(HEIGHT - 5);
            assertEquals(list.edge(), list.top(0), 1, "nobody points at a row, and the first is behind the head");
            list.lowerBy(120);
            assertEquals(list.edge(), list.top(0), 1, "the mouse is where no row is");
        });
    }

    /// As high as its part: not all of it has room below the notice.
    @Test
    void ofWhatHasNoRoomTheEndStaysInSight() {
        TestedScreen.onFx(() -> {
            var probe = ShortList.of(1);
            double row = probe.flow().getFirstVisibleCell().getHeight();
            int rows = (int) Math.floor((HEIGHT - probe.edge() - 10) / row);
            var list = ShortList.of(rows);
            double before = list.top(rows - 1);
            list.lowerBy(60);
            double end = list.top(rows - 1) + row;
            assertTrue(end > HEIGHT - row && end <= HEIGHT, () -> "it ends at " + end);
            list.lowerBy(0);
            assertEquals(before, list.top(rows - 1), 1);
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 250, ROWS - 1})
    void eachRowStaysInTheWindowWhereverTheListIsScrolled(int scrolledTo) {
        TestedScreen.onFx(() -> {
            var above = new Region();
            above.setMinHeight(Region.USE_PREF_SIZE);
            above.setPrefHeight(0);
            var list = new ListView<Integer>();
            list.getItems().setAll(IntStream.range(0, ROWS).boxed().toList());
            var place = new PageLayer();
            place.show(new VBox(new Label("head"), list));
            VBox.setVgrow(list, Priority.ALWAYS);
            VBox.setVgrow(place, Priority.ALWAYS);
            var screen = new TestedScreen(new VBox(above, place), WIDTH, HEIGHT);
            TestedScreen.useAny(list);
            list.scrollTo(scrolledTo);
            screen.settle();
            VirtualFlow<?> flow = (VirtualFlow<?>) Objects.requireNonNull(list.lookup(".virtual-flow"));
            int middle = flow.getFirstVisibleCell().getIndex() + 6;
            double before = top(flow.getVisibleCell(middle));
            for (double high : new double[]{60, 130, 40, 0}) {
                above.setPrefHeight(high);
                screen.settle();
                assertEquals(high, place.getLayoutY());
                IndexedCell<?> cell = flow.getVisibleCell(middle);
                assertTrue(cell != null, middle + " is out of sight below " + high);
                assertEquals(before, top(cell), 1, "below " + high);
            }
        });
    }

    /// As the list of conversations is in a narrow window while one of them is open.
    @Test
    void aPartThatIsHiddenWhileTheNoticeGoesIsBackInItsPlaceToo() {
        TestedScreen.onFx(() -> {
            var above = new Region();
            above.setMinHeight(Region.USE_PREF_SIZE);
            above.setPrefHeight(0);
            var list = new ListView<Integer>();
            list.getItems().setAll(1, 2, 3);
            var place = new PageLayer();
            place.show(new VBox(new Label("head"), list));
            var screen = new TestedScreen(new VBox(above, place), WIDTH, HEIGHT);
            TestedScreen.useAny(list);
            IndexedCell<?> first = ((VirtualFlow<?>) Objects.requireNonNull(list.lookup(".virtual-flow")))
                    .getFirstVisibleCell();
            double before = top(first);
            above.setPrefHeight(60);
            screen.settle();
            list.setVisible(false);
            above.setPrefHeight(0);
            screen.settle();
            list.setVisible(true);
            screen.settle();
            assertEquals(before, top(first), 1);
        });
    }
}
