package io.landline.ui.chats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.node.port.Contacts.Contact;
import io.landline.node.port.Contacts.Trait;
import io.landline.ui.chats.ConversationHeader.Chip;
import io.landline.ui.chats.ConversationMenu.Subject;
import io.landline.ui.chats.PersonMenu.Person;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
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
        return RowActions.takesFiles(row(model, id));
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
    void roomsCanBeMutedAndPeopleOnceThereIsAConversation() {
        ListRow room = row(shown(), "talk #class");
        assertEquals(new Subject("#class", false, null), RowActions.subject(room));
        assertEquals(new Subject(null, false, new Person(Fixture.MAX, "\u200EMax\u200E", false)),
                RowActions.subject(row(shown(), "member " + Fixture.MAX.hex())));
        fixture.chats.direct(Fixture.MAX, "Max", 0);
        assertEquals(Fixture.MAX.hex(), RowActions.subject(row(shown(), "talk " + Fixture.MAX.hex())).key());
        assertNull(RowActions.subject(row(shown(), "heading PEOPLE")));
    }

    @Test
    void whatIsMutedIsSeenInTheListAndAboveTheConversation() {
        ChatsViewModel model = shown();
        model.open("#class");
        assertFalse(model.head().get().chips().contains(Chip.MUTED));
        MenuItem hour = ((Menu) menu().of("#class", false)).getItems().getFirst();
        hour.getOnAction().handle(null);
        assertEquals(List.of("#class HOUR"), fixture.chats.muted);
        assertTrue(RowActions.subject(row(model, "talk #class")).muted());
        assertTrue(model.head().get().chips().contains(Chip.MUTED));
        menu().of("#class", true).getOnAction().handle(null);
        assertEquals("#class no more", fixture.chats.muted.getLast());
        assertFalse(model.head().get().chips().contains(Chip.MUTED));
    }

    private MuteMenu menu() {
        return new MuteMenu(fixture.chatsContext(FakeChats.START));
    }

    private static ListRow row(ChatsViewModel model, String id) {
        return model.rows().stream().filter(row -> row.id().equals(id)).findFirst().orElseThrow();
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
