package io.landline.storage.choices;

import io.landline.peer.Fingerprint;
import io.landline.room.ConversationId;
import io.landline.storage.chat.Timelines;
import io.landline.storage.database.Database;
import io.landline.storage.database.Database.Durability;
import io.landline.storage.database.Rows;
import io.landline.storage.database.StorageException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Conversations that the user took out of the list, each with the highest id of an entry at that moment: what is newer
/// brings it back. A room's goes with the room, a person's with the person. Any thread; each call waits for the
/// database, and throws a [StorageException].
public final class SqliteArchived {
    private final Database database;

    public SqliteArchived(Database database) { this.database = database; }

    /// With what had come here last, as [Timelines.Overview#cameAs].
    public Map<ConversationId, Long> all() {
        return database.read(SqliteArchived::all);
    }

    static Map<ConversationId, Long> all(Connection connection) throws SQLException {
        return ChoiceTables.all(connection, "archived", "came_as", row -> row.getLong(2));
    }

    /// @param peer of a direct one the other; null for a room's
    public void archive(ConversationId conversation, @Nullable Fingerprint peer) {
        database.write(Durability.BATCHED, connection -> Rows.update(connection,
                "INSERT OR REPLACE INTO archived (conversation, peer, came_as)"
                        + " VALUES (?, ?, (SELECT coalesce(max(id), 0) FROM entry))",
                conversation.bytes(), peer == null ? null : peer.bytes()));
    }

    /// Takes it back for something that came here. What was archived again since that came stays archived.
    ///
    /// @param cameAs of what came
    public void release(ConversationId conversation, long cameAs) {
        database.write(Durability.BATCHED,
                connection -> Rows.update(connection, "DELETE FROM archived WHERE conversation = ? AND came_as < ?",
                        conversation.bytes(), cameAs));
    }

    /// Takes it back.
    public void release(ConversationId conversation) {
        database.write(Durability.BATCHED,
                connection -> ChoiceTables.delete(connection, "archived", conversation.bytes()));
    }
}
