package io.landline.storage.entries;

import io.landline.chat.EntryStore.Held;
import io.landline.chat.LogKey;
import io.landline.chat.LogState;
import io.landline.peer.Fingerprint;
import io.landline.room.ConversationId;
import io.landline.storage.database.ChatDatabase;
import io.landline.storage.database.Rows;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Reads what is held of each log (the table `log`). The database's threads only.
record LogRows(Connection connection) {
    /// The first ten of a question, for [#stored].
    static final String COLUMNS = "log.id, author, log, author_key, number_from, number_to, hash,"
            + " previous, lamport_from, lamport_to";

    /// A row with its id.
    record StoredLog(long id, LogState state) {}

    List<LogState> all(ConversationId conversation) throws SQLException {
        try (PreparedStatement sql = connection.prepareStatement("SELECT " + COLUMNS
                + " FROM log JOIN conversation ON conversation.id=log.conversation WHERE"
                + " conversation.conversation=?")) {
            sql.setBytes(1, conversation.bytes());
            return Rows.all(sql, row -> stored(row, conversation).state());
        }
    }

    /// Of these those that are held.
    Map<LogKey, LogState> of(Collection<LogKey> wanted) throws SQLException {
        var states = new HashMap<LogKey, LogState>();
        try (PreparedStatement sql = find()) { // one for all: to prepare it takes longer than to run it
            for (LogKey key : wanted) {
                StoredLog stored = found(sql, key);
                if (stored != null) states.put(key, stored.state());
            }
        }
        return states;
    }

    /// Null where nothing of it is held.
    @Nullable
    StoredLog find(LogKey key) throws SQLException {
        try (PreparedStatement sql = find()) {
            return found(sql, key);
        }
    }

    private PreparedStatement find() throws SQLException {
        return connection.prepareStatement(
                "SELECT " + COLUMNS + " FROM log JOIN conversation ON conversation.id=log.conversation"
                        + " WHERE conversation.conversation=? AND author=? AND log=?");
    }

    private static @Nullable StoredLog found(PreparedStatement sql, LogKey key) throws SQLException {
        sql.setBytes(1, key.conversation().bytes());
        sql.setBytes(2, key.author().bytes());
        sql.setBytes(3, ChatDatabase.bytes(key.log()));
        return Rows.first(sql, row -> stored(row, key.conversation()));
    }

    /// What is held of a log, with the clock of its conversation.
    Held held(LogKey key) throws SQLException {
        try (PreparedStatement sql = connection.prepareStatement("SELECT " + COLUMNS
                + ", clock FROM conversation LEFT JOIN log ON log.conversation=conversation.id AND author=? AND log=?"
                + " WHERE conversation.conversation=?")) {
            sql.setBytes(1, key.author().bytes());
            sql.setBytes(2, ChatDatabase.bytes(key.log()));
            sql.setBytes(3, key.conversation().bytes());
            Held held = Rows.first(sql, row -> new Held(
                    row.getBytes(2) == null ? null : stored(row, key.conversation()).state(), row.getLong(11)));
            return held == null ? new Held(null, 0) : held;
        }
    }

    static StoredLog stored(ResultSet row, ConversationId conversation) throws SQLException {
        var key = new LogKey(conversation, Fingerprint.of(row.getBytes(2)), ChatDatabase.logId(row.getBytes(3)));
        return new StoredLog(row.getLong(1), new LogState(key, row.getBytes(4), row.getLong(5), row.getLong(6),
                row.getBytes(7), row.getBytes(8), row.getLong(9), row.getLong(10)));
    }

    int count(ConversationId conversation) throws SQLException {
        try (PreparedStatement sql = connection.prepareStatement(
                "SELECT count(*) FROM log WHERE conversation=(SELECT id FROM conversation WHERE conversation=?)")) {
            sql.setBytes(1, conversation.bytes());
            return Objects.requireNonNull(Rows.first(sql, row -> row.getInt(1)), "a count has a row");
        }
    }

    int count(ConversationId conversation, Fingerprint author) throws SQLException {
        try (PreparedStatement sql = connection.prepareStatement(
                "SELECT count(*) FROM log WHERE conversation=(SELECT id FROM conversation WHERE conversation=?)"
                        + " AND author=?")) {
            sql.setBytes(1, conversation.bytes());
            sql.setBytes(2, author.bytes());
            return Objects.requireNonNull(Rows.first(sql, row -> row.getInt(1)), "a count has a row");
        }
    }

    /// The one that began here last comes first.
    List<LogKey> newestFirst(ConversationId conversation) throws SQLException {
        try (PreparedStatement sql = connection.prepareStatement("SELECT author, log FROM log"
                + " WHERE conversation=(SELECT id FROM conversation WHERE conversation=?) ORDER BY id DESC")) {
            sql.setBytes(1, conversation.bytes());
            return Rows.all(sql, row -> new LogKey(conversation, Fingerprint.of(row.getBytes(1)),
                    ChatDatabase.logId(row.getBytes(2))));
        }
    }

    /// As the author's logs have it; null where none is held.
    byte @Nullable [] authorKey(Fingerprint author) throws SQLException {
        try (PreparedStatement sql = connection.prepareStatement("SELECT author_key FROM log WHERE author=? LIMIT 1")) {
            sql.setBytes(1, author.bytes());
            return Rows.first(sql, row -> row.getBytes(1));
        }
    }
}
