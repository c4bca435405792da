package io.landline.storage.entries;

import io.landline.storage.database.Rows;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;

/// How words leave the search for good. FTS5 overwrites each place of a word by itself where `secure-delete` is on,
/// which takes some 5 ms a text. For many texts it is quicker to note that they have gone, and to write all of the
/// index anew afterwards, in steps: what has gone is not in it any more. Within the caller's transaction; the
/// writer's thread only.
final class SearchIndexCleanup {
    /// Pages of the index that one step writes: some 20 ms, for which other writes wait.
    static final int PAGES_A_STEP = 64;

    private SearchIndexCleanup() {}

    /// From now on words are noted, and [#clear] is due.
    static void leaveTogether(Connection connection) throws SQLException {
        try (Statement sql = connection.createStatement()) {
            sql.executeUpdate("INSERT OR REPLACE INTO search_words_left (id, begun) VALUES (1, 0)");
            setSecure(sql, 0);
        }
    }

    /// From now on words are overwritten; what was noted is written out before.
    static void leaveAtOnce(Connection connection) throws SQLException {
        try (Statement sql = connection.createStatement()) {
            merge(sql, 1);
            setSecure(sql, 1);
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

    /// Writes a part of the index anew.
    ///
    /// @return whether more is to be done
    static boolean clear(Connection connection) throws SQLException {
        try (Statement sql = connection.createStatement()) {
            boolean begins = sql.executeUpdate("UPDATE search_words_left SET begun=1 WHERE begun=0") > 0;
            long before = changes(connection);
            merge(sql, begins ? -PAGES_A_STEP : PAGES_A_STEP); // below 0: all of it into one
            // SQLite's own way to tell whether anything was merged (FTS5, "The 'merge' Command")
            if (changes(connection) - before >= 2) return true;
            sql.executeUpdate("DELETE FROM search_words_left");
            return false;
        }
    }

    private static void merge(Statement sql, int pages) throws SQLException {
        sql.executeUpdate("INSERT INTO entry_text (entry_text, rank) VALUES ('merge', " + pages + ")");
    }

    private static long changes(Connection connection) throws SQLException {
        try (PreparedStatement sql = connection.prepareStatement("SELECT total_changes()")) {
            return Objects.requireNonNull(Rows.first(sql, row -> row.getLong(1)), "a value has a row");
        }
    }
}
