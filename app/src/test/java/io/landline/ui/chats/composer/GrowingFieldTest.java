package io.landline.ui.chats.composer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.landline.ui.page.TestedScreen;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What the field makes of a text that is pasted.
class GrowingFieldTest {
    @BeforeAll
    static void startToolkit() throws Exception {
        TestedScreen.start();
    }

    private static String pasted(String text) {
        return TestedScreen.onFx(() -> {
            var field = new GrowingField();
            var content = new ClipboardContent();
            content.putString(text);
            Clipboard.getSystemClipboard().setContent(content);
            field.setText("seen: ");
            field.end();
            field.paste();
            return field.getText();
        });
    }

    @Test
    void whateverEndsALineSomewhereEndsItHere() {
        assertEquals("seen: a\nb\nc\nd\ne\nf", pasted("a\nb\r\nc\rd\u000be\ff"));
        assertEquals("seen: a\n\nb", pasted("a\r\n\r\nb"));
        assertEquals("seen: a\nb\nc", pasted("a\u2028b\u2029c"));
    }

    @Test
    void aTabStays() {
        assertEquals("seen: a\tb", pasted("a\tb"));
    }
}
