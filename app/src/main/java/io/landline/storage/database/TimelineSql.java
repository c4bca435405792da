package io.landline.storage.database;

import io.landline.chat.TimelinePosition;
import io.landline.room.ConversationId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// What questions about a timeline have in common: its order, the edge that a part of it begins at, and the row of its
/// conversation. The database's threads only.
public final class TimelineSql {
    /// The columns of a position, in the order of a timeline; the oldest first.
    public static final String UP = "lamport, author, number, log_id";
    /// The same, the newest first.
    public static final String DOWN = "lamport DESC, author DESC, number DESC, log_id DESC";
    public static final String NEWEST_FIRST = " ORDER BY " + DOWN + " LIMIT ?";
    public static final String OLDEST_FIRST = " ORDER BY " + UP + " LIMIT ?";
    public static final String BEFORE = " AND (" + UP + ") < (?, ?, ?, ?)";
    public static final String AFTER = " AND (" + UP + ") > (?, ?, ?, ?)";

    private TimelineSql() {}

    /// An order of two tables that both have the columns.
    ///
    /// @param order [#UP] or [#DOWN]
    public static String of(String table, String order) {
        return table + "." + order.replace(", ", ", " + table + ".");
    }

    /// The row of a conversation; null where nothing of it was ever stored.
    public static @Nullable Long rowOf(Connection connection, ConversationId conversation) throws SQLException {
        try (PreparedStatement sql = connection.prepareStatement("SELECT id FROM conversation WHERE conversation=?")) {
            sql.setBytes(1, conversation.bytes());
            return Rows.first(sql, row -> row.getLong(1));
        }
    }

    /// Sets the four places of an edge, if there is one.
    ///
    /// @return the place after them
    public static int setEdge(PreparedStatement sql, int place, @Nullable TimelinePosition edge) throws SQLException {
        if (edge == null) return place;
        sql.setLong(place, edge.lamport());
        sql.setBytes(place + 1, edge.author().bytes());
        sql.setLong(place + 2, edge.number());
        sql.setBytes(place + 3, ChatDatabase.bytes(edge.log()));
        return place + 4;
    }
}
