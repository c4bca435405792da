package io.landline.storage.database;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.sqlite.SQLiteErrorCode;

/// What is taken for damage of a file: such a file is set aside.
class DamageDetectorTest {
    /// It had no code, and what has none was taken for damage.
    @Test
    void aDiskThatRefusesTheJournalIsNoDamage() throws Exception {
        try (Connection connection = SqliteConnections.inMemory(); Statement sql = connection.createStatement()) {
            var refused = assertThrows(SQLException.class, () -> SqliteConnections.journal(sql, "wal"));
            assertFalse(DamageDetector.keepsClosed(refused), refused.getMessage());
            assertFalse(DamageDetector.isMetBy(refused), refused.getMessage());
        }
    }

    @Test
    void aFileThatIsNoDatabaseIsDamage() {
        var noDatabase = new SQLException("SQLite's own words", "", SQLiteErrorCode.SQLITE_NOTADB.code);
        assertTrue(DamageDetector.keepsClosed(noDatabase));
        assertTrue(DamageDetector.isMetBy(noDatabase));
    }
}
