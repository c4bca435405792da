package io.landline.storage.entries;

import io.landline.peer.Fingerprint;
import io.landline.room.ConversationId;
import io.landline.storage.database.Rows;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
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

    /// What may be a direct conversation without its other side. Those of rooms that were left are among them. A length
    /// that the disk changed is no reason not to start.
    private static final String WITHOUT = "SELECT id, conversation FROM conversation WHERE peer IS NULL"
            + " AND length(conversation)=16 AND conversation NOT IN (SELECT id FROM room)";
    private static final String PEOPLE = "SELECT fingerprint FROM (SELECT fingerprint FROM peer UNION"
            + " SELECT author FROM log) WHERE length(fingerprint)=32";

    private DirectPeers() {}

    /// Direct conversations of which a damaged database lost the other side, as a salvage leaves them: the ids of the
    /// two make that of their conversation.
    ///
    /// @return by the row of the conversation
    static Map<Long, Fingerprint> lost(Connection connection, Fingerprint me) throws SQLException {
        var without = new HashMap<ConversationId, Long>();
        try (PreparedStatement sql = connection.prepareStatement(WITHOUT)) {
            Rows.each(sql, row -> without.put(ConversationId.of(row.getBytes(2)), row.getLong(1)));
        }
        if (without.isEmpty()) return Map.of(); // nearly always
        var lost = new HashMap<Long, Fingerprint>();
        try (PreparedStatement sql = connection.prepareStatement(PEOPLE)) {
            Rows.each(sql, row -> {
                Fingerprint person = Fingerprint.of(row.getBytes(1));
                Long conversation = person.equals(me) ? null : without.get(ConversationId.direct(me, person));
                if (conversation != null) lost.put(conversation, person);
            });
        }
        return lost;
    }

    static void set(Connection connection, Map<Long, Fingerprint> peers) throws SQLException {
        for (Map.Entry<Long, Fingerprint> each : peers.entrySet()) {
            Rows.update(connection, "UPDATE conversation SET peer=? WHERE id=?", each.getValue().bytes(),
                    each.getKey());
        }
    }

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
