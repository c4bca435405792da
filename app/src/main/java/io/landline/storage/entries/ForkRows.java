package io.landline.storage.entries;

import io.landline.chat.Fork;
import io.landline.chat.LogKey;
import io.landline.storage.database.ChatDatabase;
import io.landline.storage.database.DamageDetector;
import io.landline.storage.database.Rows;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/// The proofs that logs have two branches. The database's threads only.
final class ForkRows {
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
