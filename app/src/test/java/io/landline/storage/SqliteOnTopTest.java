package io.landline.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.landline.peer.Fingerprint;
import io.landline.peer.RoomName;
import io.landline.room.ConversationId;
import io.landline.room.Room;
import io.landline.room.RoomStore.Origin;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteOnTopTest {
    private static final byte[] KEY = new byte[32];
    private static final Fingerprint MAX = Fingerprint.ofPublicKey(KEY);
    private static final Room ROOM = Room.open(new RoomName("class"));
    private static final ConversationId IN_ROOM = ConversationId.of(ROOM.id());
    private static final ConversationId WITH_MAX = new ConversationId(1, 1);

    @TempDir
    Path folder;
    private Database database;
    private SqliteOnTop onTop;

    @BeforeEach
    void open() throws IOException {
        database = Database.open(folder.resolve("history.db"));
        onTop = new SqliteOnTop(database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void whatIsKeptOnTopSurvivesAStartUntilItIsTakenBack() throws IOException {
        onTop.keep(IN_ROOM, null);
        onTop.keep(IN_ROOM, null);
        onTop.keep(WITH_MAX, MAX);
        database.close();
        database = Database.open(folder.resolve("history.db"));
        onTop = new SqliteOnTop(database);
        assertEquals(Set.of(IN_ROOM, WITH_MAX), onTop.all());
        onTop.release(IN_ROOM);
        assertEquals(Set.of(WITH_MAX), onTop.all());
    }

    @Test
    void aRoomsPlaceGoesWithTheRoomAndAPersonsWithThePerson() {
        var trust = new SqliteTrust(database);
        trust.keep(ROOM, Origin.MADE_HERE, Instant.EPOCH);
        trust.pin(KEY, Instant.EPOCH);
        onTop.keep(IN_ROOM, null);
        onTop.keep(WITH_MAX, MAX);
        trust.forget(ROOM.id());
        assertEquals(Set.of(WITH_MAX), onTop.all());
        trust.forget(MAX);
        assertEquals(Set.of(), onTop.all());
    }
}
