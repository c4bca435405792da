package io.landline.ui.chats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.ui.page.Shortcut;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/// Escape in the field of the list in which nothing is typed leads back to where one was.
class EmptySearchTest extends ChatsPageScreen {
    @Override
    String fill() {
        fixture.chats.room("class", true, 0);
        fixture.roster.member(Fixture.MAX, "Max", true, "#class");
        fixture.chats.text("#class", 1, Fixture.MAX, "Hello");
        return "#class";
    }

    private void search() {
        interact(() -> page.act(Shortcut.SEARCH_ALL));
        assertTrue(node("chat-filter").isFocused());
    }

    @Test
    void escapeLeadsBackToTheFieldOfTheOpenConversation() {
        search();
        type(KeyCode.ESCAPE);
        assertTrue(node("composer").isFocused());
    }

    @Test
    void whatIsTypedGoesFirst() {
        search();
        write("he").type(KeyCode.ESCAPE);
        Node field = node("chat-filter");
        assertEquals("", ((TextInputControl) field).getText());
        assertTrue(field.isFocused());
        type(KeyCode.ESCAPE);
        assertTrue(node("composer").isFocused());
    }
}
