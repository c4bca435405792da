package io.landline.storage;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/// The tables of what the user chose for a conversation, each with a column `conversation`. They go with the room or
/// the person. Part of the caller's transaction; the writer's thread only.
final class ChoiceTables {
    /// Those that also have a column `peer`: the other side of a direct conversation, empty for a room.
    private static final List<String> OF_PEOPLE = List.of("mute", "on_top", "archived", "unread_mark");
    private static final List<String> OF_ROOMS = List.of("mute", "on_top", "archived", "unread_mark", "room_name",
            "draft");

    private ChoiceTables() {}

    static void deleteOfRoom(Connection connection, byte[] room) throws SQLException {
        for (String table : OF_ROOMS) delete(connection, table, room);
    }

    /// What was chosen for direct conversations with this person.
    static void deleteOfPeer(Connection connection, byte[] fingerprint) throws SQLException {
        for (String table : OF_PEOPLE) {
            TrustTables.update(connection, "DELETE FROM " + table + " WHERE peer = ?", fingerprint);
        }
    }

    /// The new room has them now; what was chosen for it already stays.
    static void move(Connection connection, byte[] oldRoom, byte[] newRoom) throws SQLException {
        for (String table : OF_ROOMS) {
            TrustTables.update(connection,
                    "UPDATE OR IGNORE " + table + " SET conversation = ? WHERE conversation = ?", newRoom, oldRoom);
        }
    }

    /// What one table has of a conversation.
    static int delete(Connection connection, String table, byte[] conversation) throws SQLException {
        return TrustTables.update(connection, "DELETE FROM " + table + " WHERE conversation = ?", conversation);
    }
}
