package io.landline.ui.label;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.ui.look.Appearance;
import io.landline.ui.look.Icon;
import io.landline.ui.page.TestedScreen;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kordamp.ikonli.feather.Feather;

/// A sign beside a sentence of several lines belongs to where the sentence begins.
class WrappingLabelPictureTest {
    private static final double NARROW = 160;
    private static final double WIDE = 900;
    /// A sign is a little higher than a line of letters.
    private static final double ROUNDING = 3;

    @BeforeAll
    static void startToolkit() throws Exception {
        TestedScreen.start();
    }

    @ParameterizedTest
    @ValueSource(strings = {"A program: open it only if you trust the person who sent it to you.",
            "A program 🙂: open it only if you trust the person who sent it to you.",
            "برنامج: افتحه فقط إذا كنت تثق بمن أرسله إليك على هذه الشبكة."})
    void aSignStandsAtTheFirstOfSeveralLines(String sentence) {
        TestedScreen.onFx(() -> {
            var label = new WrappingLabel(sentence);
            label.setGraphic(new Icon(Feather.ALERT_TRIANGLE));
            TestedScreen screen = shown(label, NARROW);
            double line = oneLine(sentence);
            Bounds letters = inScene(letters(label));
            assertTrue(letters.getHeight() > 2 * line, "several lines: " + letters);
            assertEquals(letters.getMinY() + line / 2, inScene(label.getGraphic()).getCenterY(), ROUNDING);
            screen.settle();
            assertEquals(letters.getMinY() + line / 2, inScene(label.getGraphic()).getCenterY(), ROUNDING,
                    "stays there");
        });
    }

    @Test
    void itGoesBackBesideOneLine() {
        TestedScreen.onFx(() -> {
            var label = new WrappingLabel("A program: open it only if you trust the person who sent it to you.");
            label.setGraphic(new Icon(Feather.ALERT_TRIANGLE));
            TestedScreen screen = shown(label, NARROW);
            label.setText("A program");
            screen.settle();
            assertEquals(inScene(letters(label)).getCenterY(), inScene(label.getGraphic()).getCenterY(), 1);
        });
    }

    @Test
    void aPictureAboveTheSentenceStaysAbove() {
        TestedScreen.onFx(() -> {
            var label = new WrappingLabel("Nothing has been written here yet. The first word is yours, as it were.");
            label.setGraphic(new Icon(Feather.MESSAGE_CIRCLE));
            label.setContentDisplay(ContentDisplay.TOP);
            shown(label, NARROW);
            assertTrue(inScene(label.getGraphic()).getMaxY() <= inScene(letters(label)).getMinY() + 1);
        });
    }

    private static TestedScreen shown(WrappingLabel label, double width) {
        label.setMaxSize(width, Region.USE_PREF_SIZE);
        var around = new StackPane(label);
        around.setAlignment(Pos.TOP_LEFT);
        var screen = new TestedScreen(around, WIDE, 400);
        Appearance.dress(screen.scene(), 100);
        screen.settle();
        return screen;
    }

    private static double oneLine(String sentence) {
        var label = new WrappingLabel(sentence);
        shown(label, WIDE);
        return letters(label).getLayoutBounds().getHeight();
    }

    private static Text letters(WrappingLabel label) {
        return label.getChildrenUnmodifiable()
                .stream()
                .filter(each -> each instanceof Text && each != label.getGraphic())
                .map(Text.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static Bounds inScene(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }
}
