package io.landline.storage.entries;

import io.landline.chat.LogKey;
import io.landline.peer.Fingerprint;
import io.landline.room.ConversationId;
import io.landline.storage.database.ChatDatabase;
import io.landline.storage.database.Rows;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/// Rooms that were never made: of the change of words that was to make one only its entry was stored. Nobody was told
/// of it. Stateless.
public final class UnmadeRooms {
    /// Each change that is known has its row, also that of a room that was left.
    private static final String FIND = """
            SELECT id, conversation.conversation FROM conversation
              WHERE own_log IS NOT NULL AND peer IS NULL
              AND NOT EXISTS (SELECT 1 FROM new_words WHERE next=conversation.conversation)
              AND NOT EXISTS (SELECT 1 FROM room WHERE room.id=conversation.conversation)
              AND NOT EXISTS (SELECT 1 FROM retired_room WHERE retired_room.id=conversation.conversation)
              AND EXISTS (SELECT 1 FROM entry WHERE entry.conversation=conversation.id)
              AND NOT EXISTS (SELECT 1 FROM entry WHERE entry.conversation=conversation.id
                AND (kind<>5 OR log_id<>own_log))""";

    private UnmadeRooms() {}

    /// @param row of the table `conversation`
    public record UnmadeRoom(long row, ConversationId conversation) {}

    public static List<UnmadeRoom> find(Connection connection) throws SQLException {
        try (PreparedStatement sql = connection.prepareStatement(FIND)) {
            return Rows.all(sql, row -> new UnmadeRoom(row.getLong(1), ConversationId.of(row.getBytes(2))));
        }
    }

    public static void remove(Connection connection, List<UnmadeRoom> rooms) throws SQLException {
        var writer = new EntryWriter(connection);
        for (UnmadeRoom room : rooms) {
            for (LogKey log : logs(connection, room)) writer.cut(log, 1);
            Rows.update(connection, "DELETE FROM conversation WHERE id=?", room.row());
        }
    }

    private static List<LogKey> logs(Connection connection, UnmadeRoom room) throws SQLException {
        try (PreparedStatement sql = connection.prepareStatement("SELECT author, log FROM log WHERE conversation=?")) {
            sql.setLong(1, room.row());
            return Rows.all(sql, row -> new LogKey(room.conversation(), Fingerprint.of(row.getBytes(1)),
                    ChatDatabase.logId(row.getBytes(2))));
        }
    }
}
