package io.landline.ui.chats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.ui.page.TestedScreen;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The field has the keyboard nearly always, so keys for the messages are pressed there.
class EndKeyTest {
    private static final int WIDTH = 800;
    private static final int HEIGHT = 600;
    private static final int ENTRIES = 80;

    private ShownChats chats;

    @BeforeAll
    static void startToolkit() throws Exception {
        TestedScreen.start();
    }

    @BeforeEach
    void open() {
        chats = ShownChats.of(WIDTH, HEIGHT, said -> {
            for (int lamport = 1; lamport <= ENTRIES; lamport++) {
                said.text(ShownChats.OPEN, lamport, Fixture.MAX, "entry " + lamport);
            }
        });
        press(KeyCode.PAGE_UP);
        press(KeyCode.PAGE_UP);
        assertTrue(newestInSight() < ENTRIES, "scrolled up to " + newestInSight());
    }

    @AfterEach
    void close() {
        chats.close();
    }

    private void press(KeyCode key) {
        TestedScreen.onFx(() -> {
            TextArea field = chats.composer();
            field.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false));
        });
        chats.settle();
        chats.settle();
    }

    private long newestInSight() {
        return chats.timesInSight().getLast();
    }

    @Test
    void inAnEmptyFieldItLeadsToTheNewestMessage() {
        press(KeyCode.END);
        assertEquals(ENTRIES, newestInSight());
    }

    @Test
    void inATextItLeadsToTheEndOfItsLine() {
        TestedScreen.onFx(() -> {
            chats.composer().setText("some words");
            chats.composer().positionCaret(0);
        });
        long before = newestInSight();
        press(KeyCode.END);
        assertEquals(before, newestInSight());
        assertEquals("some words".length(), TestedScreen.onFx(() -> chats.composer().getCaretPosition()));
    }
}
