package io.landline.storage.choices;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.landline.peer.Fingerprint;
import io.landline.peer.RoomName;
import io.landline.room.ConversationId;
import io.landline.room.Room;
import io.landline.room.RoomStore.Origin;
import io.landline.storage.choices.SqliteMarks.Mark;
import io.landline.storage.database.DatabaseTest;
import io.landline.storage.trust.SqliteTrust;
import java.io.IOException;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SqliteMarksTest extends DatabaseTest {
    private static final byte[] KEY = new byte[32];
    private static final Fingerprint MAX = Fingerprint.ofPublicKey(KEY);
    private static final Room ROOM = Room.open(new RoomName("class"));
    private static final ConversationId IN_ROOM = ConversationId.of(ROOM.id());
    private static final ConversationId WITH_MAX = new ConversationId(1, 1);

    private SqliteMarks onTop;

    @BeforeEach
    void open() {
        onTop = new SqliteMarks(database, Mark.ON_TOP);
    }

    @Test
    void aMarkSurvivesAStartUntilItIsTakenBack() throws IOException {
        onTop.put(IN_ROOM, null);
        onTop.put(IN_ROOM, null);
        onTop.put(WITH_MAX, MAX);
        openDatabaseAgain();
        onTop = new SqliteMarks(database, Mark.ON_TOP);
        assertEquals(Set.of(IN_ROOM, WITH_MAX), onTop.all());
        onTop.clear(IN_ROOM);
        assertEquals(Set.of(WITH_MAX), onTop.all());
    }

    @Test
    void aRoomsMarkGoesWithTheRoomAndAPersonsWithThePerson() {
        var trust = new SqliteTrust(database, null);
        trust.keep(ROOM, Origin.MADE_HERE, Instant.EPOCH);
        trust.pin(KEY, Instant.EPOCH);
        onTop.put(IN_ROOM, null);
        onTop.put(WITH_MAX, MAX);
        trust.forget(ROOM.id());
        assertEquals(Set.of(WITH_MAX), onTop.all());
        trust.forget(MAX);
        assertEquals(Set.of(), onTop.all());
    }

    @Test
    void oneMarkIsNotTheOther() {
        var unread = new SqliteMarks(database, Mark.UNREAD);
        onTop.put(IN_ROOM, null);
        unread.put(WITH_MAX, MAX);
        assertEquals(Set.of(IN_ROOM), onTop.all());
        assertEquals(Set.of(WITH_MAX), unread.all());
    }
}
