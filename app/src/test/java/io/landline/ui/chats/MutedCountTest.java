package io.landline.ui.chats;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.landline.fixture.PlainRecords;
import io.landline.node.port.Chats.Choice;
import io.landline.node.port.Chats.Kind;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What is new in muted conversations, in the number that is seen outside of the list.
class MutedCountTest {
    private final Fixture fixture = new Fixture();

    @Test
    void itCountsWhereTheUserWantsThatAtOnceAndForWhatComesLater() {
        fixture.chats.room("class", true, 3);
        fixture.chats
                .add(PlainRecords.conversation("#loud", Kind.ROOM, "loud", null, true, 4, Set.of(Choice.MUTED), null));
        try (ChatsViewModel model = fixture.freshPage()) {
            assertEquals(3, model.unread().get());
            model.countMuted(true);
            assertEquals(7, model.unread().get());
            fixture.chats.room("later", true, 1);
            model.refresh();
            assertEquals(8, model.unread().get());
            model.countMuted(false);
            assertEquals(4, model.unread().get());
        }
    }
}
