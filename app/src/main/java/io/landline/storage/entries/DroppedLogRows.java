package io.landline.storage.entries;

import io.landline.chat.EntryStore;
import io.landline.chat.LogKey;
import io.landline.peer.Fingerprint;
import io.landline.room.ConversationId;
import io.landline.storage.database.ChatDatabase;
import io.landline.storage.database.Rows;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/// The logs that gave way to those of better known people. The database's threads only.
final class DroppedLogRows {
    private DroppedLogRows() {}

    /// In the order in which they were dropped.
    static List<LogKey> all(Connection connection) throws SQLException {
        try (PreparedStatement sql = connection
                .prepareStatement("SELECT conversation, author, log FROM dropped_log ORDER BY id")) {
            return Rows.all(sql, DroppedLogRows::key);
        }
    }

    private static LogKey key(ResultSet row) throws SQLException {
        return new LogKey(ConversationId.of(row.getBytes(1)), Fingerprint.of(row.getBytes(2)),
                ChatDatabase.logId(row.getBytes(3)));
    }

    /// The last [EntryStore#DROPPED_MAX] are kept, and no others. What this user read of a log is kept with it: if it
    /// comes again, that was read.
    static void remember(Connection connection, LogKey key) throws SQLException {
        try (PreparedStatement sql = connection
                .prepareStatement("INSERT OR REPLACE INTO dropped_log (conversation, author, log) VALUES (?, ?, ?)")) {
            sql.setBytes(1, key.conversation().bytes());
            sql.setBytes(2, key.author().bytes());
            sql.setBytes(3, ChatDatabase.bytes(key.log()));
            sql.executeUpdate();
        }
        for (LogKey each : tooMany(connection)) {
            Rows.update(connection, "DELETE FROM dropped_log WHERE conversation=? AND author=? AND log=?",
                    each.conversation().bytes(), each.author().bytes(), ChatDatabase.bytes(each.log()));
            if (new LogRows(connection).find(each) == null) {
                Rows.update(connection, "DELETE FROM receipt WHERE conversation=? AND author=? AND log=?",
                        each.conversation().bytes(), each.author().bytes(), ChatDatabase.bytes(each.log()));
            }
        }
    }

    private static List<LogKey> tooMany(Connection connection) throws SQLException {
        try (PreparedStatement sql = connection
                .prepareStatement("SELECT conversation, author, log FROM dropped_log WHERE"
                        + " id <= (SELECT id FROM dropped_log ORDER BY id DESC LIMIT 1 OFFSET ?)")) {
            sql.setInt(1, EntryStore.DROPPED_MAX);
            return Rows.all(sql, DroppedLogRows::key);
        }
    }

    static int forget(Connection connection, Fingerprint author) throws SQLException {
        try (PreparedStatement sql = connection.prepareStatement("DELETE FROM dropped_log WHERE author=?")) {
            sql.setBytes(1, author.bytes());
            return sql.executeUpdate();
        }
    }
}
