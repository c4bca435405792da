package io.landline.storage.chat;

import io.landline.chat.LogKey;
import io.landline.peer.Fingerprint;
import io.landline.storage.database.ChatDatabase;
import io.landline.storage.database.Database;
import io.landline.storage.database.Rows;
import io.landline.storage.database.StorageException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// When receipts of our own logs came. Bounded: the oldest go first, and then only a time is missing. Any thread; each
/// call waits for the database, and throws a [StorageException].
public final class SqliteReceiptTimes {
    /// Some 3 MB. A room of thirty that answers each message has them of the last three hundred.
    public static final int KEPT_MAX = 20_000;
    private static final String NOTE = "INSERT INTO receipt_time (conversation, log, peer, read, number, at)"
            + " VALUES (?, ?, ?, ?, ?, ?) RETURNING place";
    private static final String FORGET = "DELETE FROM receipt_time WHERE place<=?";
    public static final String REACHED = "SELECT peer, delivered, read, (" + first(0) + "), (" + first(1)
            + ") FROM receipt WHERE conversation=?1 AND author=?2 AND log=?3 AND delivered>=?4";

    private final Database database;

    public SqliteReceiptTimes(Database database) { this.database = database; }

    /// Who has an entry.
    ///
    /// @param delivered when that was told; null where it is not known any more
    /// @param isRead whether a person there saw it
    public record Reached(@Nullable Instant delivered, boolean isRead, @Nullable Instant read) {}

    private static String first(int read) {
        return "SELECT at FROM receipt_time AS told WHERE told.conversation=?1 AND told.log=?3"
                + " AND told.peer=receipt.peer AND told.read=" + read
                + " AND told.number>=?4 ORDER BY told.number LIMIT 1";
    }

    /// A receipt came: all of this log of ours up to that number.
    static void note(Connection connection, LogKey log, Fingerprint peer, boolean isRead, long upTo, Instant at)
            throws SQLException {
        long place = insert(connection, log, peer, isRead, upTo, at);
        try (PreparedStatement sql = connection.prepareStatement(FORGET)) {
            sql.setLong(1, place - KEPT_MAX);
            sql.executeUpdate();
        }
    }

    private static long insert(Connection connection, LogKey log, Fingerprint peer, boolean isRead, long upTo,
            Instant at) throws SQLException {
        try (PreparedStatement sql = connection.prepareStatement(NOTE)) {
            sql.setBytes(1, log.conversation().bytes());
            sql.setBytes(2, ChatDatabase.bytes(log.log()));
            sql.setBytes(3, peer.bytes());
            sql.setBoolean(4, isRead);
            sql.setLong(5, upTo);
            sql.setLong(6, at.toEpochMilli());
            return Objects.requireNonNull(Rows.first(sql, row -> row.getLong(1)), "an insert returns its row");
        }
    }

    /// The people that this entry of a log of ours reached.
    public Map<Fingerprint, Reached> reached(LogKey log, long number) {
        return database.read(connection -> {
            try (PreparedStatement sql = connection.prepareStatement(REACHED)) {
                sql.setBytes(1, log.conversation().bytes());
                sql.setBytes(2, log.author().bytes());
                sql.setBytes(3, ChatDatabase.bytes(log.log()));
                sql.setLong(4, number);
                var reached = new HashMap<Fingerprint, Reached>();
                try (var row = sql.executeQuery()) {
                    while (row.next()) {
                        reached.put(Fingerprint.of(row.getBytes(1)), new Reached(instant(row.getLong(4), row.wasNull()),
                                row.getLong(3) >= number, instant(row.getLong(5), row.wasNull())));
                    }
                }
                return reached;
            }
        });
    }

    private static @Nullable Instant instant(long millis, boolean isNull) {
        return isNull ? null : Instant.ofEpochMilli(millis);
    }
}
