package io.landline.storage.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// How long work waits for another program that holds the file. The first waits long: a backup or a virus scanner may
/// need the file for a moment. Where that was in vain, what comes next waits briefly. So all that waits hears of it
/// soon after the first, however much stands in line. Any thread.
final class FileWait {
    /// While the file was found held a moment ago.
    static final Duration BRIEF = Duration.ofMillis(250);

    private static final System.Logger LOG = System.getLogger(FileWait.class.getName());

    private final LongSupplier nanos;
    /// When the file was found held last, by [#nanos].
    private volatile long foundAt;
    private volatile boolean found;

    FileWait() { this(System::nanoTime); }

    /// @param nanos a clock that only goes forward
    FileWait(LongSupplier nanos) { this.nanos = nanos; }

    /// Whether the file was found held not longer ago than a long wait.
    boolean isBrief() {
        return found && nanos.getAsLong() - foundAt < SqliteConnections.BUSY.toNanos();
    }

    /// Sets how long this connection waits from now on.
    static void set(Connection connection, Duration wait) throws SQLException {
        try (Statement sql = connection.createStatement()) {
            sql.execute("PRAGMA busy_timeout=" + wait.toMillis());
        }
    }

    /// This connection waits long again.
    static void setLong(Connection connection) {
        try {
            set(connection, SqliteConnections.BUSY);
        } catch (SQLException e) { // the work before it has its own outcome
            LOG.log(System.Logger.Level.WARNING, "this connection goes on waiting briefly", e);
        }
    }

    /// Work has ended.
    ///
    /// @param failure why it failed, whatever the reason; null where it did not
    void ended(@Nullable Throwable failure) {
        if (!StorageException.isHeld(failure)) return;
        foundAt = nanos.getAsLong();
        found = true;
    }

    /// A write could begin: nobody else holds the file.
    void written() {
        found = false;
    }
}
