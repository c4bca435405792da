package io.landline.storage.choices;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.landline.peer.Fingerprint;
import io.landline.peer.RoomName;
import io.landline.room.ConversationId;
import io.landline.room.Room;
import io.landline.room.RoomStore.Origin;
import io.landline.storage.database.DatabaseTest;
import io.landline.storage.trust.SqliteTrust;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What is archived, and the user's own names of rooms.
class SqliteArchivedTest extends DatabaseTest {
    private static final byte[] KEY = new byte[32];
    private static final Fingerprint MAX = Fingerprint.ofPublicKey(KEY);
    private static final Room ROOM = Room.open(new RoomName("class"));
    private static final ConversationId IN_ROOM = ConversationId.of(ROOM.id());
    private static final ConversationId WITH_MAX = new ConversationId(1, 1);

    private Map<ConversationId, Long> archived() {
        return new SqliteArchived(database).all();
    }

    private Map<ConversationId, String> names() {
        return new SqliteRoomNames(database).all();
    }

    @Test
    void bothSurviveAStartUntilTheyAreTakenBack() throws IOException {
        new SqliteArchived(database).archive(IN_ROOM, null);
        new SqliteRoomNames(database).name(IN_ROOM, "Maths");
        new SqliteRoomNames(database).name(IN_ROOM, "Physics");
        openDatabaseAgain();
        assertEquals(Map.of(IN_ROOM, 0L), archived());
        assertEquals(Map.of(IN_ROOM, "Physics"), names());
        new SqliteArchived(database).release(IN_ROOM);
        new SqliteRoomNames(database).release(IN_ROOM);
        assertEquals(Map.of(), archived());
        assertEquals(Map.of(), names());
    }

    @Test
    void whatIsOfARoomGoesWithTheRoomAndWhatIsOfAPersonWithThePerson() {
        var trust = new SqliteTrust(database, null);
        trust.keep(ROOM, Origin.MADE_HERE, Instant.EPOCH);
        trust.pin(KEY, Instant.EPOCH);
        new SqliteArchived(database).archive(IN_ROOM, null);
        new SqliteArchived(database).archive(WITH_MAX, MAX);
        new SqliteRoomNames(database).name(IN_ROOM, "Maths");
        trust.forget(ROOM.id());
        assertEquals(Map.of(WITH_MAX, 0L), archived());
        assertEquals(Map.of(), names());
        trust.forget(MAX);
        assertEquals(Map.of(), archived());
    }

    @Test
    void whatCameBringsBackOnlyWhatWasArchivedBeforeIt() {
        var archived = new SqliteArchived(database);
        archived.archive(IN_ROOM, null); // no entry is here: as of 0
        archived.release(IN_ROOM, 0);
        assertEquals(Map.of(IN_ROOM, 0L), archived(), "archived again once it had come");
        archived.release(IN_ROOM, 1);
        assertEquals(Map.of(), archived());
    }
}
