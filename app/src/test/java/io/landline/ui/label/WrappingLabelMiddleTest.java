package io.landline.ui.label;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.landline.ui.look.Appearance;
import io.landline.ui.page.TestedScreen;
import javafx.geometry.Bounds;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A sentence in the middle of an empty page, in a box that has more room than the sentence needs.
class WrappingLabelMiddleTest {
    private static final double WIDTH = 600;
    private static final double BOX = 420;
    private static final double ROUNDING = 4;

    @BeforeAll
    static void startToolkit() throws Exception {
        TestedScreen.start();
    }

    @ParameterizedTest
    @ValueSource(strings = {"لم يُكتب هنا شيء بعد. الكلمة الأولى لك.", "Nothing has been written here yet.",
            "Nothing is here 🙂"})
    void whatIsToStandInTheMiddleDoesInEveryLanguage(String sentence) {
        for (boolean isMirrored : new boolean[]{false, true}) {
            TestedScreen.onFx(() -> {
                var label = new WrappingLabel(sentence);
                label.setTextAlignment(TextAlignment.CENTER);
                label.setMaxWidth(BOX);
                var screen = new TestedScreen(new StackPane(label), WIDTH, 300);
                Appearance.mirror(screen.scene(), isMirrored);
                Appearance.dress(screen.scene(), 100);
                screen.settle();
                Text text = screen.all(Text.class).getFirst();
                Bounds place = text.localToScene(text.getLayoutBounds());
                assertEquals(WIDTH / 2, place.getCenterX(), ROUNDING, () -> "mirrored " + isMirrored + ": " + place);
            });
        }
    }
}
