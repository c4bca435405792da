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
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// For how many days conversations are kept, and where what is kept begins. Any thread; each call waits for the
/// database, and throws a [StorageException].
public final class SqliteRetention {
    /// The first entry in the order of the timeline that was written in this time, by its author's clock.
    static final String FIRST = placed("AND substr(header, 105, 8) BETWEEN ? AND ?") + TimelineSql.OLDEST_FIRST;
    /// The last entry that was written before this time, by its author's clock.
    static final String LAST_OLDER = placed("AND substr(header, 105, 8) < ?") + TimelineSql.NEWEST_FIRST;
    static final String NEXT = placed(TimelineSql.AFTER) + TimelineSql.OLDEST_FIRST;
    /// The first one that came in this time as it was written, whatever its author's clock said ([SqliteHeard]).
    private static final String FIRST_HEARD = """
            SELECT lamport, author, number, log_id FROM (SELECT entry.* FROM heard
              CROSS JOIN log ON log.conversation=?1 AND log.author=heard.author AND log.log=heard.log
              CROSS JOIN entry ON entry.log=log.id AND entry.number=heard.number
              WHERE heard.conversation=?2 AND heard.at BETWEEN ?3 AND ?4)""" + TimelineSql.OLDEST_FIRST;
    private static final TimelinePosition START = new TimelinePosition(0, Fingerprint.of(new byte[Fingerprint.BYTES]),
            0, 0);
    private static final TimelinePosition END = new TimelinePosition(EntryHeader.NUMBER_MAX,
            Fingerprint.of(new byte[Fingerprint.BYTES]), 1, 1);

    private final Database database;

    public SqliteRetention(Database database) { this.database = database; }

    private static String placed(String which) {
        return "SELECT lamport, author, number, log_id FROM entry INDEXED BY entry_timeline WHERE conversation=? "
                + which;
    }

    /// Those that are not kept for ever.
    public Map<ConversationId, Integer> all() {
        return database.read(connection -> {
            var days = new HashMap<ConversationId, Integer>();
            try (PreparedStatement sql = connection.prepareStatement("SELECT conversation, days FROM retention")) {
                Rows.each(sql, row -> days.put(ConversationId.of(row.getBytes(1)), row.getInt(2)));
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
    /// this time, or came in it as it was written. What stands after it stays. An author's clock that is
    /// ahead of the end does not count. But where nothing was written in this time, and the newest entries are all
    /// ahead, the clock here may be behind: these stay.
    ///
    /// @return a place after all entries where none was
    public TimelinePosition beginning(ConversationId conversation, Instant from, Instant end) {
        return database.read(connection -> {
            Long row = TimelineSql.rowOf(connection, conversation);
            if (row == null) return END;
            byte[] begin = ChatDatabase.bytes(Math.max(0, from.toEpochMilli()));
            TimelinePosition first;
            try (PreparedStatement sql = connection.prepareStatement(FIRST)) {
                sql.setLong(1, row);
                sql.setBytes(2, begin);
                sql.setBytes(3, ChatDatabase.bytes(Math.max(0, end.toEpochMilli())));
                sql.setInt(4, 1);
                first = position(sql);
            }
            first = earlier(first, heard(connection, row, conversation, from, end));
            if (first == null) first = afterOlder(connection, row, begin);
            return first == null ? END : first;
        });
    }

    private static @Nullable TimelinePosition heard(Connection connection, long row, ConversationId conversation,
            Instant from, Instant end) throws SQLException {
        try (PreparedStatement sql = connection.prepareStatement(FIRST_HEARD)) {
            sql.setLong(1, row);
            sql.setBytes(2, conversation.bytes());
            sql.setLong(3, from.toEpochMilli());
            sql.setLong(4, end.toEpochMilli());
            sql.setInt(5, 1);
            return position(sql);
        }
    }

    private static @Nullable TimelinePosition earlier(@Nullable TimelinePosition one,
            @Nullable TimelinePosition other) {
        if (one == null || other == null) return one == null ? other : one;
        return one.compareTo(other) < 0 ? one : other;
    }

    private static @Nullable TimelinePosition afterOlder(Connection connection, long conversation, byte[] begin)
            throws SQLException {
        TimelinePosition older;
        try (PreparedStatement sql = connection.prepareStatement(LAST_OLDER)) {
            sql.setLong(1, conversation);
            sql.setBytes(2, begin);
            sql.setInt(3, 1);
            older = position(sql);
        }
        try (PreparedStatement sql = connection.prepareStatement(NEXT)) {
            sql.setLong(1, conversation);
            sql.setInt(TimelineSql.setEdge(sql, 2, older == null ? START : older), 1);
            return position(sql);
        }
    }

    private static @Nullable TimelinePosition position(PreparedStatement sql) throws SQLException {
        return Rows.first(sql, row -> new TimelinePosition(row.getLong(1), Fingerprint.of(row.getBytes(2)),
                row.getLong(3), ChatDatabase.logId(row.getBytes(4))));
    }
}
