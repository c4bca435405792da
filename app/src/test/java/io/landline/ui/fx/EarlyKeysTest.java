package io.landline.ui.fx;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.landline.ui.page.TestedScreen;
import java.util.concurrent.TimeoutException;
import javafx.scene.Scene;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Keys that come before the first pulse of a new field.
class EarlyKeysTest {
    @BeforeAll
    static void start() throws TimeoutException {
        TestedScreen.start();
    }

    @Test
    void theFirstLettersAreNotLost() {
        String text = TestedScreen.onFx(() -> {
            var root = new StackPane();
            var scene = new Scene(root);
            EarlyKeys.in(scene);
            var field = new TextField();
            root.getChildren().add(field);
            field.requestFocus();
            for (String letter : new String[]{"a", "b"}) {
                scene.getFocusOwner()
                        .fireEvent(new KeyEvent(KeyEvent.KEY_TYPED, letter, letter, KeyCode.UNDEFINED, false, false,
                                false, false));
            }
            return field.getText();
        });
        assertEquals("ab", text);
    }
}
