package io.landline.ui.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.ui.page.TestedScreen;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// A pane is scrolled by pixels of its content.
class PaneScrollTest {
    @BeforeAll
    static void startToolkit() throws Exception {
        TestedScreen.start();
    }

    private static ScrollPane pane(double height) {
        var content = new Region();
        content.setMinHeight(height);
        var pane = new ScrollPane(content);
        new TestedScreen(pane, 300, 200);
        return pane;
    }

    /// How far the content's upper edge is above that of what is in sight.
    private static double above(ScrollPane pane) {
        pane.layout();
        return pane.getVvalue() * PaneScroll.outside(pane);
    }

    @Test
    void contentMovesByThatManyPixelsAndNoFurtherThanItsEnds() {
        TestedScreen.onFx(() -> {
            ScrollPane pane = pane(1_000);
            PaneScroll.by(pane, 30);
            assertEquals(30, above(pane), 0.1);
            PaneScroll.by(pane, -10);
            assertEquals(20, above(pane), 0.1);
            PaneScroll.by(pane, -21);
            assertEquals(pane.getVmin(), pane.getVvalue());
            PaneScroll.by(pane, 1_000);
            assertEquals(pane.getVmax(), pane.getVvalue());
        });
    }

    @Test
    void whatDoesNotFillThePaneIsNotScrolled() {
        TestedScreen.onFx(() -> {
            ScrollPane pane = pane(100);
            assertTrue(PaneScroll.outside(pane) < 0);
            PaneScroll.by(pane, 30);
            assertEquals(pane.getVmin(), pane.getVvalue());
        });
    }
}
