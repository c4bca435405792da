package io.landline.ui.chats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.ui.chats.list.ListRow;
import javafx.scene.Node;
import javafx.scene.control.ListCell;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.Test;

/// The mouse on a row of the list.
class RowMouseTest extends ChatsPageScreen {
    @Override
    String fill() {
        fixture.chats.room("class", false, 0);
        fixture.chats.room("club", false, 3);
        return "#class";
    }

    private Node row(String key) {
        return lookup(".chats-row").<Node>queryAll()
                .stream()
                .filter(each -> each instanceof ListCell<?> cell && cell.getItem() instanceof ListRow.Talk talk
                        && talk.of().key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    /// Else what is new there would be read before anybody chose *Mark as read*, or *Leave*.
    @Test
    void theRightButtonOpensTheMenuAndNotTheConversation() {
        clickOn(row("#club"), MouseButton.SECONDARY);
        assertEquals("#class", page.open().get());
        closeMenus();
        clickOn(row("#club"));
        assertEquals("#club", page.open().get());
    }

    @Test
    void aClickOnTheOpenConversationPutsTheCaretIntoTheMessage() {
        interact(() -> node("chat-list").requestFocus());
        clickOn(row("#class"));
        assertTrue(node("composer").isFocused());
    }
}
