package io.landline.ui.sheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.ui.control.TextButton;
import io.landline.ui.look.Appearance;
import io.landline.ui.page.Clipped;
import io.landline.ui.page.TestedScreen;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The head of a sheet in windows and letters of all sizes.
class SheetHeadTest {
    @BeforeAll
    static void startToolkit() throws Exception {
        TestedScreen.start();
    }

    @ParameterizedTest
    @CsvSource({"560, 100, #class", "400, 100, #class", "400, 150, #class", "380, 200, #class",
            "400, 150, #Projekt Wasserfall", "380, 200, #Projekt Wasserfall", "560, 100, #Projekt Wasserfall",
            "380, 200, A poll in #Projekt Wasserfall"})
    void allOfTheTitleCanBeReadAndNothingLiesOverIt(double width, int percent, String name) {
        TestedScreen.onFx(() -> {
            var head = new SheetHead("title", new TextButton("leave", "Leave this room"), "Close", () -> {});
            head.show(name);
            var column = new VBox(head);
            var screen = new TestedScreen(column, width, 600);
            Appearance.dress(screen.scene(), percent);
            screen.settle();
            var title = (Label) head.lookup("#title");
            String painted = Clipped.painted(title);
            assertEquals(name.replaceAll("\\s", ""), painted.replaceAll("\\s", ""));
            assertTrue(title.getHeight() + 0.5 >= title.prefHeight(title.getWidth()), "in its height");
            Bounds words = title.localToScene(title.getLayoutBounds());
            for (Node each : screen.all(ButtonBase.class)) {
                Bounds button = each.localToScene(each.getLayoutBounds());
                assertTrue(!button.intersects(words) || button.getMinX() >= words.getMaxX() - 1
                        || button.getMinY() >= words.getMaxY() - 1, each + " at " + button + " over " + words);
                assertTrue(button.getMinX() >= 0 && button.getMaxX() <= width + 1, each + " at " + button);
                assertTrue(button.getMaxY() <= head.getHeight() + 1, each + " below the head");
            }
        });
    }
}
