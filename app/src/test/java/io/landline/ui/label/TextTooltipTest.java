package io.landline.ui.label;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.ui.look.Appearance;
import io.landline.ui.page.TestedScreen;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TextTooltipTest {
    private static final String PARTY = "\uD83C\uDF89";
    private static final double WIDTH_MAX = 480;
    private static final double LINE = 16;
    /// Of two lines, with what is around them.
    private static final double HEIGHT_MAX = 5 * LINE;

    @BeforeAll
    static void startToolkit() throws Exception {
        TestedScreen.start();
    }

    private static String names(String name) {
        return String.join(", ", IntStream.range(0, 40).mapToObj(i -> name + " " + i).toList());
    }

    private static void shown(TextTooltip tooltip, Consumer<TextTooltip> check) {
        TestedScreen.onFx(() -> {
            var scene = new Scene(new Label("class"), 300, 200);
            Appearance.dress(scene, 100);
            var stage = new Stage();
            stage.setScene(scene);
            stage.show();
            try {
                tooltip.show(stage);
                check.accept(tooltip);
            } finally {
                tooltip.hide();
                stage.close();
            }
        });
    }

    @Test
    void manyNamesWrapInAnyLanguage() {
        for (String name : List.of("Pupil", "Zoë " + PARTY, "\u0623\u062d\u0645\u062f", "\u05d3\u05e0\u05d4")) {
            shown(TestedScreen.onFx(() -> new TextTooltip(names(name))), tooltip -> {
                assertTrue(tooltip.getWidth() < WIDTH_MAX, () -> name + " is wide: " + tooltip.getWidth());
                assertTrue(tooltip.getHeight() > 2 * LINE, () -> name + " is high: " + tooltip.getHeight());
            });
        }
    }

    @Test
    void eachLineHasItsEmojiAndWhatIsSaidAnewWhileItIsShownIsSeen() {
        shown(TestedScreen.onFx(() -> new TextTooltip("here: Ada " + PARTY + "\naway: Bob")), tooltip -> {
            assertEquals(2, tooltip.getGraphic().lookupAll(".label").size());
            tooltip.getGraphic().getScene().getRoot().layout();
            assertEquals(1, tooltip.getGraphic().lookupAll("ImageView").size());
            tooltip.setText("here: Ada");
            assertEquals(1, tooltip.getGraphic().lookupAll(".label").size());
        });
    }

    @Test
    void aShortOneIsAsWideAsItsWords() {
        shown(TestedScreen.onFx(() -> new TextTooltip("Search")),
                tooltip -> assertTrue(tooltip.getWidth() < WIDTH_MAX / 4, () -> "wide: " + tooltip.getWidth()));
    }

    /// Also when it is shown again, and of text that the program breaks itself.
    @Test
    void eachIsAsHighAsItsLines() {
        for (String text : List.of("Search in this conversation", "away: Bob " + PARTY, "\u0623\u062d\u0645\u062f")) {
            TextTooltip tooltip = TestedScreen.onFx(() -> new TextTooltip(text + "\n" + text));
            for (int i = 0; i < 2; i++) {
                shown(tooltip, each -> assertTrue(each.getHeight() < HEIGHT_MAX, () -> text + ": " + each.getHeight()));
            }
        }
    }
}
