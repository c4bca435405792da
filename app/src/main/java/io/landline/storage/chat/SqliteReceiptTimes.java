package io.landline.storage.chat;

import io.landline.chat.LogKey;
import io.landline.peer.Fingerprint;
import io.landline.storage.database.ChatDatabase;
import io.landline.storage.database.Database;
import io.landline.storage.database.Rows;
import io.landline.storage.database.StorageException;
import java.sql.PreparedStatement;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// When receipts of our own logs came. Bounded ([ReceiptTimesNote]): where one is gone, only a time is missing. Any
/// thread; each call waits for the database, and throws a [StorageException].
public final class SqliteReceiptTimes {
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

    /// The people that this entry of a log of ours reached.
    public Map<Fingerprint, Reached> reached(LogKey log, long number) {
        return database.read(connection -> {
            try (PreparedStatement sql = connection.prepareStatement(REACHED)) {
                sql.setBytes(1, log.conversation().bytes());
                sql.setBytes(2, log.author().bytes());
                sql.setBytes(3, ChatDatabase.bytes(log.log()));
                sql.setLong(4, number);
                var reached = new HashMap<Fingerprint, Reached>();
                Rows.each(sql, row -> reached.put(Fingerprint.of(row.getBytes(1)),
                        new Reached(instant(row.getLong(4), row.wasNull()), row.getLong(3) >= number,
                                instant(row.getLong(5), row.wasNull()))));
                return reached;
            }
        });
    }

    private static @Nullable Instant instant(long millis, boolean isNull) {
        return isNull ? null : Instant.ofEpochMilli(millis);
    }
}
