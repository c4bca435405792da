package io.landline.ui.label;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.ui.page.TestedScreen;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.geometry.NodeOrientation;
import javafx.scene.control.Labeled;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// All words of a box that is ticked or chosen can be read, however narrow the window is.
class WrappingCheckBoxTest {
    private static final List<Integer> WIDTHS = List.of(200, 700, 260);

    @BeforeAll
    static void startToolkit() throws Exception {
        TestedScreen.start();
    }

    private static String letters(String text) {
        return text.replaceAll("\\s", "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"أرني متى كنت هنا آخر مرة، وللآخرين أيضًا متى كنتُ أنا هنا",
            "Show when somebody was here last, and"
                    + " tell others when I was here"})
    void nothingOfItsWordsIsCut(String sentence) {
        TestedScreen.onFx(() -> {
            for (Labeled box : List.of(new WrappingCheckBox("box", sentence),
                    new WrappingRadioButton("box", sentence)))
                isWhole(box, sentence);
        });
    }

    private static void isWhole(Labeled box, String sentence) {
        var column = new VBox(box);
        var screen = new TestedScreen(column, WIDTHS.getFirst(), 300);
        for (NodeOrientation direction : NodeOrientation.values()) {
            screen.scene().setNodeOrientation(direction);
            for (int width : WIDTHS) {
                screen.size(width, 300);
                Text drawn = screen.all(Text.class).getFirst();
                assertEquals(letters(sentence), letters(drawn.getText()));
                Bounds words = column.sceneToLocal(drawn.localToScene(drawn.getLayoutBounds()));
                assertTrue(words.getMinX() >= 0 && words.getMaxX() <= width, () -> width + ": " + words);
                assertTrue(words.getMaxY() <= box.getLayoutY() + box.getHeight() + 1, () -> width + ": " + words);
                boolean isWide = width == 700;
                assertEquals(isWide, box.getHeight() < 2 * box.getFont().getSize(), () -> width + ": "
                        + box.getHeight());
            }
        }
    }
}
