package io.landline.storage.choices;

import io.landline.room.ConversationId;
import io.landline.storage.database.Rows;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The tables of what the user chose for a conversation, each with a column `conversation`. They go with the room or
/// the person. Part of the caller's transaction; only the writer's thread changes them.
public final class ChoiceTables {
    /// Those that also have a column `peer`: the other side of a direct conversation, empty for a room.
    private static final List<String> OF_PEOPLE = List.of("mute", "on_top", "archived", "unread_mark");
    private static final List<String> OF_ROOMS = List.of("mute", "on_top", "archived", "unread_mark", "room_name",
            "draft");

    private ChoiceTables() {}

    /// A row of one of them, as it stood there.
    public record Row(String table, List<String> columns, List<@Nullable Object> values) {}

    /// All that was chosen for a room.
    public static List<Row> ofRoom(Connection connection, byte[] room) throws SQLException {
        var rows = new ArrayList<Row>();
        for (String table : OF_ROOMS) {
            try (PreparedStatement sql = connection
                    .prepareStatement("SELECT * FROM " + table + " WHERE conversation = ?")) {
                sql.setBytes(1, room);
                rows.addAll(Rows.all(sql, row -> read(table, row)));
            }
        }
        return rows;
    }

    private static Row read(String table, ResultSet row) throws SQLException {
        ResultSetMetaData meaning = row.getMetaData();
        var columns = new ArrayList<String>();
        var values = new ArrayList<@Nullable Object>();
        for (int i = 1; i <= meaning.getColumnCount(); i++) {
            columns.add(meaning.getColumnName(i));
            values.add(row.getObject(i));
        }
        return new Row(table, columns, values);
    }

    /// Rows that were deleted are there again; what was chosen since stays.
    public static void restore(Connection connection, List<Row> rows) throws SQLException {
        for (Row row : rows) {
            String places = String.join(", ", Collections.nCopies(row.columns().size(), "?"));
            Rows.update(connection, "INSERT OR IGNORE INTO " + row.table() + " ("
                    + String.join(", ", row.columns()) + ") VALUES (" + places + ")", row.values().toArray());
        }
    }

    public static void deleteOfRoom(Connection connection, byte[] room) throws SQLException {
        for (String table : OF_ROOMS) delete(connection, table, room);
    }

    /// What was chosen for direct conversations with this person.
    public static void deleteOfPeer(Connection connection, byte[] fingerprint) throws SQLException {
        for (String table : OF_PEOPLE) {
            Rows.update(connection, "DELETE FROM " + table + " WHERE peer = ?", fingerprint);
        }
    }

    /// The new room has them now; what was chosen for it already stays. How long it is kept holds for both: the new one
    /// shows what was said in the old one.
    public static void move(Connection connection, byte[] oldRoom, byte[] newRoom) throws SQLException {
        for (String table : OF_ROOMS) {
            Rows.update(connection,
                    "UPDATE OR IGNORE " + table + " SET conversation = ? WHERE conversation = ?", newRoom, oldRoom);
        }
        Rows.update(connection,
                "INSERT OR IGNORE INTO retention (conversation, days)"
                        + " SELECT ?, days FROM retention WHERE conversation = ?",
                newRoom, oldRoom);
    }

    /// One column of a table, for each conversation that it has.
    static <T> Map<ConversationId, T> all(Connection connection, String table, String column, Rows.Reader<T> value)
            throws SQLException {
        var all = new HashMap<ConversationId, T>();
        try (PreparedStatement sql = connection.prepareStatement("SELECT conversation, " + column + " FROM " + table)) {
            Rows.each(sql, row -> all.put(ConversationId.of(row.getBytes(1)), value.read(row)));
        }
        return all;
    }

    /// What one table has of a conversation.
    static int delete(Connection connection, String table, byte[] conversation) throws SQLException {
        return Rows.update(connection, "DELETE FROM " + table + " WHERE conversation = ?", conversation);
    }
}
