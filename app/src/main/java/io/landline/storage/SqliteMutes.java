package io.landline.storage;

import io.landline.peer.Fingerprint;
import io.landline.room.ConversationId;
import io.landline.storage.Database.Durability;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Conversations of which the user wants no notification. A room's mute goes with the room, a person's with the person.
/// Each is an act of the user, so there are no more than conversations. Any thread; each call waits for the database,
/// and throws a [StorageException].
public final class SqliteMutes {
    private final Database database;

    public SqliteMutes(Database database) { this.database = database; }

    /// The conversations that are muted at this moment.
    public Set<ConversationId> at(Instant now) {
        return database.read(connection -> {
            try (PreparedStatement sql = connection
                    .prepareStatement("SELECT conversation FROM mute WHERE until IS NULL OR until > ?")) {
                sql.setLong(1, now.toEpochMilli());
                return new HashSet<>(Rows.all(sql, row -> ConversationId.of(row.getBytes(1))));
            }
        });
    }

    /// Mutes a conversation, instead of what was chosen for it before.
    ///
    /// @param peer of a direct one the other; null for a room's
    /// @param until null: until it is taken back
    public void mute(ConversationId conversation, @Nullable Fingerprint peer, @Nullable Instant until) {
        database.write(Durability.BATCHED, connection -> {
            try (PreparedStatement sql = connection
                    .prepareStatement("INSERT OR REPLACE INTO mute (conversation, peer, until) VALUES (?, ?, ?)")) {
                sql.setBytes(1, conversation.bytes());
                sql.setBytes(2, peer == null ? null : peer.bytes());
                sql.setObject(3, until == null ? null : until.toEpochMilli());
                return sql.executeUpdate();
            }
        });
    }

    /// Takes it back.
    public void unmute(ConversationId conversation) {
        database.write(Durability.BATCHED, connection -> {
            deleteOf(connection, conversation.bytes());
            return true;
        });
    }

    /// Part of the caller's transaction.
    static void deleteOf(Connection connection, byte[] conversation) throws SQLException {
        TrustTables.update(connection, "DELETE FROM mute WHERE conversation = ?", conversation);
    }

    /// Those of direct conversations with this person; part of the caller's transaction.
    static void deleteOfPeer(Connection connection, byte[] fingerprint) throws SQLException {
        TrustTables.update(connection, "DELETE FROM mute WHERE peer = ?", fingerprint);
    }
}
