package io.landline.storage.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What a database of this version consists of: its tables with their columns, and its indexes. The check of the pages
/// (`PRAGMA quick_check`) calls a file sound that lacks some of them. Stateless; the thread of the connection.
///
/// `definitions.txt` has one line for each: its kind, its name, its columns. A test compares it with what the
/// migrations make. Tables that SQLite itself keeps for the search are not listed: they depend on its version.
final class Definitions {
    private static final String FILE = "definitions.txt";
    private static final String THERE = """
            SELECT concat_ws(' ', type, name, (SELECT group_concat(name, ' ') FROM pragma_table_info(m.name)))
            FROM sqlite_schema m WHERE type IN ('table', 'index') AND name NOT LIKE 'sqlite_%'
            AND name NOT IN (SELECT name FROM pragma_table_list WHERE type = 'shadow') ORDER BY type, name""";

    private Definitions() {}

    /// Whether all that belongs to this version is there. What somebody else added does not count.
    static boolean areWhole(Connection connection) throws SQLException, IOException {
        return of(connection).containsAll(expected());
    }

    /// Whether there is any table.
    static boolean areThere(Connection connection) throws SQLException {
        return !of(connection).isEmpty();
    }

    /// Those of a database, as they stand in the file.
    static Set<String> of(Connection connection) throws SQLException {
        try (PreparedStatement sql = connection.prepareStatement(THERE)) {
            return new HashSet<>(Rows.all(sql, row -> row.getString(1)));
        }
    }

    static List<String> expected() throws IOException {
        try (InputStream in = Definitions.class.getResourceAsStream(FILE)) {
            if (in == null) throw new IOException("the program is damaged: " + FILE + " is missing in it");
            return new BufferedReader(new InputStreamReader(in, UTF_8)).lines().toList();
        }
    }
}
