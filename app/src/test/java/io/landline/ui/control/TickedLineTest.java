package io.landline.ui.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.ui.look.Appearance;
import io.landline.ui.page.TestedScreen;
import java.util.List;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
            line.show(true, "one", "50 kB");
            var screen = new TestedScreen(new StackPane(line), WIDTH, 200);
            screen.settle();
            double beside = top(screen, "50 kB") - top(screen, "one");
            for (int percent : List.of(300, 100, 300, 50)) {
                Appearance.dress(screen.scene(), percent);
                screen.settle();
                boolean isBelow = top(screen, "50 kB") - top(screen, "one") > beside + 1;
                assertEquals(percent == 300, isBelow, percent + " %");
            }
        });
    }

    /// Else a program could pass for a picture: what stands behind a long name would be cut.
    @ParameterizedTest
    @ValueSource(doubles = {200, 300, 500})
    void h41_theTrueExtensionOfALongNameIsSeenWhole(double width) {
        TestedScreen.onFx(() -> {
            var line = new TickedLine(new SimpleDoubleProperty(width), () -> {});
            line.show(false, "holiday.jpg" + " in the mountains".repeat(6) + ".exe", "50 kB");
            var screen = new TestedScreen(new StackPane(line), width, 200);
            screen.settle();
            Label extension = label(screen, ".exe");
            assertFalse(extension.isTextTruncated());
            double end = line.localToScene(line.getLayoutBounds()).getMaxX();
            assertTrue(extension.localToScene(extension.getLayoutBounds()).getMaxX() <= end, "it is in the line");
            assertTrue(line.said().replaceAll("\\p{Cf}", "").endsWith("mountains.exe"), line.said());
        });
    }

    @Test
    void theNameOfAFolderAndASentenceHaveNoExtension() {
        TestedScreen.onFx(() -> {
            var line = new TickedLine(new SimpleDoubleProperty(WIDTH), () -> {});
            var screen = new TestedScreen(new StackPane(line), WIDTH, 200);
            line.show(false, "one.jpg", "50 kB");
            line.show(true, "my.files", "");
            screen.settle();
            label(screen, "my.files");
            line.showSentence("and 3 more.");
            screen.settle();
            label(screen, "and 3 more.");
        });
    }

    private static double top(TestedScreen screen, String words) {
        return label(screen, words).localToScene(0, 0).getY();
    }

    private static Label label(TestedScreen screen, String words) {
        return screen.all(Label.class)
                .stream()
                .filter(each -> each.getText().replaceAll("\\p{Cf}", "").equals(words))
                .findFirst()
                .orElseThrow();
    }
}
