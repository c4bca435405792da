package io.landline.ui.label;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.ui.look.Appearance;
import io.landline.ui.page.TestedScreen;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// A long name beside something short.
class ShortenedNameLabelTest {
    private static final double NARROW = 200;
    private static final double WIDE = 4_000;

    @BeforeAll
    static void startToolkit() throws Exception {
        TestedScreen.start();
    }

    @Test
    void theNameGivesWayAndNotWhatStandsBehindIt() {
        for (String letter : List.of("W", "م", "\uD83D\uDE00", "e\u0301")) {
            List<String> drawn = TestedScreen.onFx(() -> {
                var label = new ShortenedNameLabel();
                label.setMaxWidth(Double.MAX_VALUE);
                var screen = new TestedScreen(new StackPane(label), NARROW, 50);
                label.show(letter.repeat(64), name -> name + " · Today");
                screen.settle();
                String narrow = drawn(label);
                Appearance.dress(screen.scene(), 200);
                screen.settle();
                String large = drawn(label);
                screen.size(WIDE, 50);
                return List.of(narrow, large, label.said(), label.getAccessibleText());
            });
            String whole = letter.repeat(64) + " · Today";
            for (String each : drawn.subList(0, 2)) {
                assertTrue(each.endsWith("… · Today") && each.length() < whole.length(), each);
            }
            assertEquals(List.of(whole, whole), drawn.subList(2, 4));
        }
    }

    private static String drawn(Label label) {
        return label.getChildrenUnmodifiable()
                .stream()
                .filter(Text.class::isInstance)
                .map(each -> ((Text) each).getText())
                .findFirst()
                .orElseThrow();
    }
}
