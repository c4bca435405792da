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

/// Conversations that the user keeps on top of the list. A room's place goes with the room, a person's with the person.
/// Each is an act of the user, so there are no more than conversations. Any thread; each call waits for the database,
/// and throws a [StorageException].
public final class SqliteOnTop {
    private final Database database;

    public SqliteOnTop(Database database) { this.database = database; }

    public Set<ConversationId> all() {
        return database.read(connection -> {
            try (PreparedStatement sql = connection.prepareStatement("SELECT conversation FROM on_top")) {
                return new HashSet<>(Rows.all(sql, row -> ConversationId.of(row.getBytes(1))));
            }
        });
    }

    /// @param peer of a direct one the other; null for a room's
    public void keep(ConversationId conversation, @Nullable Fingerprint peer) {
        database.write(Durability.BATCHED, connection -> {
            try (PreparedStatement sql = connection
                    .prepareStatement("INSERT OR REPLACE INTO on_top (conversation, peer) VALUES (?, ?)")) {
                sql.setBytes(1, conversation.bytes());
                sql.setBytes(2, peer == null ? null : peer.bytes());
                return sql.executeUpdate();
            }
        });
    }

    /// Takes it back.
    public void release(ConversationId conversation) {
        database.write(Durability.BATCHED, connection -> {
            deleteOf(connection, conversation.bytes());
            return true;
        });
    }

    /// Part of the caller's transaction.
    static void deleteOf(Connection connection, byte[] conversation) throws SQLException {
        TrustTables.update(connection, "DELETE FROM on_top WHERE conversation = ?", conversation);
    }

    /// Those of direct conversations with this person; part of the caller's transaction.
    static void deleteOfPeer(Connection connection, byte[] fingerprint) throws SQLException {
        TrustTables.update(connection, "DELETE FROM on_top WHERE peer = ?", fingerprint);
    }
}
