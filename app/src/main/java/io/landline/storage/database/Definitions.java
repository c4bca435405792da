package io.landline.storage.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/// What a database of this version consists of: its tables with their columns, and its indexes. The check of the pages
/// (`PRAGMA quick_check`) calls a file sound that lacks some of them. Stateless; the thread of the connection.
///
/// `definitions.txt` has one line for each: its kind, its name, its columns. A test compares it with what the
/// migrations make. Tables that SQLite itself keeps for the search are not listed: they depend on its version.
final class Definitions {
    private static final System.Logger LOG = System.getLogger(Definitions.class.getName());
    private static final String FILE = "definitions.txt";
    private static final String INDEX = "index ";
    private static final String TABLE = "table ";
    /// Without those that belong to a table's own keys: they have no text, and cannot be removed.
    private static final String INDEXES = """
            SELECT name, tbl_name FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL""";
    private static final String THERE = """
            SELECT concat_ws(' ', type, name, (SELECT group_concat(name, ' ') FROM pragma_table_info(m.name)))
            FROM sqlite_schema m WHERE type IN ('table', 'index') AND name NOT LIKE 'sqlite_%'
            AND name NOT IN (SELECT name FROM pragma_table_list WHERE type = 'shadow') ORDER BY type, name""";

    private Definitions() {}

    /// Whether all that belongs to this version is there. Tables that somebody else added do not count.
    ///
    /// @param expected as [#expected] reads it
    static boolean areWhole(Connection connection, List<String> expected) throws SQLException {
        return of(connection).containsAll(expected);
    }

    /// Removes what makes our tables do more than they do by themselves, and what no version of ours makes: triggers.
    /// One may delete rows, or refuse them, at each write. To be called before anything is written.
    static void removeTriggers(Connection connection) throws SQLException {
        try (PreparedStatement sql = connection
                .prepareStatement("SELECT name FROM sqlite_schema WHERE type = 'trigger'")) {
            remove(connection, "trigger", Rows.all(sql, row -> row.getString(1)));
        }
    }

    /// Makes indexes again that are missing, and removes those that are not of this version: one that allows each value
    /// once refuses rows. Nothing is lost with an index, as it only repeats what the tables hold.
    ///
    /// @param expected as [#expected] reads it
    /// @throws SQLException also where the tables hold what an index does not allow
    static void mendIndexes(Connection connection, List<String> expected) throws SQLException, IOException {
        Set<String> ours = new HashSet<>();
        Set<String> tables = new HashSet<>();
        for (String each : expected) {
            if (each.startsWith(INDEX)) ours.add(each.substring(INDEX.length()));
            if (each.startsWith(TABLE)) tables.add(each.split(" ", 3)[1]);
        }
        List<String> there = indexesOf(connection, tables);
        remove(connection, "index", there.stream().filter(each -> !ours.contains(each)).toList());
        there.forEach(ours::remove);
        if (ours.isEmpty()) return;
        LOG.log(System.Logger.Level.WARNING, "indexes of the history were missing, and are made again: {0}", ours);
        try (Connection whole = SqliteConnections.inMemory()) {
            Migrations.applyInMemory(whole);
            for (String name : ours) run(connection, definition(whole, name));
        }
    }

    private static String definition(Connection whole, String index) throws SQLException {
        try (PreparedStatement sql = whole.prepareStatement("SELECT sql FROM sqlite_schema WHERE name = ?")) {
            sql.setString(1, index);
            return Objects.requireNonNull(Rows.first(sql, row -> row.getString(1)), "an index of definitions.txt");
        }
    }

    private static void run(Connection connection, String definition) throws SQLException {
        try (Statement sql = connection.createStatement()) {
            sql.executeUpdate(definition);
        }
    }

    private static List<String> indexesOf(Connection connection, Set<String> tables) throws SQLException {
        record Index(String name, String table) {}
        try (PreparedStatement sql = connection.prepareStatement(INDEXES)) {
            return Rows.all(sql, row -> new Index(row.getString(1), row.getString(2)))
                    .stream()
                    .filter(each -> tables.contains(each.table))
                    .map(Index::name)
                    .toList();
        }
    }

    private static void remove(Connection connection, String kind, List<String> names) throws SQLException {
        for (String name : names) {
            LOG.log(System.Logger.Level.WARNING, "the history has a {0} that is not ours, which is removed: {1}", kind,
                    name);
            run(connection, "DROP " + kind + " \"" + name.replace("\"", "\"\"") + "\"");
        }
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

    /// The lines of `definitions.txt`. A start reads them once.
    static List<String> expected() throws IOException {
        try (InputStream in = Definitions.class.getResourceAsStream(FILE)) {
            if (in == null) throw new IOException("the program is damaged: " + FILE + " is missing in it");
            return new BufferedReader(new InputStreamReader(in, UTF_8)).lines().toList();
        }
    }
}
