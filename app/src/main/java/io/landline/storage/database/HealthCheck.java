package io.landline.storage.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.sqlite.ProgressHandler;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteErrorCode;

/// Walks through a database (`PRAGMA quick_check`), as far as there is time. The thread of its connection only.
public final class HealthCheck {
    /// Before a start goes on: nobody notices it. Rooms and people come first; some 20 MB are checked whole (100 MB
    /// take 0.3 to 0.8 s).
    public static final Duration AT_START = Duration.ofMillis(100);
    /// Steps of SQLite between two looks at the clock: some microseconds.
    private static final int STEPS = 1_000;

    public enum Verdict {
        SOUND,
        DAMAGED,
        /// Sound as far as it went.
        UNFINISHED
    }

    private HealthCheck() {}

    static Verdict within(Connection connection, Duration max) throws SQLException {
        long end = System.nanoTime() + max.toNanos();
        return until(connection, () -> System.nanoTime() - end > 0);
    }

    public static Verdict until(Connection connection, BooleanSupplier over) throws SQLException {
        Connection bare = connection.unwrap(SQLiteConnection.class);
        ProgressHandler.setHandler(bare, STEPS, new ProgressHandler() {
            @Override
            protected int progress() {
                return over.getAsBoolean() ? 1 : 0;
            }
        });
        try (Statement sql = connection.createStatement(); ResultSet row = sql.executeQuery("PRAGMA quick_check(1)")) {
            if (row.getString(1).equals("ok")) return Verdict.SOUND;
            // SQLite tells an interruption as a fault, too
            return over.getAsBoolean() ? Verdict.UNFINISHED : Verdict.DAMAGED;
        } catch (SQLException e) {
            if (e.getErrorCode() == SQLiteErrorCode.SQLITE_INTERRUPT.code) return Verdict.UNFINISHED;
            if (DamageDetector.isMetBy(e)) return Verdict.DAMAGED;
            throw e;
        } finally {
            ProgressHandler.clearHandler(bare);
        }
    }
}
