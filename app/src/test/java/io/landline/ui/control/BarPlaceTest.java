package io.landline.ui.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.landline.ui.page.TestedScreen;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What scrolls has one width, with its bar and without.
class BarPlaceTest {
    @BeforeAll
    static void startToolkit() throws Exception {
        TestedScreen.start();
    }

    private static Region line() {
        var line = new Region();
        line.setMinHeight(100);
        return line;
    }

    private static double shown(ScrollPane pane) {
        Node bar = pane.lookup(".scroll-bar:vertical");
        return bar.isVisible() ? bar.getOpacity() : 0;
    }

    @Test
    void theBarIsSeenWhereSomethingIsOutOfSightAndItsPlaceIsKept() {
        TestedScreen.onFx(() -> {
            var column = new VBox(line());
            var pane = new ScrollPane(column);
            pane.setFitToWidth(true);
            BarPlace.keep(pane);
            var screen = new TestedScreen(pane, 300, 250);
            double wide = column.getWidth();
            assertEquals(0, shown(pane), "all is in sight");
            column.getChildren().addAll(line(), line());
            screen.settle();
            screen.settle();
            assertEquals(1, shown(pane), "a part is below");
            assertEquals(wide, column.getWidth());
            pane.setContent(new VBox(line()));
            screen.settle();
            screen.settle();
            assertEquals(0, shown(pane), "something else is shown");
        });
    }
}
