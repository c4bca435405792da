package io.landline.storage.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DefinitionsTest {
    @TempDir
    Path folder;

    /// After a new migration: what this prints as missing or too much goes into definitions.txt.
    @Test
    void theyAreWhatTheMigrationsMake() throws Exception {
        Path file = folder.resolve("history.db");
        Database.open(file).close();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            assertEquals(String.join("\n", new TreeSet<>(Definitions.of(connection))),
                    String.join("\n", new TreeSet<>(Definitions.expected())));
            assertTrue(Definitions.areWhole(connection, Definitions.expected()));
        }
    }

    @Test
    void withoutAnyOneOfThemADatabaseIsNotWhole() throws Exception {
        Path file = folder.resolve("history.db");
        Database.open(file).close();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var sql = connection.createStatement()) {
            for (String each : Definitions.expected()) {
                String[] words = each.split(" ", 3);
                sql.execute("BEGIN");
                sql.executeUpdate("DROP " + words[0] + " " + words[1]);
                assertFalse(Definitions.areWhole(connection, Definitions.expected()), each);
                sql.execute("ROLLBACK");
            }
            sql.executeUpdate("CREATE TABLE hello (x)");
            assertTrue(Definitions.areWhole(connection, Definitions.expected()), "what somebody added does not count");
        }
    }
}
