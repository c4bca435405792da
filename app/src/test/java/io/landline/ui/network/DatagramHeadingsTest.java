package io.landline.ui.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.language.Language;
import io.landline.ui.look.Appearance;
import io.landline.ui.page.TestedScreen;
import io.landline.ui.welcome.FakeNode;
import io.landline.ui.welcome.FakeWindow;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.text.Text;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatagramHeadingsTest {
    private static final double HEIGHT = 700;
    private static final double RING_PIXELS = 2;
    /// More than a page holds, so there is a scroll bar.
    private static final int MANY = 60;

    @BeforeAll
    static void startToolkit() throws Exception {
        TestedScreen.start();
    }

    private static double left(Node node) {
        return Math.rint(node.localToScene(0, 0).getX());
    }

    private static double right(Node node) {
        return Math.rint(node.localToScene(node.getLayoutBounds().getMaxX(), 0).getX());
    }

    @ParameterizedTest
    @ValueSource(doubles = {403, 923, 1_843})
    void everyColumnHasItsNameAboveIt(double width) {
        TestedScreen.onFx(() -> {
            var node = new FakeNode();
            try (var page = new NetworkPage(new FakeWindow().context(node), new NetworkWatch(node.ports()))) {
                for (int i = 0; i < MANY; i++) node.wire.pass(SampleDatagrams.still(SampleDatagrams.BOB));
                page.shown();
                var screen = new TestedScreen(page.view(), width, HEIGHT);
                screen.settle();
                Node headings = page.view().lookup("#datagram-headings");
                Node cell = screen.all(DatagramCell.class).getFirst();
                for (String column : List.of("who", "size")) {
                    Node heading = headings.lookup(".network-heading-" + column);
                    Node below = cell.lookup(".network-" + column);
                    assertEquals(left(below), left(heading), column);
                    assertEquals(right(below), right(heading), column);
                }
                assertEquals(left(cell.lookup(".network-kind")), left(headings.lookup(".network-heading-kind")));
            }
        });
    }

    @Test
    void aDatagramOfAnotherDayIsSaidWithItsDay() {
        TestedScreen.onFx(() -> {
            var node = new FakeNode();
            try (var page = new NetworkPage(new FakeWindow().context(node), new NetworkWatch(node.ports()))) {
                node.wire.pass(SampleDatagrams.still(SampleDatagrams.BOB));
                page.shown();
                var screen = new TestedScreen(page.view(), 923, HEIGHT);
                screen.settle();
                DatagramCell cell = screen.all(DatagramCell.class).getFirst();
                assertTrue(cell.getAccessibleText().matches(".*(Friday|20).* \\d\\d:\\d\\d:\\d\\d: still .*"),
                        cell.getAccessibleText());
                cell.getListView().getSelectionModel().selectFirst();
                screen.settle();
                assertTrue(screen.texts().stream().anyMatch(each -> each.contains(" Day: ")), screen.texts()::toString);
            }
        });
    }

    /// The ring of a list is a part of its ground, on which the rows lie.
    @Test
    void rowsLeaveTheRingOfTheirListFree() {
        TestedScreen.onFx(() -> {
            var node = new FakeNode();
            try (var page = new NetworkPage(new FakeWindow().context(node), new NetworkWatch(node.ports()))) {
                node.wire.pass(SampleDatagrams.still(SampleDatagrams.BOB));
                page.shown();
                var screen = new TestedScreen(page.view(), 923, HEIGHT);
                screen.settle();
                Node list = page.view().lookup("#datagrams");
                Node cell = screen.all(DatagramCell.class).getFirst();
                assertTrue(left(cell) - left(list) >= RING_PIXELS, "at the left");
                assertTrue(right(list) - right(cell) >= RING_PIXELS, "at the right");
            }
        });
    }

    /// In the narrowest window beside its navigation, with letters of every size.
    @ParameterizedTest
    @ValueSource(ints = {100, 130, 150, 200})
    void noColumnPushesThePageOutOfTheWindow(int percent) {
        TestedScreen.onFx(() -> {
            var node = new FakeNode();
            try (var page = new NetworkPage(new FakeWindow().context(node), new NetworkWatch(node.ports()))) {
                for (int i = 0; i < MANY; i++) node.wire.pass(SampleDatagrams.still(SampleDatagrams.BOB));
                page.shown();
                double width = 480 - 60 * (percent > 130 ? 1.6 : 1);
                var screen = new TestedScreen(page.view(), width, HEIGHT);
                Appearance.dress(screen.scene(), percent);
                screen.settle();
                assertTrue(page.view().minWidth(-1) <= width, page.view().minWidth(-1) + " in " + width);
                Node cell = screen.all(DatagramCell.class).getFirst();
                assertTrue(right(cell.lookup(".network-who")) <= width);
                assertTrue(right(page.view().lookup(".network-heading-who")) <= width);
            }
        });
    }

    /// Also in a page that has just room for all columns.
    @ParameterizedTest
    @EnumSource(Language.class)
    void theNameOfEachColumnIsReadWhole(Language language) {
        for (double width : new double[]{403, 690, 923}) assertHeadingsAreWhole(language, width);
    }

    private static void assertHeadingsAreWhole(Language language, double width) {
        TestedScreen.onFx(() -> {
            var node = new FakeNode();
            try (var page = new NetworkPage(new FakeWindow().context(node, language), new NetworkWatch(node.ports()))) {
                node.wire.pass(SampleDatagrams.still(SampleDatagrams.BOB));
                page.shown();
                var screen = new TestedScreen(page.view(), width, HEIGHT);
                screen.settle();
                for (Node each : page.view().lookupAll("#datagram-headings .label")) {
                    if (!each.isVisible()) continue;
                    assertEquals(((Label) each).getText(), ((Text) each.lookup(".text")).getText());
                }
            }
        });
    }

    @Test
    void theNamesOfTheColumnsAreWords() {
        TestedScreen.onFx(() -> {
            var node = new FakeNode();
            try (var page = new NetworkPage(new FakeWindow().context(node), new NetworkWatch(node.ports()))) {
                node.wire.pass(SampleDatagrams.still(SampleDatagrams.BOB));
                page.shown();
                new TestedScreen(page.view(), 923, HEIGHT);
                Set<String> names = page.view()
                        .lookupAll("#datagram-headings .label")
                        .stream()
                        .filter(Node::isVisible)
                        .map(each -> ((Label) each).getText())
                        .collect(Collectors.toSet());
                assertEquals(Set.of("Time", "Kind", "Who", "Address", "Interface", "Size"), names);
            }
        });
    }
}
