package io.landline.ui.places.sheet;

import static org.junit.jupiter.api.Assertions.assertFalse;

import io.landline.ui.chats.Fixture;
import org.junit.jupiter.api.Test;

class ConversationCommandsTest {
    private final Fixture fixture = new Fixture();

    @Test
    void whatIsChosenLastHolds() {
        fixture.chats.room("class", true, 0);
        var commands = new ConversationCommands(fixture.context);
        fixture.window.hold();
        commands.setOnTop("#class", true);
        commands.setOnTop("#class", false);
        fixture.window.goOnLastFirst();
        assertFalse(fixture.chats.list().getFirst().onTop());
    }
}
