package io.landline.ui.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.landline.ui.look.Appearance;
import io.landline.ui.page.TestedScreen;
import java.util.List;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TickedLineTest {
    private static final double WIDTH = 500;

    @BeforeAll
    static void startScreen() throws Exception {
        TestedScreen.start();
    }

    /// What throws while styles are applied leaves all other parts of the window with the old ones.
    @Test
    void theSizeGoesBelowTheNameAndBackWithTheLetters() {
        TestedScreen.onFx(() -> {
            var line = new TickedLine(new SimpleDoubleProperty(WIDTH), () -> {});
            line.show(false, "one.jpg", "50 kB");
            var screen = new TestedScreen(new StackPane(line), WIDTH, 200);
            screen.settle();
            double beside = top(screen, "50 kB") - top(screen, "one.jpg");
            for (int percent : List.of(300, 100, 300, 50)) {
                Appearance.dress(screen.scene(), percent);
                screen.settle();
                boolean isBelow = top(screen, "50 kB") - top(screen, "one.jpg") > beside + 1;
                assertEquals(percent == 300, isBelow, percent + " %");
            }
        });
    }

    private static double top(TestedScreen screen, String words) {
        Label label = screen.all(Label.class)
                .stream()
                .filter(each -> each.getText().replaceAll("\\p{Cf}", "").equals(words))
                .findFirst()
                .orElseThrow();
        return label.localToScene(0, 0).getY();
    }
}
