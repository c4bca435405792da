package io.landline.ui.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.landline.language.Language;
import io.landline.ui.look.Appearance;
import io.landline.ui.page.TestedScreen;
import io.landline.ui.welcome.FakeNode;
import io.landline.ui.welcome.FakeWindow;
import javafx.geometry.Point2D;
import javafx.scene.control.Button;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Who wants much larger letters presses the same button again and again.
class ZoomButtonsTest {
    @BeforeAll
    static void startToolkit() throws Exception {
        TestedScreen.start();
    }

    private static Point2D middle(Button button) {
        return button.localToScene(button.getWidth() / 2, button.getHeight() / 2);
    }

    @ParameterizedTest
    @CsvSource({"zoom-in, 1400", "zoom-in, 600", "zoom-out, 1400"})
    void theButtonStaysUnderTheMouseThatPressedIt(String id, double width) {
        TestedScreen.onFx(() -> {
            var preferences = new FakePreferences(Language.ENGLISH);
            var page = new SettingsPage(new FakeWindow().context(new FakeNode()), preferences);
            var screen = new TestedScreen(page.view(), width, 500);
            preferences.zoomPercent().subscribe(percent -> Appearance.dress(screen.scene(), percent.intValue()));
            Button button = (Button) screen.scene().lookup("#" + id);
            Point2D before = middle(button);
            for (int i = 0; i < 2; i++) {
                button.fireEvent(new MouseEvent(MouseEvent.MOUSE_PRESSED, 1, 1, 1, 1, MouseButton.PRIMARY, 1, false,
                        false, false, false, true, false, false, false, false, true, null));
                button.fire();
                screen.settle();
                Point2D after = middle(button);
                assertEquals(before.getX(), after.getX(), button.getWidth() / 4);
            }
        });
    }
}
