package io.landline.storage.trust;

import io.landline.queue.Uninterrupted;
import io.landline.storage.database.Database;
import io.landline.storage.database.Database.Durability;
import io.landline.storage.database.DatabaseFiles.Found;
import io.landline.storage.database.StorageException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/// Keeps rooms, keys, pins and blocks a second time, in `trust.json` (docs/adr/0015), and brings them back where the
/// database lost them. Any thread; one of its own writes.
///
/// What the user changes is in the file when the command is confirmed ([#now]). What sessions bring (who was met,
/// where) is gathered ([#soon]): they never wait for it.
public final class TrustCopy implements AutoCloseable {
    /// Changes that nobody waits for are written together, at most this late. A kill before costs the latest of them,
    /// in the copy alone.
    static final Duration GATHERED = Duration.ofSeconds(10);
    private static final System.Logger LOG = System.getLogger(TrustCopy.class.getName());

    private final Database database;
    private final TrustFile file;
    private final Thread writer;
    private boolean changed;
    private long asked;
    private long written;
    private boolean closed;

    private TrustCopy(Database database, TrustFile file) {
        this.database = database;
        this.file = file;
        writer = Thread.ofPlatform().name("trust-copy").daemon().unstarted(this::writeAll);
    }

    /// Compares the file with the database: the newer one holds, and where the database was lost or damaged the file
    /// fills it.
    ///
    /// @param found how the database was found
    public static TrustCopy open(Database database, Path file, Found found) {
        var copy = new TrustCopy(database, new TrustFile(file));
        if (copy.reconcile(found)) copy.write();
        copy.writer.start();
        return copy;
    }

    /// @return whether the file has to be written anew
    private boolean reconcile(Found found) {
        TrustState kept = file.read();
        if (kept == null) return true;
        TrustState stored = database.<TrustState>read(TrustTables::read);
        boolean holds = kept.isNewerThan(stored) || found != Found.WHOLE && kept.isAsOldAs(stored);
        if (holds) {
            if (found == Found.WHOLE) {
                LOG.log(System.Logger.Level.WARNING, "the history is older than {0}, which holds", file.file());
            }
            database.write(Durability.FULL, connection -> {
                TrustTables.replace(connection, kept);
                return true;
            });
        } else if (found == Found.DAMAGED) {
            database.write(Durability.FULL, connection -> {
                TrustTables.addMissing(connection, kept);
                TrustTables.changed(connection);
                return true;
            });
        }
        return !kept.isAsOldAs(stored) && !holds || !file.isComplete();
    }

    /// Has a change written before long.
    void soon() {
        synchronized (this) {
            changed = true;
            notifyAll();
        }
    }

    /// Returns when the file has all that was committed before. Where it cannot be written the database still has it.
    synchronized void now() {
        if (closed) return;
        long mine = ++asked;
        notifyAll();
        Uninterrupted.run(() -> {
            while (written < mine && writer.isAlive()) wait();
        });
    }

    private void writeAll() {
        try {
            for (long upTo; (upTo = awaitWork()) >= 0;) {
                write();
                synchronized (this) {
                    written = upTo;
                    notifyAll();
                }
            }
        } catch (InterruptedException e) {
            LOG.log(System.Logger.Level.DEBUG, "nobody interrupts this thread", e);
        } finally {
            synchronized (this) {
                written = asked;
                notifyAll();
            }
        }
    }

    /// @return the last request that the next writing answers; below 0 at the end
    private synchronized long awaitWork() throws InterruptedException {
        while (!changed && asked == written && !closed) wait();
        long end = System.nanoTime() + GATHERED.toNanos();
        while (asked == written && !closed) {
            long left = Duration.ofNanos(end - System.nanoTime()).toMillis();
            if (left <= 0) break;
            wait(left);
        }
        if (closed && !changed && asked == written) return -1;
        changed = false;
        return asked;
    }

    private void write() {
        try {
            file.write(database.<TrustState>read(TrustTables::read));
        } catch (IOException | StorageException e) {
            LOG.log(System.Logger.Level.WARNING,
                    "rooms and people cannot be written to " + file.file() + "; the database has them", e);
        }
    }

    /// Writes what is gathered. The database is still open.
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            notifyAll();
        }
        Uninterrupted.run(writer::join);
    }
}
