package io.landline.storage.entries;

import io.landline.chat.Entry;
import io.landline.chat.LogKey;
import io.landline.peer.Fingerprint;
import io.landline.room.ConversationId;
import io.landline.storage.database.ChatDatabase;
import io.landline.storage.database.Rows;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// From where on logs are kept after their beginnings were removed. The database's threads only.
final class LogFloorRows {
    private LogFloorRows() {}

    static Map<LogKey, Long> all(Connection connection) throws SQLException {
        var floors = new HashMap<LogKey, Long>();
        try (PreparedStatement sql = connection
                .prepareStatement("SELECT conversation, author, log, floor FROM log_floor")) {
            Rows.each(sql, row -> floors.put(new LogKey(ConversationId.of(row.getBytes(1)),
                    Fingerprint.of(row.getBytes(2)), ChatDatabase.logId(row.getBytes(3))), row.getLong(4)));
        }
        return floors;
    }

    static void remember(Connection connection, LogKey key, long floor) throws SQLException {
        try (PreparedStatement sql = connection.prepareStatement("INSERT INTO log_floor (conversation, author, log,"
                + " floor) VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET floor=excluded.floor")) {
            sql.setBytes(1, key.conversation().bytes());
            sql.setBytes(2, key.author().bytes());
            sql.setBytes(3, ChatDatabase.bytes(key.log()));
            sql.setLong(4, floor);
            sql.executeUpdate();
        }
        try (PreparedStatement sql = connection
                .prepareStatement("DELETE FROM heard WHERE conversation=? AND author=? AND log=? AND number<?")) {
            sql.setBytes(1, key.conversation().bytes());
            sql.setBytes(2, key.author().bytes());
            sql.setBytes(3, ChatDatabase.bytes(key.log()));
            sql.setLong(4, floor);
            sql.executeUpdate();
        }
    }

    /// Says of a log that it begins later now.
    ///
    /// @param last the last entry that was removed
    /// @param next the first that is left; null for none
    static void cut(Connection connection, long log, long floor, Entry last, @Nullable Entry next)
            throws SQLException {
        try (PreparedStatement sql = connection
                .prepareStatement("UPDATE log SET number_from=?, previous=?, lamport_from=? WHERE id=?")) {
            sql.setLong(1, floor);
            sql.setBytes(2, last.hash());
            sql.setLong(3, (next == null ? last : next).header().lamport());
            sql.setLong(4, log);
            sql.executeUpdate();
        }
    }
}
