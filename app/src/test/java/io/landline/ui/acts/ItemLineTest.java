package io.landline.ui.acts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.landline.ui.chats.FakeChats;
import io.landline.ui.welcome.FakeNode;
import io.landline.ui.welcome.FakeWindow;
import org.junit.jupiter.api.Test;

class ItemLineTest {
    @Test
    void aMessageStandsWithoutItsMarkup() {
        var node = new FakeNode();
        node.chats.room("class", true, 0);
        ItemLine line = ItemLine.of(new FakeWindow().context(node));
        assertEquals("Bring your atlas",
                line.words(node.chats.text("#class", 1, FakeChats.peer(1), "Bring your **atlas**"))
                        .replaceAll("[\u200E\u2068\u2069]", ""));
    }
}
