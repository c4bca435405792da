package io.landline.storage;

import io.landline.peer.Fingerprint;
import io.landline.room.ConversationId;
import io.landline.storage.Database.Durability;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Conversations that the user marked as unread. A room's mark goes with the room, a person's with the person. Each is
/// an act of the user, so there are no more than conversations. Any thread; each call waits for the database, and
/// throws a [StorageException].
public final class SqliteUnreadMarks {
    private final Database database;

    public SqliteUnreadMarks(Database database) { this.database = database; }

    public Set<ConversationId> all() {
        return database.read(connection -> {
            try (PreparedStatement sql = connection.prepareStatement("SELECT conversation FROM unread_mark")) {
                return new HashSet<>(Rows.all(sql, row -> ConversationId.of(row.getBytes(1))));
            }
        });
    }

    /// @param peer of a direct one the other; null for a room's
    public void mark(ConversationId conversation, @Nullable Fingerprint peer) {
        database.write(Durability.BATCHED, connection -> {
            try (PreparedStatement sql = connection
                    .prepareStatement("INSERT OR REPLACE INTO unread_mark (conversation, peer) VALUES (?, ?)")) {
                sql.setBytes(1, conversation.bytes());
                sql.setBytes(2, peer == null ? null : peer.bytes());
                return sql.executeUpdate();
            }
        });
    }

    /// Takes it back.
    public void clear(ConversationId conversation) {
        database.write(Durability.BATCHED, connection -> {
            deleteOf(connection, conversation.bytes());
            return true;
        });
    }

    /// Part of the caller's transaction.
    static void deleteOf(Connection connection, byte[] conversation) throws SQLException {
        TrustTables.update(connection, "DELETE FROM unread_mark WHERE conversation = ?", conversation);
    }

    /// Those of direct conversations with this person; part of the caller's transaction.
    static void deleteOfPeer(Connection connection, byte[] fingerprint) throws SQLException {
        TrustTables.update(connection, "DELETE FROM unread_mark WHERE peer = ?", fingerprint);
    }
}
