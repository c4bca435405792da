package io.landline.ui.jump;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.landline.ui.hostile.Stranger;
import io.landline.ui.page.TestedScreen;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;

class JumpPanelTest {
    @Test
    void enterGoesToWhatTheArrowsChose() throws Exception {
        TestedScreen.start();
        TestedScreen.onFx(() -> {
            var chosen = new ArrayList<String>();
            var page = new JumpTarget(JumpTarget.Kind.PAGE, "lab", "Lab");
            var panel = new JumpPanel(Stranger.named("Max").context(), List.of(page),
                    target -> chosen.add(target.key()));
            var screen = new TestedScreen(panel.view(), 500, 400);
            panel.shown();
            TextField field = screen.all(TextField.class).getFirst();
            press(field, KeyCode.ENTER);
            press(field, KeyCode.DOWN);
            press(field, KeyCode.ENTER);
            field.setText("cla");
            press(field, KeyCode.ENTER);
            assertEquals(List.of(Stranger.ROOM, Stranger.PEER.hex(), Stranger.ROOM), chosen);
            field.setText("lab");
            press(field, KeyCode.ENTER);
            assertEquals("lab", chosen.getLast());
            panel.close();
        });
    }

    private static void press(TextField field, KeyCode code) {
        field.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
    }
}
