package io.landline.storage.chat;

import io.landline.chat.Entry;
import io.landline.chat.LogKey;
import io.landline.storage.database.ChatDatabase;
import io.landline.storage.database.Database;
import io.landline.storage.database.Database.Durability;
import io.landline.storage.database.Rows;
import io.landline.storage.database.StorageException;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// When entries came that their authors sent as they were written, where the author's clock is behind. What was asked
/// for may be of any age, and is not noted. Bounded by the entries: each row goes with what is removed. Any
/// thread; each call waits for the database, and throws a [StorageException].
public final class SqliteHeard {
    /// A clock that is behind by less costs nothing that is kept for a month.
    static final Duration BEHIND_MIN = Duration.ofDays(1);
    private static final String NEWEST = "SELECT at FROM heard WHERE conversation=? AND author=? AND log=?"
            + " AND number<=? ORDER BY number DESC LIMIT 1";

    private final Database database;

    public SqliteHeard(Database database) { this.database = database; }

    /// An entry came that was written a moment ago. Noted only where its date is old.
    public void note(Entry entry, Instant now) {
        if (!entry.written().plus(BEHIND_MIN).isBefore(now)) return;
        database.write(Durability.BATCHED, connection -> {
            try (PreparedStatement sql = connection.prepareStatement(
                    "INSERT OR IGNORE INTO heard (conversation, author, log, number, at) VALUES (?, ?, ?, ?, ?)")) {
                bind(sql, entry.log());
                sql.setLong(4, entry.header().number());
                sql.setLong(5, now.toEpochMilli());
                return sql.executeUpdate();
            }
        });
    }

    /// A time before which an entry was not written, whatever its date says: when it came itself, or one before it in
    /// its log. Null where none is known.
    public @Nullable Instant notBefore(Entry entry) {
        return database.<@Nullable Instant>read(connection -> {
            try (PreparedStatement sql = connection.prepareStatement(NEWEST)) {
                bind(sql, entry.log());
                sql.setLong(4, entry.header().number());
                return Rows.first(sql, row -> Instant.ofEpochMilli(row.getLong(1)));
            }
        });
    }

    private static void bind(PreparedStatement sql, LogKey log) throws SQLException {
        sql.setBytes(1, log.conversation().bytes());
        sql.setBytes(2, log.author().bytes());
        sql.setBytes(3, ChatDatabase.bytes(log.log()));
    }
}
