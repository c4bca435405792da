package io.landline.storage.entries;

import io.landline.peer.Fingerprint;
import io.landline.room.ConversationId;
import io.landline.storage.database.Rows;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;

/// The other sides of direct conversations. Stateless; on the thread of its connection.
final class DirectPeers {
    private static final String ONE = "SELECT peer FROM conversation WHERE conversation=? AND peer IS NOT NULL";
    /// A log of which nothing is held has no row.
    private static final String ALL = "SELECT peer FROM conversation AS its WHERE peer IS NOT NULL"
            + " AND EXISTS (SELECT 1 FROM log WHERE log.conversation=its.id)"
            + " ORDER BY (SELECT min(log.id) FROM log WHERE log.conversation=its.id)";

    /// The list of conversations looks at each. The newest one stays, so that no id is given twice.
    private static final String FORGET = "DELETE FROM conversation WHERE conversation=? AND peer IS NOT NULL"
            + " AND own_log IS NULL AND id<(SELECT max(id) FROM conversation)"
            + " AND NOT EXISTS (SELECT 1 FROM log WHERE log.conversation=conversation.id)";

    private DirectPeers() {}

    /// Forgets a direct conversation of which nothing is held, and in which this node wrote nothing.
    static void forgetWhereEmpty(Connection connection, ConversationId conversation) throws SQLException {
        try (PreparedStatement sql = connection.prepareStatement(FORGET)) {
            sql.setBytes(1, conversation.bytes());
            sql.executeUpdate();
        }
    }

    static @Nullable Fingerprint of(Connection connection, ConversationId conversation) throws SQLException {
        try (PreparedStatement sql = connection.prepareStatement(ONE)) {
            sql.setBytes(1, conversation.bytes());
            return Rows.first(sql, row -> Fingerprint.of(row.getBytes(1)));
        }
    }

    static SequencedSet<Fingerprint> all(Connection connection) throws SQLException {
        try (PreparedStatement sql = connection.prepareStatement(ALL)) {
            return new LinkedHashSet<>(Rows.all(sql, row -> Fingerprint.of(row.getBytes(1))));
        }
    }
}
