package io.landline.ui.chats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.fixture.PlainRecords;
import io.landline.node.port.Chats.Choice;
import io.landline.node.port.Chats.Kind;
import io.landline.node.port.NewestEntry;
import io.landline.ui.chats.list.ListRow;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What moves while somebody aims at a row of the list, and what waits.
class HeldRowsTest {
    private static final List<String> BEFORE = List.of("#class", "#other");
    private static final List<String> OTHER_FIRST = List.of("#other", "#class");

    private final Fixture fixture = new Fixture();

    private ChatsViewModel held() {
        ChatsViewModel model = fixture.freshPage();
        model.holdRows();
        return model;
    }

    private void twoRooms() {
        fixture.chats.room("class", true, 0);
        fixture.chats.room("other", true, 0);
    }

    private void archived(String room) {
        fixture.chats.add(PlainRecords.conversation("#" + room, Kind.ROOM, room, null, true, 0,
                Set.of(Choice.ARCHIVED), null));
    }

    private static List<String> rooms(ChatsViewModel model) {
        return model.rows()
                .stream()
                .filter(ListRow.Talk.class::isInstance)
                .map(each -> ((ListRow.Talk) each).of().key())
                .toList();
    }

    private static boolean saysNoRoom(ChatsViewModel model) {
        return model.rows()
                .stream()
                .anyMatch(each -> each instanceof ListRow.Explanation(var lack, _) && lack == ListRow.Lack.NO_ROOM);
    }

    @Test
    void whatWasSaidElsewhereIsSeenInItsPlaceAndMovesItsRowLater() {
        twoRooms();
        ChatsViewModel model = held();
        fixture.chats.conversations.clear();
        fixture.chats.room("other", true, 3);
        fixture.chats.room("class", true, 0);
        fixture.chats.changed("#other");
        assertEquals(BEFORE, rooms(model));
        boolean isNewSeen = model.rows()
                .stream()
                .anyMatch(each -> each instanceof ListRow.Talk talk && talk.of().unread() == 3);
        assertTrue(isNewSeen);
        model.releaseRows();
        assertEquals(OTHER_FIRST, rooms(model));
    }

    @Test
    void whatTheUserKeepsOnTopGoesThereAtOnce() throws Exception {
        twoRooms();
        ChatsViewModel model = held();
        fixture.chats.setOnTop("#other", true);
        assertEquals(OTHER_FIRST, rooms(model));
        fixture.chats.setOnTop("#other", false);
        assertEquals(BEFORE, rooms(model));
    }

    @Test
    void whatTheUserTakesOutOfTheArchiveComesAtOnce() throws Exception {
        twoRooms();
        archived("old");
        fixture.chats.setArchived("#class", true);
        ChatsViewModel model = held();
        model.archived().toggle();
        assertEquals(List.of("#other", "#class", "#old"), rooms(model));
        fixture.chats.setArchived("#class", false);
        assertEquals(List.of("#class", "#other", "#old"), rooms(model));
        fixture.chats.setArchived("#class", true);
        assertEquals(List.of("#other", "#class", "#old"), rooms(model));
    }

    /// A message of somebody else moves no row that one aims at.
    @Test
    void whatANewMessageBringsOutOfTheArchiveWaits() {
        archived("other");
        fixture.chats.room("class", true, 0);
        archived("old");
        ChatsViewModel model = held();
        model.archived().toggle();
        assertEquals(List.of("#class", "#other", "#old"), rooms(model));
        var newest = new NewestEntry("Max", false, NewestEntry.Kind.TEXT, "hello", List.of(), FakeChats.START);
        fixture.chats.conversations.set(0,
                PlainRecords.conversation("#other", Kind.ROOM, "other", null, true, 1, newest));
        fixture.chats.changed("#other");
        assertEquals(List.of("#class", "#other", "#old"), rooms(model));
        model.releaseRows();
        assertEquals(List.of("#other", "#class", "#old"), rooms(model));
    }

    @Test
    void theFirstRoomComesAtOnce() {
        ChatsViewModel model = held();
        assertTrue(saysNoRoom(model));
        fixture.chats.room("class", true, 0);
        fixture.chats.changed("#class");
        assertFalse(saysNoRoom(model));
        assertEquals(List.of("#class"), rooms(model));
    }
}
