package io.landline.storage.database;

import io.landline.storage.database.Database.Durability;
import io.landline.storage.database.Database.HeldListener;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Writes that waited together, in one transaction: each behind a savepoint, so that one that fails takes nothing of
/// the others away. One that comes alone needs none. The writer's thread only, as [DatabaseWriter]
/// means it.
final class WriteTransaction {
    private static final System.Logger LOG = System.getLogger(WriteTransaction.class.getName());
    /// A backup or a virus scanner is done by then, mostly.
    static final Duration UNTIL_TOLD = Duration.ofSeconds(3);
    /// A look costs nothing, and the notice goes soon.
    static final Duration LOOK_AGAIN = Duration.ofSeconds(3);
    /// As long as opening waits, with [#UNTIL_TOLD].
    static final Duration MORE_WHEN_TOLD = Duration.ofSeconds(7);

    /// How long a transaction waits for another program that holds the file.
    ///
    /// @param untilTold before the listener hears of it
    /// @param more from then on; after that its writes fail
    /// @param again between two looks at whether it is free, where nothing else is written
    record LockPatience(Duration untilTold, Duration more, Duration again) {
        static final LockPatience USUAL = new LockPatience(UNTIL_TOLD, MORE_WHEN_TOLD, LOOK_AGAIN);
    }

    private final Connection connection;
    private final DatabaseLocation disk;
    private final LockPatience patience;
    private volatile @Nullable HeldListener whenHeld;
    /// What the connection was last told; null where it is not known.
    private @Nullable String synchronous;
    /// The same of how long it waits for a lock.
    private @Nullable Duration busyTimeout;
    /// Whether the listener was told that another program holds the file, and not yet that it is free.
    private boolean isToldHeld;

    /// @param connection keeps prepared statements ([StatementCache])
    WriteTransaction(Connection connection, DatabaseLocation disk, LockPatience patience) {
        this.connection = connection;
        this.disk = disk;
        this.patience = patience;
    }

    /// As [Database#whenHeld]. Any thread.
    void whenHeld(HeldListener listener) {
        whenHeld = listener;
    }

    void run(List<DatabaseJob<?>> batch) {
        boolean full = batch.stream().anyMatch(job -> job.durability == Durability.FULL);
        try {
            setSynchronous(full ? disk.full() : disk.batched());
            setBusyTimeout(patience.untilTold());
            executeOnceFree("BEGIN IMMEDIATE");
            try {
                if (batch.size() == 1) {
                    DatabaseJob<?> alone = batch.getFirst();
                    if (alone.run(connection)) {
                        executeOnceFree("COMMIT");
                    } else {
                        undo("ROLLBACK", alone);
                    }
                } else {
                    for (DatabaseJob<?> job : batch) runOne(job);
                    executeOnceFree("COMMIT");
                }
            } catch (SQLException e) {
                rollback(e);
                throw e;
            }
            tellFree();
        } catch (SQLException e) {
            for (DatabaseJob<?> job : batch) job.fail(e);
        }
        for (DatabaseJob<?> job : batch) job.tell(); // after the commit: nobody hears of what was rolled back
    }

    /// Holds until the next one. SQLite obeys this one while it prepares it, so a statement that is kept would change
    /// nothing.
    private void setSynchronous(String value) throws SQLException {
        if (value.equals(synchronous)) return;
        synchronous = null;
        try (Statement sql = connection.createStatement()) {
            sql.execute("PRAGMA synchronous=" + value);
        }
        synchronous = value;
    }

    /// Begins or commits, both of which leave everything as it was where another program holds the file: then it is
    /// told, and tried once more.
    private void executeOnceFree(String sql) throws SQLException {
        try {
            execute(sql);
        } catch (SQLException e) {
            if (!StorageException.isHeld(e)) throw e;
            tellHeld(e);
            setBusyTimeout(patience.more());
            execute(sql);
        }
    }

    /// Looks whether the history is free again where it was told that it is held, and tells that. Waits for nothing.
    ///
    /// @return whether it is still held
    boolean isStillHeld() {
        if (!isToldHeld) return false;
        try {
            setBusyTimeout(Duration.ZERO);
            execute("BEGIN IMMEDIATE");
            execute("ROLLBACK");
            tellFree();
            return false;
        } catch (SQLException e) {
            LOG.log(System.Logger.Level.DEBUG, "the history is still held", e);
            return true;
        }
    }

    /// After which time to look again.
    Duration lookAgainAfter() {
        return patience.again();
    }

    /// Whether it was told that another program holds the history, and not yet that it is free.
    boolean isToldHeld() {
        return isToldHeld;
    }

    private void tellHeld(SQLException why) {
        HeldListener listener = whenHeld;
        if (isToldHeld || listener == null) return;
        LOG.log(System.Logger.Level.WARNING, "another program holds the history: writes wait", why);
        isToldHeld = true;
        tell(listener::held);
    }

    private void tellFree() {
        HeldListener listener = whenHeld;
        if (!isToldHeld || listener == null) return;
        LOG.log(System.Logger.Level.INFO, "no other program holds the history any more");
        isToldHeld = false;
        tell(listener::free);
    }

    /// An exception of the listener does not make the write fail.
    private static void tell(Runnable news) {
        try {
            news.run();
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "telling of another program failed", e);
        }
    }

    /// Holds until the next one, as does the above.
    private void setBusyTimeout(Duration wait) throws SQLException {
        if (wait.equals(busyTimeout)) return;
        busyTimeout = null;
        try (Statement sql = connection.createStatement()) {
            sql.execute("PRAGMA busy_timeout=" + wait.toMillis());
        }
        busyTimeout = wait;
    }

    private void runOne(DatabaseJob<?> job) throws SQLException {
        execute("SAVEPOINT job");
        if (!job.run(connection)) undo("ROLLBACK TO job", job);
        execute("RELEASE job");
    }

    /// Where the disk is full SQLite has rolled everything back by itself, and there is neither savepoint nor
    /// transaction any more. Then all jobs hear why, and not that one of these is missing.
    private void undo(String back, DatabaseJob<?> job) throws SQLException {
        try {
            execute(back);
        } catch (SQLException e) {
            if (!(job.failure() instanceof SQLException why)) throw e;
            why.addSuppressed(e);
            throw why;
        }
    }

    private void rollback(SQLException why) {
        try {
            execute("ROLLBACK");
        } catch (SQLException e) {
            why.addSuppressed(e); // SQLite has rolled back by itself, for example on a full disk
        }
    }

    private void execute(String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.execute();
        }
    }
}
