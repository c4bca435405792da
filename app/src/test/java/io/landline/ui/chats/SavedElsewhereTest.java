package io.landline.ui.chats;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.node.port.TimelineItem;
import org.junit.jupiter.api.Test;

class SavedElsewhereTest {
    private final Fixture fixture = new Fixture();

    /// As by a command: no event tells of it.
    @Test
    void whatAnotherProgramSavedIsThereWhenThePageIsShownAgain() {
        fixture.chats.room("class", true, 0);
        TimelineItem item = fixture.chats.text("#class", 1, Fixture.MAX, "hello");
        try (var model = fixture.freshPage()) {
            fixture.chats.notes.saved.add(item.id());
            model.refresh();
            assertTrue(model.saved().has(item.id()));
        }
    }
}
