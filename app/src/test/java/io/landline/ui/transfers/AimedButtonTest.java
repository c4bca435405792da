package io.landline.ui.transfers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.landline.ui.page.TestedScreen;
import java.util.ArrayList;
import java.util.List;
import javafx.event.EventType;
import javafx.scene.control.Button;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class AimedButtonTest {
    private final List<String> told = new ArrayList<>();
    private String shown = "one";

    @BeforeAll
    static void startToolkit() throws Exception {
        TestedScreen.start();
    }

    private static void click(Button on, int count) {
        for (EventType<MouseEvent> type : List.of(MouseEvent.MOUSE_PRESSED, MouseEvent.MOUSE_RELEASED)) {
            on.fireEvent(new MouseEvent(type, 1, 1, 1, 1, MouseButton.PRIMARY, count, false, false, false, false, true,
                    false, false, false, false, true, null));
        }
    }

    private Button button() {
        return new AimedButton<>("Cancel", () -> shown, told::add);
    }

    /// A row that goes brings the next one under the mouse: in its card, or in another one.
    @Test
    void theSecondHalfOfADoubleClickDoesNothingToWhatCameUnderTheMouse() {
        TestedScreen.onFx(() -> {
            Button cancel = button();
            Button other = button();
            new TestedScreen(new HBox(cancel, other), 600, 300);
            click(cancel, 1);
            shown = "two";
            click(cancel, 2);
            click(cancel, 1);
            shown = "three";
            click(other, 2);
            assertEquals(List.of("one", "two"), told);
        });
    }

    @Test
    void quickClicksOnButtonsOfTheSameRowAllCount() {
        TestedScreen.onFx(() -> {
            Button pause = button();
            Button resume = button();
            new TestedScreen(new HBox(pause, resume), 600, 300);
            click(pause, 1);
            click(resume, 2);
            click(pause, 3);
            assertEquals(List.of("one", "one", "one"), told);
        });
    }
}
