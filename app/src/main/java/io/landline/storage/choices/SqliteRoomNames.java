package io.landline.storage.choices;

import io.landline.room.ConversationId;
import io.landline.storage.database.Database;
import io.landline.storage.database.Database.Durability;
import io.landline.storage.database.Rows;
import io.landline.storage.database.StorageException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;

/// Names of the user's own for rooms. A name goes with the room, so there are no more than rooms. Any thread; each call
/// waits for the database, and throws a [StorageException].
public final class SqliteRoomNames {
    private final Database database;

    public SqliteRoomNames(Database database) { this.database = database; }

    public Map<ConversationId, String> all() {
        return database.read(SqliteRoomNames::all);
    }

    static Map<ConversationId, String> all(Connection connection) throws SQLException {
        return ChoiceTables.all(connection, "room_name", "name", row -> row.getString(2));
    }

    /// Names a room, instead of what it was named before.
    public void name(ConversationId room, String name) {
        database.write(Durability.BATCHED,
                connection -> Rows.update(connection,
                        "INSERT OR REPLACE INTO room_name (conversation, name) VALUES (?, ?)", room.bytes(), name));
    }

    /// Takes it back.
    public void release(ConversationId room) {
        database.write(Durability.BATCHED,
                connection -> ChoiceTables.delete(connection, "room_name", room.bytes()));
    }
}
