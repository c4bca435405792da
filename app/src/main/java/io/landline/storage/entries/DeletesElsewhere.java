package io.landline.storage.entries;

import io.landline.chat.Entry;
import io.landline.room.ConversationId;
import io.landline.storage.database.Rows;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Base64;

/// Which deletes name a room beside their own (the table `entry_elsewhere`). It finds a few too many: what a delete
/// deletes stands in the delete. Within the caller's transaction; the writer's thread only.
final class DeletesElsewhere {
    /// Of the base64 of an id: those that no byte behind it changes.
    private static final int LETTERS = 20;
    private static final String NAMING = "SELECT entry.id, header, signature, body FROM entry_elsewhere JOIN entry ON"
            + " entry.id=entry_elsewhere.entry WHERE room=?";

    private final Connection connection;

    DeletesElsewhere(Connection connection) { this.connection = connection; }

    interface Taker {
        void take(long id, Entry delete) throws SQLException;
    }

    /// @param id the row of a delete
    void add(long id, ConversationId room) throws SQLException {
        Rows.update(connection, "INSERT OR IGNORE INTO entry_elsewhere (room, entry) VALUES (?, ?)", start(room), id);
    }

    void each(ConversationId room, Taker taker) throws SQLException {
        try (PreparedStatement sql = connection.prepareStatement(NAMING)) {
            sql.setString(1, start(room));
            Rows.each(sql, row -> taker.take(row.getLong(1), Rows.entry(row, 2)));
        }
    }

    private static String start(ConversationId room) {
        return Base64.getUrlEncoder().encodeToString(room.bytes()).substring(0, LETTERS);
    }
}
