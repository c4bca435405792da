package io.landline.ui.chats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.fixture.PlainRecords;
import io.landline.node.port.Chats.Conversation;
import io.landline.node.port.Contacts.Trait;
import io.landline.ui.chats.header.ConversationHeader.Chip;
import io.landline.ui.chats.list.ListRow;
import io.landline.ui.chats.menu.ConversationMenu;
import io.landline.ui.chats.menu.MenuSubject;
import io.landline.ui.chats.menu.MenuSubject.Person;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RowActionsTest {
    private final Fixture fixture = new Fixture();

    private ChatsViewModel shown() {
        return fixture.freshPage();
    }

    @BeforeEach
    void meet() {
        fixture.chats.room("class", true, 0);
        fixture.roster.member(Fixture.MAX, "Max", true, "#class");
        fixture.roster.stranger(FakeChats.peer(20), "Kim");
        fixture.roster.contacts.add(PlainRecords.contact(FakeChats.peer(3), "Eve", Set.of(Trait.MEMBER, Trait.BLOCKED),
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
    void aRowsMenuIsAboutItsConversationAndThePersonThere() {
        ListRow room = row(shown(), "talk #class");
        assertEquals(new MenuSubject(fixture.chats.conversations.getFirst(), null), RowActions.subject(room));
        assertEquals(new MenuSubject(null, new Person(Fixture.MAX, "\u200EMax\u200E", false)),
                RowActions.subject(row(shown(), "member " + Fixture.MAX.hex())));
        Conversation direct = fixture.chats.direct(Fixture.MAX, "Max", 0);
        assertEquals(direct, RowActions.subject(row(shown(), "talk " + Fixture.MAX.hex())).of());
        assertNull(RowActions.subject(row(shown(), "heading PEOPLE")));
    }

    /// The items of the open conversation's menu.
    private List<MenuItem> menu(ChatsViewModel model) {
        return new ConversationMenu(fixture.chatsContext(FakeChats.START), model::refresh)
                .items(Objects.requireNonNull(model.subject()), new Region());
    }

    private static List<String> ids(List<MenuItem> menu) {
        return menu.stream().map(MenuItem::getId).toList();
    }

    private static void choose(List<MenuItem> menu, String id) {
        for (MenuItem each : menu) {
            if (each instanceof Menu inner) choose(inner.getItems(), id);
            if (id.equals(each.getId())) each.getOnAction().handle(null);
        }
    }

    @Test
    void eachRowOffersWhatCanBeDoneThere() {
        fixture.chats.direct(Fixture.MAX, "Max", 2);
        ChatsViewModel model = shown();
        model.open("#class");
        assertEquals(List.of("about-room", "mark-unread", "on-top", "archive", "mute", "room-shelves", "export",
                "leave-room"),
                ids(menu(model)));
        choose(menu(model), "about-room");
        model.open(Fixture.MAX.hex());
        assertEquals(List.of("about-person", "mark-read", "on-top", "archive", "mute", "export", "person-block"),
                ids(menu(model)));
        choose(menu(model), "about-person");
        model.open(FakeChats.peer(20).hex());
        assertEquals(List.of("about-person", "person-block"), ids(menu(model)), "nothing was said there");
        assertEquals(List.of("room #class", "person " + Fixture.MAX), fixture.window.told);
    }

    @Test
    void whatIsMutedIsSeenInTheListAndAboveTheConversation() {
        ChatsViewModel model = shown();
        model.open("#class");
        assertFalse(model.head().get().chips().contains(Chip.MUTED));
        choose(menu(model), "mute-hour");
        assertEquals(List.of("#class HOUR"), fixture.chats.muted);
        assertTrue(RowActions.subject(row(model, "talk #class")).of().muted());
        assertTrue(model.head().get().chips().contains(Chip.MUTED));
        assertEquals(FakeChats.MUTE_END, model.head().get().mutedUntil());
        choose(menu(model), "unmute");
        assertNull(model.head().get().mutedUntil());
        choose(menu(model), "mute-but-mentions");
        assertTrue(model.head().get().chips().contains(Chip.MENTIONS_ONLY));
        assertFalse(model.head().get().chips().contains(Chip.MUTED));
        choose(menu(model), "mute-hour");
        assertTrue(model.head().get().chips().contains(Chip.MUTED), "it may be muted wholly at once");
        choose(menu(model), "unmute");
        assertEquals("#class no more", fixture.chats.muted.getLast());
        assertFalse(model.head().get().chips().contains(Chip.MUTED));
    }

    @Test
    void thatTheOpenConversationIsArchivedIsSeenAboveIt() {
        ChatsViewModel model = shown();
        fixture.chats.direct(Fixture.MAX, "Max", 0);
        for (String each : List.of("#class", Fixture.MAX.hex())) {
            model.open(each);
            assertFalse(model.head().get().chips().contains(Chip.ARCHIVED), each);
            choose(menu(model), "archive");
            assertTrue(model.head().get().chips().contains(Chip.ARCHIVED), each);
            choose(menu(model), "mute-hour");
            assertTrue(model.head().get().chips().containsAll(List.of(Chip.ARCHIVED, Chip.MUTED)), each);
            choose(menu(model), "archive-end");
            assertFalse(model.head().get().chips().contains(Chip.ARCHIVED), each);
        }
    }

    @Test
    void whatIsKeptOnTopStandsFirstUntilItIsTakenBack() {
        fixture.chats.room("last", true, 0);
        ChatsViewModel model = shown();
        model.open("#last");
        choose(menu(model), "on-top");
        assertEquals("#last", model.rows().get(1).conversation());
        choose(menu(model), "on-top-end");
        assertEquals("#class", model.rows().get(1).conversation());
    }

    @Test
    void aConversationIsMarkedAsReadWithoutLookingAtIt() {
        fixture.chats.direct(Fixture.MAX, "Max", 2);
        fixture.chats.text(Fixture.MAX.hex(), 4, Fixture.MAX, "hello");
        ChatsViewModel model = shown();
        model.open(Fixture.MAX.hex());
        choose(menu(model), "mark-read");
        assertEquals(List.of(4L), fixture.chats.read);
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
