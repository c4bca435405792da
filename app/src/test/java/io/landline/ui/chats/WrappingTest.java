package io.landline.ui.chats;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.landline.ui.page.TestedScreen;
import javafx.event.Event;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;

/// Letters of the composer become bold, italic or code by keys.
class WrappingTest extends OpenRoom {
    /// What stands there afterwards, with the selection in brackets.
    private String after(String text, int from, int to, KeyCode... keys) {
        return TestedScreen.onFx(() -> {
            TextArea field = chats.composer();
            field.setText(text);
            field.selectRange(from, to);
            for (KeyCode key : keys) {
                Event.fireEvent(field, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, true, false, false));
            }
            var shown = new StringBuilder(field.getText());
            shown.insert(field.getSelection().getEnd(), "]").insert(field.getSelection().getStart(), "[");
            return shown.toString();
        });
    }

    @Test
    void theSelectedLettersGetTheSignsAndStaySelected() {
        assertEquals("a **[b]** c", after("a b c", 2, 3, KeyCode.B));
        assertEquals("a *[b]* c", after("a b c", 2, 3, KeyCode.I));
        assertEquals("a `[b]` c", after("a b c", 2, 3, KeyCode.E));
    }

    @Test
    void theSameKeyTakesThemAway() {
        assertEquals("a [b] c", after("a b c", 2, 3, KeyCode.B, KeyCode.B));
        assertEquals("a [b] c", after("a b c", 2, 3, KeyCode.I, KeyCode.I));
    }

    @Test
    void boldAndItalicGoTogether() {
        assertEquals("***[b]***", after("b", 0, 1, KeyCode.B, KeyCode.I));
        assertEquals("**[b]**", after("b", 0, 1, KeyCode.B, KeyCode.I, KeyCode.I));
    }

    @Test
    void withoutASelectionOneTypesBetweenThem() {
        assertEquals("a **[]**", after("a ", 2, 2, KeyCode.B));
    }

    @Test
    void itIsUndoneInOneStep() {
        assertEquals("a b c", after("a b c", 2, 3, KeyCode.B, KeyCode.Z).replaceAll("[\\[\\]]", ""));
    }
}
