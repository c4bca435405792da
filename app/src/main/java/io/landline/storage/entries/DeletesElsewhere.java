package io.landline.storage.entries;

import io.landline.chat.Entry;
import io.landline.room.ConversationId;
import io.landline.storage.database.Rows;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which deletes name a room beside their own (the table `entry_elsewhere`). It finds a few too many: what a delete
/// deletes stands in the delete. Within the caller's transaction; the writer's thread only.
final class DeletesElsewhere {
    /// Of the base64 of an id: those that no byte behind it changes.
    private static final int LETTERS = 20;
    private static final String NAMING = "SELECT entry.id, header, signature, body FROM entry_elsewhere JOIN entry ON"
            + " entry.id=entry_elsewhere.entry WHERE room=? AND entry_elsewhere.entry>? ORDER BY entry_elsewhere.entry"
            + " LIMIT ?";
    private static final String HERE = "SELECT conversation FROM conversation WHERE conversation BETWEEN ? AND ?";

    private final Connection connection;

    DeletesElsewhere(Connection connection) { this.connection = connection; }

    interface Taker {
        void take(long id, Entry delete) throws SQLException;
    }

    /// @param id the row of a delete
    void add(long id, ConversationId room) throws SQLException {
        Rows.update(connection, "INSERT OR IGNORE INTO entry_elsewhere (room, entry) VALUES (?, ?)", start(room), id);
    }

    /// Those that name a room, in the order of their rows.
    ///
    /// @param after the row of the last one that was looked at
    /// @return the row of the last one; null where there are no more
    @Nullable
    Long next(ConversationId room, long after, int max, Taker taker) throws SQLException {
        var rows = new ArrayList<Long>();
        try (PreparedStatement sql = connection.prepareStatement(NAMING)) {
            sql.setString(1, start(room));
            sql.setLong(2, after);
            sql.setInt(3, max);
            Rows.each(sql, row -> {
                rows.add(row.getLong(1));
                taker.take(row.getLong(1), Rows.entry(row, 2));
            });
        }
        return rows.size() < max ? null : rows.getLast();
    }

    /// What the next room is called in the table, in order; null behind the last.
    @Nullable
    String nextStart(String after) throws SQLException {
        try (PreparedStatement sql = connection
                .prepareStatement("SELECT min(room) FROM entry_elsewhere WHERE room>?")) {
            sql.setString(1, after);
            return Rows.first(sql, row -> row.getString(1));
        }
    }

    /// The conversations of which something is here, and that the table calls so; nearly always one at most.
    List<ConversationId> here(String start) throws SQLException {
        byte[] first;
        try {
            first = Arrays.copyOf(Base64.getUrlDecoder().decode(start), ConversationId.BYTES);
        } catch (IllegalArgumentException e) {
            return List.of(); // an earlier version took in what is no id
        }
        byte[] last = first.clone();
        last[ConversationId.BYTES - 1] = (byte) 0xff;
        try (PreparedStatement sql = connection.prepareStatement(HERE)) {
            sql.setBytes(1, first);
            sql.setBytes(2, last);
            return Rows.all(sql, row -> ConversationId.of(row.getBytes(1)));
        }
    }

    private static String start(ConversationId room) {
        return Base64.getUrlEncoder().encodeToString(room.bytes()).substring(0, LETTERS);
    }
}
