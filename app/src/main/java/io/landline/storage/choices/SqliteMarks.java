package io.landline.storage.choices;

import io.landline.peer.Fingerprint;
import io.landline.room.ConversationId;
import io.landline.storage.database.Database;
import io.landline.storage.database.Database.Durability;
import io.landline.storage.database.Rows;
import io.landline.storage.database.StorageException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Conversations that the user marked in one way. A room's mark goes with the room, a person's with the person. Each is
/// an act of the user, so there are no more than conversations. Any thread; each call waits for the database, and
/// throws a [StorageException].
public final class SqliteMarks {
    /// What a mark means.
    public enum Mark {
        /// Kept above the others in the list.
        ON_TOP("on_top"),
        /// To come back to, as if it had something unread.
        UNREAD("unread_mark");

        private final String table;

        Mark(String table) { this.table = table; }
    }

    private final Database database;
    private final String table;

    public SqliteMarks(Database database, Mark mark) {
        this.database = database;
        table = mark.table;
    }

    public Set<ConversationId> all() {
        return database.read(connection -> all(connection, table));
    }

    static Set<ConversationId> all(Connection connection, Mark mark) throws SQLException {
        return all(connection, mark.table);
    }

    private static Set<ConversationId> all(Connection connection, String table) throws SQLException {
        try (PreparedStatement sql = connection.prepareStatement("SELECT conversation FROM " + table)) {
            return new HashSet<>(Rows.all(sql, row -> ConversationId.of(row.getBytes(1))));
        }
    }

    /// @param peer of a direct one the other; null for a room's
    public void put(ConversationId conversation, @Nullable Fingerprint peer) {
        database.write(Durability.BATCHED,
                connection -> Rows.update(connection,
                        "INSERT OR REPLACE INTO " + table + " (conversation, peer) VALUES (?, ?)",
                        conversation.bytes(), peer == null ? null : peer.bytes()));
    }

    /// Takes it back.
    public void clear(ConversationId conversation) {
        database.write(Durability.BATCHED, connection -> ChoiceTables.delete(connection, table, conversation.bytes()));
    }
}
