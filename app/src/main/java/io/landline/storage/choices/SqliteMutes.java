package io.landline.storage.choices;

import io.landline.peer.Fingerprint;
import io.landline.room.ConversationId;
import io.landline.storage.database.Database;
import io.landline.storage.database.Database.Durability;
import io.landline.storage.database.Rows;
import io.landline.storage.database.StorageException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Conversations of which the user wants no notification, or only of what calls them by name. A room's mute goes with
/// the room, a person's with the person. Each is an act of the user, so there are no more than conversations. Any
/// thread; each call waits for the database, and throws a [StorageException].
public final class SqliteMutes {
    /// No mute that ends by itself is that long: one that seems so was chosen while the clock was ahead, and has ended.
    /// The longest is eight hours; a clock may be set back by a little meanwhile.
    static final Duration TERM_MAX = Duration.ofHours(12);
    private static final String AT = "SELECT conversation, mentions, until FROM mute"
            + " WHERE until IS NULL OR (until > ? AND until <= ?)";

    private final Database database;

    public SqliteMutes(Database database) { this.database = database; }

    /// What is muted.
    ///
    /// @param all conversations of which the user is told nothing
    /// @param butMentions those of which the user is told what calls them by name
    /// @param until when the muting of some of them ends by itself
    public record Muted(Set<ConversationId> all, Set<ConversationId> butMentions, Map<ConversationId, Instant> until) {
        public Muted {
            all = Set.copyOf(all);
            butMentions = Set.copyOf(butMentions);
            until = Map.copyOf(until);
        }
    }

    private record Row(ConversationId conversation, boolean mentions, @Nullable Instant until) {
        static Row read(ResultSet row) throws SQLException {
            long millis = row.getLong(3);
            Instant until = row.wasNull() ? null : Instant.ofEpochMilli(millis);
            return new Row(ConversationId.of(row.getBytes(1)), row.getBoolean(2), until);
        }
    }

    /// The conversations that are muted at this moment.
    public Muted at(Instant now) {
        return database.read(connection -> at(connection, now));
    }

    static Muted at(Connection connection, Instant now) throws SQLException {
        try (PreparedStatement sql = connection.prepareStatement(AT)) {
            sql.setLong(1, now.toEpochMilli());
            sql.setLong(2, now.plus(TERM_MAX).toEpochMilli());
            var all = new HashSet<ConversationId>();
            var butMentions = new HashSet<ConversationId>();
            var until = new HashMap<ConversationId, Instant>();
            for (Row row : Rows.all(sql, Row::read)) {
                (row.mentions() ? butMentions : all).add(row.conversation());
                if (row.until() != null) until.put(row.conversation(), row.until());
            }
            return new Muted(all, butMentions, until);
        }
    }

    /// Mutes a conversation, instead of what was chosen for it before.
    ///
    /// @param peer of a direct one the other; null for a room's
    /// @param until null: until it is taken back
    public void mute(ConversationId conversation, @Nullable Fingerprint peer, @Nullable Instant until) {
        keep(conversation, peer, until, false);
    }

    /// Mutes all of a conversation but what calls the user by name, instead of what was chosen for it before.
    ///
    /// @param peer of a direct one the other; null for a room's
    public void muteButMentions(ConversationId conversation, @Nullable Fingerprint peer) {
        keep(conversation, peer, null, true);
    }

    private void keep(ConversationId conversation, @Nullable Fingerprint peer, @Nullable Instant until,
            boolean mentions) {
        database.write(Durability.BATCHED, connection -> {
            try (PreparedStatement sql = connection.prepareStatement(
                    "INSERT OR REPLACE INTO mute (conversation, peer, until, mentions) VALUES (?, ?, ?, ?)")) {
                sql.setBytes(1, conversation.bytes());
                sql.setBytes(2, peer == null ? null : peer.bytes());
                sql.setObject(3, until == null ? null : until.toEpochMilli());
                sql.setBoolean(4, mentions);
                return sql.executeUpdate();
            }
        });
    }

    /// Takes it back.
    public void unmute(ConversationId conversation) {
        database.write(Durability.BATCHED,
                connection -> ChoiceTables.delete(connection, "mute", conversation.bytes()));
    }
}
