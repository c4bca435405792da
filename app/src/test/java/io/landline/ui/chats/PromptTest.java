package io.landline.ui.chats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.peer.Fingerprint;
import javafx.scene.control.TextArea;
import org.junit.jupiter.api.Test;

/// What an empty composer asks for.
class PromptTest extends ChatsPageScreen {
    private static final Fingerprint ADA = FakeChats.peer(2);

    @Override
    String fill() {
        fixture.chats.room("class", true, 0);
        fixture.chats.direct(Fixture.MAX, "Max", 0);
        fixture.chats.direct(ADA, "Ada \uD83C\uDF93", 0);
        fixture.roster.member(Fixture.MAX, "Max", true, "#class");
        fixture.roster.member(ADA, "Ada \uD83C\uDF93", true, "#class");
        return Fixture.MAX.hex();
    }

    @Test
    void aNameThatTheFieldWouldDrawAsBoxesIsLeftOut() {
        TextArea field = lookup("#composer").query();
        assertTrue(field.getPromptText().contains("Max"), field.getPromptText());
        interact(() -> page.open(ADA.hex()));
        assertEquals("Write a message", field.getPromptText());
        assertTrue(field.getAccessibleText().contains("Ada \uD83C\uDF93"), field.getAccessibleText());
    }
}
