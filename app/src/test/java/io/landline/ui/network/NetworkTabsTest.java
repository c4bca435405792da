package io.landline.ui.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.language.Language;
import io.landline.ui.look.Appearance;
import io.landline.ui.page.TestedScreen;
import io.landline.ui.settings.WindowPreferences;
import io.landline.ui.welcome.FakeNode;
import io.landline.ui.welcome.FakeWindow;
import java.util.List;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The three tabs of the page are one piece: its ends are round, its middle is not.
class NetworkTabsTest {
    /// Beside the English navigation in a window of 480 pixels, and beside the German one, which is the widest.
    private static final double NARROW = 403;
    private static final double NARROWEST = 372;
    private static final double HEIGHT = 700;
    /// The lowest window.
    private static final double LOW = 400;
    /// In `em`, as a row of datagrams is high.
    private static final double ROW_EM = 2;
    private static final double ROWS_MIN = 3;

    @BeforeAll
    static void startToolkit() throws Exception {
        TestedScreen.start();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void theTabsStandOnOneLineInANarrowWindow(Language language) {
        TestedScreen.onFx(() -> {
            var node = new FakeNode();
            var page = new NetworkPage(new FakeWindow().context(node, language), new NetworkWatch(node.ports()));
            double width = language == Language.ENGLISH ? NARROW : NARROWEST;
            var screen = new TestedScreen(page.view(), width, HEIGHT);
            List<Double> lines = screen.all(ToggleButton.class)
                    .stream()
                    .filter(each -> each.getId() != null && each.getId().startsWith("network-tab-"))
                    .map(ToggleButton::getLayoutY)
                    .toList();
            assertEquals(3, lines.size());
            assertEquals(1, lines.stream().distinct().count(), lines::toString);
            page.close();
        });
    }

    /// The head, the tabs and the filter leave the rows of the list their room.
    @ParameterizedTest
    @EnumSource(Language.class)
    void theListHasRowsAlsoWithTheLargestLetters(Language language) {
        TestedScreen.onFx(() -> {
            var node = new FakeNode();
            var page = new NetworkPage(new FakeWindow().context(node, language), new NetworkWatch(node.ports()));
            page.shown();
            for (int i = 0; i < 30; i++) node.wire.pass(SampleDatagrams.still(SampleDatagrams.BOB));
            var screen = new TestedScreen(page.view(), NARROW, HEIGHT);
            Appearance.dress(screen.scene(), 200);
            screen.settle();
            ListView<?> list = (ListView<?>) screen.scene().lookup("#datagrams");
            double rows = list.getHeight() / list.getFixedCellSize();
            assertTrue(rows > 3, rows + " rows");
            Labeled pause = (Labeled) screen.scene().lookup("#network-pause");
            assertEquals(pause.getLayoutY(), screen.scene().lookup("#network-save").getLayoutY());
            assertTrue(pause.getWidth() >= pause.prefWidth(-1), "the button is whole");
            page.close();
        });
    }

    /// The page scrolls then: its lists have rows, and so has what stands below them.
    @ParameterizedTest
    @ValueSource(strings = {"datagrams", "comings", "datagram-details"})
    void inTheLowestWindowThePageScrollsToRows(String part) {
        TestedScreen.onFx(() -> {
            var node = new FakeNode();
            var page = new NetworkPage(new FakeWindow().context(node, Language.ENGLISH),
                    new NetworkWatch(node.ports()));
            page.shown();
            for (int i = 0; i < 30; i++) node.wire.pass(SampleDatagrams.still(SampleDatagrams.BOB));
            var screen = new TestedScreen(page.view(), NARROW, LOW);
            Appearance.dress(screen.scene(), WindowPreferences.ZOOM_PERCENT_MAX);
            screen.settle();
            if (part.equals("comings")) ((ToggleButton) screen.scene().lookup("#network-tab-comings")).fire();
            if (part.equals("datagram-details")) {
                ((ListView<?>) screen.scene().lookup("#datagrams")).getSelectionModel().select(0);
            }
            screen.settle();
            ScrollPane scrolled = (ScrollPane) page.view();
            scrolled.setVvalue(scrolled.getVmax());
            screen.settle();
            Region rows = (Region) screen.scene().lookup("#" + part);
            double high = ROWS_MIN * ROW_EM * 14.0 * WindowPreferences.ZOOM_PERCENT_MAX / 100;
            assertTrue(rows.getHeight() >= high, () -> rows.getHeight() + " of " + high);
            double end = rows.localToScene(0, rows.getHeight()).getY();
            assertTrue(end > high && end <= LOW, () -> "it ends at " + end);
            page.close();
        });
    }

    @Test
    void inAWindowThatIsHighEnoughThePageDoesNotScroll() {
        TestedScreen.onFx(() -> {
            var node = new FakeNode();
            var page = new NetworkPage(new FakeWindow().context(node, Language.ENGLISH),
                    new NetworkWatch(node.ports()));
            page.shown();
            for (int i = 0; i < 30; i++) node.wire.pass(SampleDatagrams.still(SampleDatagrams.BOB));
            var screen = new TestedScreen(page.view(), NARROW, HEIGHT);
            screen.settle();
            ScrollPane scrolled = (ScrollPane) page.view();
            assertEquals(scrolled.getViewportBounds().getHeight(), scrolled.getContent().getLayoutBounds().getHeight());
            page.close();
        });
    }
}
