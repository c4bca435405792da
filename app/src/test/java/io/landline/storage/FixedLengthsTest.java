package io.landline.storage;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Lengths that a salvage expects, beside those of the database that a release left behind: a wrong one would cost all
/// rows of a table.
class FixedLengthsTest {
    private static final String ARCHIVE = "/io/landline/recorded/0.1.0-profile.zip";
    /// In the tables of that profile that have rows.
    private static final Set<String> SEEN = Set.of("author", "conversation", "fingerprint", "hash", "header", "log",
            "offer", "peer", "public_key", "room", "signature", "transfer");

    @TempDir
    Path folder;

    @Test
    void everyValueOfARecordedProfileFits() throws Exception {
        Path file = folder.resolve("history.db");
        unpack(file);
        var seen = new TreeSet<String>();
        try (Connection database = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            for (String table : tables(database)) check(database, table, seen);
        }
        assertTrue(seen.containsAll(SEEN), () -> "only " + seen);
    }

    @Test
    void aShortenedValueDoesNotFit() {
        assertTrue(FixedLengths.fits("author", new byte[32]));
        assertFalse(FixedLengths.fits("author", new byte[31]));
        assertTrue(FixedLengths.fits("body", new byte[31]));
    }

    private static void check(Connection database, String table, Set<String> seen) throws SQLException {
        try (Statement sql = database.createStatement(); ResultSet row = sql.executeQuery("SELECT * FROM " + table)) {
            while (row.next()) {
                for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                    String column = row.getMetaData().getColumnName(i);
                    Object value = row.getObject(i);
                    if (!(value instanceof byte[] bytes)) continue;
                    assertTrue(FixedLengths.fits(column, value), table + "." + column + ": " + bytes.length);
                    seen.add(column);
                }
            }
        }
    }

    private static List<String> tables(Connection database) throws SQLException {
        var tables = new ArrayList<String>();
        try (Statement sql = database.createStatement();
                ResultSet row = sql.executeQuery("SELECT name FROM sqlite_master WHERE type = 'table'"
                        + " AND sql NOT LIKE 'CREATE VIRTUAL%' AND name NOT LIKE '%\\_%\\_data' ESCAPE '\\'")) {
            while (row.next()) tables.add(row.getString(1));
        }
        return tables;
    }

    private static void unpack(Path to) throws IOException {
        try (InputStream archive = Objects.requireNonNull(FixedLengthsTest.class.getResourceAsStream(ARCHIVE));
                var zip = new ZipInputStream(archive)) {
            for (@Nullable
            ZipEntry entry; (entry = zip.getNextEntry()) != null;) {
                if (entry.getName().endsWith("/history.db")) Files.copy(zip, to);
            }
        }
    }
}
