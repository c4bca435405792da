package io.landline.storage.entries;

import io.landline.chat.Entry;
import io.landline.chat.view.FoldedText;
import io.landline.storage.database.Database;
import io.landline.storage.database.Database.Durability;
import io.landline.storage.database.Rows;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/// Moves the search of a profile of version 32 over to words as this version folds them
/// ([FoldedText]): step by step, each a short write, the newest entries first. Until an entry is reached, it is found
/// by the index of before, from which its words leave as ever. So a search is whole at any moment, and after a kill the
/// next start goes on. In the end the index of before goes, in steps too, and its pages are overwritten.
/// Any thread.
public final class SearchRenewal {
    /// Entries that one step looks at.
    static final int ENTRIES_A_STEP = 200;
    /// Of the texts of one step, beside the last one's. Of different words they take some 50 ms, for which other writes
    /// wait.
    static final int CHARACTERS_A_STEP = 16 * 1024;
    /// Rows of the index of before that one step removes: of 4 KiB each.
    static final int PAGES_A_STEP = 64;
    /// Such rows: of some bytes each.
    static final int ROWS_A_STEP = 2_000;
    /// The tables of which the index of before consists.
    private static final List<IndexTable> TABLES = List.of(new IndexTable("data", "id", PAGES_A_STEP),
            new IndexTable("docsize", "id", ROWS_A_STEP), new IndexTable("idx", "segid, term", ROWS_A_STEP));

    /// @param key its columns
    /// @param rows that one step removes
    private record IndexTable(String name, String key, int rows) {
        /// As long as it belongs to the index.
        String ofIndex() {
            return "entry_text_before_" + name;
        }

        /// Once it is a table by itself.
        String alone() {
            return "search_before_" + name;
        }
    }

    private record Row(long id, long conversation, boolean isShown, Entry entry) {}

    private final Database database;

    public SearchRenewal(Database database) { this.database = database; }

    /// Up to which row of an entry the index of before has what is shown: 0 where it does not count any more. Within
    /// the caller's transaction.
    static long reached(Connection connection) throws SQLException {
        try (PreparedStatement sql = connection.prepareStatement("SELECT reached FROM search_renewal")) {
            Long reached = Rows.first(sql, row -> row.getLong(1));
            return reached == null ? 0 : reached;
        }
    }

    /// Whether there is anything left to do.
    public boolean isDue() {
        return database.read(connection -> {
            try (PreparedStatement sql = connection.prepareStatement("SELECT 1 FROM search_renewal")) {
                return Rows.first(sql, _ -> true) != null;
            }
        });
    }

    /// Does a part of it.
    ///
    /// @return whether more is to be done
    public boolean step() {
        boolean more = database.write(Durability.BATCHED, connection -> {
            long reached = reached(connection);
            return reached > 0 ? renew(connection, reached) : removePart(connection);
        });
        if (!more) database.scrub();
        return more;
    }

    private static boolean renew(Connection connection, long reached) throws SQLException {
        List<Row> rows = rows(connection, reached);
        long next = rows.size() < ENTRIES_A_STEP ? 0 : rows.getLast().id() - 1;
        int characters = 0;
        for (Row row : rows) {
            String text = row.isShown() && row.entry().body() != null
                    ? new ActRows(connection, row.conversation()).searchable(row.entry())
                    : null;
            if (text == null) continue;
            Rows.update(connection, "INSERT INTO entry_text (rowid, text) VALUES (?, ?)", row.id(),
                    FoldedText.indexed(text));
            characters += text.length();
            if (characters < CHARACTERS_A_STEP) continue;
            next = row.id() - 1;
            break;
        }
        Rows.update(connection, "UPDATE search_renewal SET reached=?", Math.max(next, 0));
        return true;
    }

    private static List<Row> rows(Connection connection, long reached) throws SQLException {
        try (PreparedStatement sql = connection.prepareStatement("SELECT header, signature, body, id, conversation,"
                + " shown FROM entry WHERE id<=? ORDER BY id DESC LIMIT " + ENTRIES_A_STEP)) {
            sql.setLong(1, reached);
            return Rows.all(sql,
                    row -> new Row(row.getLong(4), row.getLong(5), row.getBoolean(6), Rows.entry(row)));
        }
    }

    /// A table of the index that is removed at once has all its pages overwritten at once. So its tables are made
    /// tables by themselves first, and lose some rows at a time.
    private static boolean removePart(Connection connection) throws SQLException {
        try (Statement sql = connection.createStatement()) {
            if (isTable(connection, "entry_text_before")) {
                for (IndexTable table : TABLES) {
                    sql.executeUpdate("ALTER TABLE " + table.ofIndex() + " RENAME TO " + table.alone());
                }
                sql.executeUpdate("DROP TABLE entry_text_before");
                return true;
            }
            for (IndexTable table : TABLES) {
                if (!isTable(connection, table.alone())) continue;
                int removed = sql
                        .executeUpdate("DELETE FROM " + table.alone() + " WHERE (" + table.key() + ") IN (SELECT "
                                + table.key() + " FROM " + table.alone() + " LIMIT " + table.rows() + ")");
                if (removed < table.rows()) sql.executeUpdate("DROP TABLE " + table.alone());
                return true;
            }
            sql.executeUpdate("DELETE FROM search_renewal");
            return false;
        }
    }

    private static boolean isTable(Connection connection, String name) throws SQLException {
        try (PreparedStatement sql = connection
                .prepareStatement("SELECT 1 FROM sqlite_schema WHERE type='table' AND name=?")) {
            sql.setString(1, name);
            return Rows.first(sql, _ -> true) != null;
        }
    }
}
