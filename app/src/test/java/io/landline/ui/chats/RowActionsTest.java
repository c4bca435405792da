package io.landline.ui.chats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.node.port.Contacts.Contact;
import io.landline.node.port.Contacts.Trait;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RowActionsTest {
    private final Fixture fixture = new Fixture();

    private ChatsViewModel shown() {
        return new ChatsViewModel(fixture.context, Fixture.moments());
    }

    @BeforeEach
    void meet() {
        fixture.chats.room("class", true, 0);
        fixture.roster.member(Fixture.MAX, "Max", true, "#class");
        fixture.roster.stranger(FakeChats.peer(20), "Kim");
        fixture.roster.contacts.add(new Contact(FakeChats.peer(3), "Eve", Set.of(Trait.MEMBER, Trait.BLOCKED),
                List.of("#class"), List.of(), List.of()));
    }

    private static boolean takes(ChatsViewModel model, String id) {
        return RowActions
                .takesFiles(model.rows().stream().filter(row -> row.id().equals(id)).findFirst().orElseThrow());
    }

    @Test
    void filesMayBeDroppedOnRoomsAndTheirMembersAlone() {
        ChatsViewModel model = shown();
        assertTrue(takes(model, "talk #class"));
        assertTrue(takes(model, "member " + Fixture.MAX.hex()));
        assertFalse(takes(model, "stranger " + FakeChats.peer(20).hex()));
        assertFalse(takes(model, "member " + FakeChats.peer(3).hex()));
        assertFalse(takes(model, "heading PEOPLE"));
        assertFalse(RowActions.takesFiles(null));
    }

    @Test
    void whatIsDroppedOnAPersonIsOfferedThereAndThatConversationOpens() {
        fixture.chats.items.put(Fixture.MAX.hex(), new ArrayList<>());
        ChatsViewModel model = shown();
        model.offer(Fixture.MAX.hex(), List.of(Path.of("/a.txt")));
        assertEquals(List.of(Fixture.MAX.hex() + " [/a.txt]"), fixture.chats.offered);
        assertEquals(Fixture.MAX.hex(), model.head().get().key());
    }
}
