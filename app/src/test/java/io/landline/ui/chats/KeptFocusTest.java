package io.landline.ui.chats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/// Where the keyboard is after the mouse pressed a button.
class KeptFocusTest extends ChatsPageScreen {
    @Override
    String fill() {
        fixture.chats.room("class", true, 0);
        fixture.roster.member(Fixture.MAX, "Max", true, "#class");
        fixture.chats.text("#class", 1, Fixture.MAX, "from Max");
        return "#class";
    }

    private TextInputControl field(String id) {
        return (TextInputControl) node(id);
    }

    @Test
    void aMenuOpenedByTheMouseLeavesTheKeyboardInTheMessage() {
        write("half a mess");
        clickOn("#conversation-menu");
        assertEquals(1, menus().size());
        type(KeyCode.ESCAPE);
        assertEquals(0, menus().size());
        assertTrue(node("composer").isFocused());
        write("age");
        assertEquals("half a message", field("composer").getText());
        assertFalse(node("conversation-menu").isFocused());
    }

    @Test
    void theCaretStaysWhereItWas() {
        write("one three");
        interact(() -> field("composer").positionCaret(4));
        clickOn("#conversation-menu");
        closeMenus();
        write("two ");
        assertEquals("one two three", field("composer").getText());
    }

    /// Else Enter would press the button again, and the letters of the search would be chosen and typed over.
    @Test
    void theFieldOfTheListKeepsTheKeyboardAndItsLetters() {
        clickOn("#chat-filter");
        write("cl");
        clickOn("#conversation-menu");
        closeMenus();
        assertTrue(node("chat-filter").isFocused());
        write("a");
        assertEquals("cla", field("chat-filter").getText());
    }

    @Test
    void aButtonThatMovesTheKeyboardItselfStillDoes() {
        clickOn("#search");
        assertTrue(node("search-words").isFocused());
    }

    @Test
    void aButtonToWhichTheKeyboardWentKeepsIt() {
        Node menu = node("conversation-menu");
        interact(menu::requestFocus);
        type(KeyCode.SPACE);
        assertEquals(1, menus().size());
        closeMenus();
        assertTrue(menu.isFocused());
        clickOn(menu);
        closeMenus();
        assertTrue(menu.isFocused());
    }
}
