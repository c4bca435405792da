package io.landline.storage.entries;

import io.landline.storage.database.Rows;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;

/// How words leave the search for good. With `secure-delete` on, FTS5 overwrites each place of a word by itself.
/// That is right for a usual text, but takes 0.4 s for 16 KiB of different words. So only some words are
/// overwritten ([OverwriteAllowance]). More of them are noted: nothing finds them any more, but they stand in the
/// index until all of it is written anew, in steps ([#clear]). While that is due, all words are noted. Within the
/// caller's transaction; the writer's thread only.
final class SearchIndexCleanup {
    /// Pages of the index that one step writes: some 20 ms, for which other writes wait.
    static final int PAGES_A_STEP = 64;

    private SearchIndexCleanup() {}

    /// Chooses how the words of a text leave. To be called right before it is taken out of the index.
    static void prepare(Connection connection, String text, OverwriteAllowance allowance) throws SQLException {
        try (Statement sql = connection.createStatement()) {
            if (areLeft(connection)) {
                sql.executeUpdate("UPDATE search_words_left SET again=1 WHERE begun=1 AND again=0");
            } else if (!allowance.take(text)) {
                sql.executeUpdate("INSERT INTO search_words_left (id, begun) VALUES (1, 0)");
                setSecure(sql, 0);
            }
        }
    }

    private static void setSecure(Statement sql, int on) throws SQLException {
        sql.executeUpdate("INSERT INTO entry_text (entry_text, rank) VALUES ('secure-delete', " + on + ")");
    }

    /// Whether words were noted that are still in the index.
    static boolean areLeft(Connection connection) throws SQLException {
        try (PreparedStatement sql = connection.prepareStatement("SELECT 1 FROM search_words_left")) {
            return Rows.first(sql, _ -> true) != null;
        }
    }

    /// Writes a part of the index anew. At the end words are overwritten again.
    ///
    /// @return whether more is to be done
    static boolean clear(Connection connection) throws SQLException {
        try (Statement sql = connection.createStatement()) {
            boolean begins = sql.executeUpdate("UPDATE search_words_left SET begun=1 WHERE begun=0") > 0;
            long before = changes(connection);
            merge(sql, begins ? -PAGES_A_STEP : PAGES_A_STEP); // below 0: all of it into one
            // SQLite's own way to tell whether anything was merged (FTS5, "The 'merge' Command")
            if (changes(connection) - before >= 2) return true;
            if (sql.executeUpdate("UPDATE search_words_left SET begun=0, again=0 WHERE again=1") > 0) return true;
            sql.executeUpdate("DELETE FROM search_words_left");
            setSecure(sql, 1);
            return false;
        }
    }

    private static void merge(Statement sql, int pages) throws SQLException {
        sql.executeUpdate("INSERT INTO entry_text (entry_text, rank) VALUES ('merge', " + pages + ")");
    }

    /// Rows that this connection has written.
    static long changes(Connection connection) throws SQLException {
        try (PreparedStatement sql = connection.prepareStatement("SELECT total_changes()")) {
            return Objects.requireNonNull(Rows.first(sql, row -> row.getLong(1)), "a value has a row");
        }
    }
}
