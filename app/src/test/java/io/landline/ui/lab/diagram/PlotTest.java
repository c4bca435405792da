package io.landline.ui.lab.diagram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.ui.lab.diagram.Plot.Point;
import io.landline.ui.page.TestedScreen;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.text.Text;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PlotTest {
    private static final double WIDTH = 600;
    private static final double HEIGHT = 400;

    @BeforeAll
    static void startToolkit() throws Exception {
        TestedScreen.start();
    }

    private static long begins(Plot plot) {
        Path line = (Path) plot.lookupAll(".chart-series-line")
                .stream()
                .filter(Node::isVisible)
                .findFirst()
                .orElseThrow();
        // the first leads to where the first line begins
        return line.getElements().stream().filter(MoveTo.class::isInstance).count() - 1;
    }

    @Test
    void noLineLeadsOverWhatWasLostAndThePartsStayWhenTheChartGrows() {
        TestedScreen.onFx(() -> {
            var plot = new Plot(Locale.ENGLISH, "lab-points", "packet", "round trip (ms)", "round trip");
            var screen = new TestedScreen(plot, WIDTH, HEIGHT);
            List<Point> points = List.of(new Point(1, 5), new Point(2, 6), new Point(4, 5, true), new Point(5, 7),
                    new Point(7, 3, true));
            plot.show(0, points.subList(0, 2));
            screen.settle();
            assertEquals(0, begins(plot));
            plot.show(0, points);
            screen.settle();
            assertEquals(2, begins(plot));
            plot.show(0, List.of(new Point(1, 5), new Point(2, 6)));
            screen.settle();
            assertEquals(0, begins(plot));
        });
    }

    @Test
    void whatIsCountedHasNoHalvesAtItsAxis() {
        TestedScreen.onFx(() -> {
            var plot = new Plot(Locale.ENGLISH, "lab-points", "packet", "round trip (ms)", "round trip").ofWhole();
            var screen = new TestedScreen(plot, WIDTH, HEIGHT);
            plot.show(0, IntStream.rangeClosed(1, 40).mapToObj(packet -> new Point(packet, packet)).toList());
            screen.settle();
            List<String> labels = plot.getXAxis()
                    .getChildrenUnmodifiable()
                    .stream()
                    .filter(Text.class::isInstance)
                    .map(each -> ((Text) each).getText())
                    .toList();
            assertTrue(labels.contains("10"), labels::toString);
            assertTrue(labels.stream().allMatch(each -> each.matches("[0-9]*")), labels::toString);
        });
    }

    @Test
    void partsOfAWholeAreWrittenAsTheLanguageWritesThem() {
        TestedScreen.onFx(() -> {
            var plot = new Plot(Locale.GERMAN, "lab-blue", "Zeit (s)", "KiB/s", "KiB/s");
            var screen = new TestedScreen(plot, WIDTH, HEIGHT);
            plot.show(0, List.of(new Point(0, 0.1), new Point(1, 0.9)));
            screen.settle();
            List<String> labels = plot.getYAxis()
                    .getChildrenUnmodifiable()
                    .stream()
                    .filter(Text.class::isInstance)
                    .map(each -> ((Text) each).getText())
                    .toList();
            assertTrue(labels.contains("0,5"), labels::toString);
            assertTrue(labels.stream().noneMatch(each -> each.contains(".")), labels::toString);
        });
    }
}
