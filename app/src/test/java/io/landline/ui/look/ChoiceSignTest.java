package io.landline.ui.look;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.ui.page.TestedScreen;
import java.util.Objects;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The sign of a list of choices.
class ChoiceSignTest {
    private static final double MARGIN = 7;

    @BeforeAll
    static void startToolkit() throws Exception {
        TestedScreen.start();
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 200})
    void itKeepsAwayFromTheEdgeAtEachSize(int percent) {
        TestedScreen.onFx(() -> {
            var box = new ComboBox<String>();
            box.getItems().add("UDP echo");
            box.setValue("UDP echo");
            var screen = new TestedScreen(new VBox(box), 600, 300);
            Appearance.dress(screen.scene(), percent);
            screen.settle();
            var button = (Region) Objects.requireNonNull(box.lookup(".arrow-button"));
            var sign = (Region) Objects.requireNonNull(box.lookup(".arrow"));
            assertTrue(sign.getWidth() > 0);
            assertEquals(MARGIN, sign.getLayoutX(), 1);
            assertEquals(MARGIN, button.getWidth() - sign.getLayoutX() - sign.getWidth(), 1);
            assertEquals(box.getHeight() / 2, sign.getLayoutY() + sign.getHeight() / 2 + button.getLayoutY(), 1);
        });
    }
}
