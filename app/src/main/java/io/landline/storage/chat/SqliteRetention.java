package io.landline.storage.chat;

import io.landline.chat.EntryHeader;
import io.landline.chat.TimelinePosition;
import io.landline.peer.Fingerprint;
import io.landline.room.ConversationId;
import io.landline.storage.database.ChatDatabase;
import io.landline.storage.database.Database;
import io.landline.storage.database.Database.Durability;
import io.landline.storage.database.Rows;
import io.landline.storage.database.StorageException;
import io.landline.storage.database.TimelineSql;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// For how many days conversations are kept, and where what is kept begins. Any thread; each call waits for the
/// database, and throws a [StorageException].
public final class SqliteRetention {
    /// The first entry in the order of the timeline that was written in this time, by its author's clock.
    static final String FIRST = "SELECT lamport, author, number, log_id FROM entry INDEXED BY entry_timeline WHERE"
            + " conversation=? AND substr(header, 105, 8) BETWEEN ? AND ? ORDER BY lamport, author, number, log_id"
            + " LIMIT 1";
    private static final TimelinePosition END = new TimelinePosition(EntryHeader.NUMBER_MAX,
            Fingerprint.of(new byte[Fingerprint.BYTES]), 1, 1);

    private final Database database;

    public SqliteRetention(Database database) { this.database = database; }

    /// Those that are not kept for ever.
    public Map<ConversationId, Integer> all() {
        return database.read(connection -> {
            var days = new HashMap<ConversationId, Integer>();
            try (PreparedStatement sql = connection.prepareStatement("SELECT conversation, days FROM retention");
                    ResultSet row = sql.executeQuery()) {
                while (row.next()) days.put(ConversationId.of(row.getBytes(1)), row.getInt(2));
            }
            return days;
        });
    }

    /// Null: for ever.
    public @Nullable Integer days(ConversationId conversation) {
        return all().get(conversation);
    }

    /// @param days null: for ever
    public void keep(ConversationId conversation, @Nullable Integer days) {
        database.write(Durability.FULL, connection -> {
            try (PreparedStatement sql = connection.prepareStatement(days == null
                    ? "DELETE FROM retention WHERE conversation=?1"
                    : "INSERT OR REPLACE INTO retention (conversation, days) VALUES (?1, ?2)")) {
                sql.setBytes(1, conversation.bytes());
                if (days != null) sql.setInt(2, days);
                return sql.executeUpdate();
            }
        });
    }

    /// Where what is kept of a conversation begins: the first entry in the order of the timeline that was written in
    /// this time. If the author's clock is far behind, what came after such an entry stays. An author's clock that is
    /// ahead of the end does not count.
    ///
    /// @return a place after all entries where none was
    public TimelinePosition beginning(ConversationId conversation, Instant from, Instant end) {
        return database.read(connection -> {
            Long row = TimelineSql.rowOf(connection, conversation);
            if (row == null) return END;
            try (PreparedStatement sql = connection.prepareStatement(FIRST)) {
                sql.setLong(1, row);
                sql.setBytes(2, ChatDatabase.bytes(Math.max(0, from.toEpochMilli())));
                sql.setBytes(3, ChatDatabase.bytes(Math.max(0, end.toEpochMilli())));
                TimelinePosition first = Rows.first(sql, found -> new TimelinePosition(found.getLong(1),
                        Fingerprint.of(found.getBytes(2)), found.getLong(3), ChatDatabase.logId(found.getBytes(4))));
                return first == null ? END : first;
            }
        });
    }
}
