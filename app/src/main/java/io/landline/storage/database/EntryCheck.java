package io.landline.storage.database;

import io.landline.chat.Entry;
import io.landline.peer.Sha256;
import io.landline.storage.database.HealthCheck.Verdict;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// Compares stored entries with their hashes. SQLite's own check looks at the order of pages and rows; it does not see
/// that a byte within a message has changed. A peer that gets such a message ends the session. The thread of its
/// connection only.
public final class EntryCheck {
    /// Rows between two pauses: at most some megabytes, usually some milliseconds.
    static final int ROWS = 256;
    /// Nobody waits for this check, and others need the processor: 100,000 messages take some ten seconds.
    static final Duration PAUSE = Duration.ofMillis(20);
    private static final String NEXT = "SELECT header, signature, body, hash, id FROM entry WHERE id>? ORDER BY id"
            + " LIMIT ?";

    private EntryCheck() {}

    /// Whether header and body are what their hashes say. An entry without its body is whole.
    ///
    /// @param hash the entry's, as it was stored beside it
    public static boolean isWhole(Entry entry, byte @Nullable [] hash) {
        byte[] body = entry.body();
        return Arrays.equals(entry.hash(), hash)
                && (body == null || Arrays.equals(Sha256.of(body), entry.header().bodyHash()));
    }

    /// Looks at all entries, the oldest first.
    ///
    /// @param over whether to give up
    static Verdict until(Connection connection, BooleanSupplier over) throws SQLException {
        long last = Long.MIN_VALUE;
        try (PreparedStatement sql = connection.prepareStatement(NEXT)) {
            while (!over.getAsBoolean()) {
                Thread.sleep(PAUSE);
                sql.setLong(1, last);
                sql.setInt(2, ROWS);
                long before = last;
                try (ResultSet row = sql.executeQuery()) {
                    while (row.next()) {
                        if (!isWhole(Rows.entry(row), row.getBytes(4))) return Verdict.DAMAGED;
                        last = row.getLong(5);
                    }
                }
                if (last == before) return Verdict.SOUND;
            }
        } catch (SQLException e) {
            if (DamageDetector.isMetBy(e)) return Verdict.DAMAGED;
            throw e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // closing
        }
        return Verdict.UNFINISHED;
    }
}
