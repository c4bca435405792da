package io.landline.storage.entries;

import io.landline.chat.EntryStore.BeforeFork;
import io.landline.chat.Fork;
import io.landline.chat.LogKey;
import io.landline.peer.Fingerprint;
import io.landline.room.ConversationId;
import io.landline.storage.database.ChatDatabase;
import io.landline.storage.database.DamageDetector;
import io.landline.storage.database.Rows;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The proofs that logs have two branches. The database's threads only.
final class ForkRows {
    private static final String BEFORE = "SELECT log_fork.author, log_fork.log, entry.number, entry.hash"
            + " FROM conversation CROSS JOIN log_fork ON log_fork.conversation=conversation.conversation"
            + " CROSS JOIN log ON log.conversation=conversation.id AND log.author=log_fork.author"
            + " AND log.log=log_fork.log CROSS JOIN entry ON entry.log=log.id AND entry.number=log_fork.number-1"
            + " WHERE conversation.conversation=?";

    private ForkRows() {}

    static List<Fork> all(Connection connection) throws SQLException {
        try (PreparedStatement sql = connection.prepareStatement("SELECT proof FROM log_fork")) {
            return Rows.all(sql, row -> {
                try {
                    return Fork.stored(row.getBytes(1));
                } catch (IllegalArgumentException e) {
                    throw new DamageDetector.DamagedRowException("the proof of a fork in the history is damaged", e);
                }
            });
        }
    }

    /// As [io.landline.chat.EntryStore#beforeForks].
    static Map<LogKey, BeforeFork> before(Connection connection, ConversationId conversation) throws SQLException {
        try (PreparedStatement sql = connection.prepareStatement(BEFORE)) {
            sql.setBytes(1, conversation.bytes());
            var before = new HashMap<LogKey, BeforeFork>();
            Rows.each(sql, row -> {
                Fingerprint author = Fingerprint.of(row.getBytes(1));
                before.put(new LogKey(conversation, author, ChatDatabase.logId(row.getBytes(2))),
                        new BeforeFork(row.getLong(3), row.getBytes(4)));
            });
            return before;
        }
    }

    /// Of each log the lowest.
    ///
    /// @return whether it is new
    static boolean remember(Connection connection, Fork fork) throws SQLException {
        LogKey key = fork.log();
        try (PreparedStatement sql = connection.prepareStatement("INSERT INTO log_fork (conversation, author, log,"
                + " number, proof) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET number=excluded.number,"
                + " proof=excluded.proof WHERE excluded.number<log_fork.number")) {
            bind(sql, key);
            sql.setLong(4, fork.number());
            sql.setBytes(5, fork.bytes());
            return sql.executeUpdate() > 0;
        }
    }

    static void forget(Connection connection, LogKey key) throws SQLException {
        try (PreparedStatement sql = connection
                .prepareStatement("DELETE FROM log_fork WHERE conversation=? AND author=? AND log=?")) {
            bind(sql, key);
            sql.executeUpdate();
        }
    }

    private static void bind(PreparedStatement sql, LogKey key) throws SQLException {
        sql.setBytes(1, key.conversation().bytes());
        sql.setBytes(2, key.author().bytes());
        sql.setBytes(3, ChatDatabase.bytes(key.log()));
    }
}
