package io.landline.storage.database;

import java.sql.Connection;
import java.util.concurrent.locks.ReentrantLock;

/// A connection that only reads. One thread at a time uses it: mostly its own ([Database]), or one that asks a short
/// question itself. Any thread.
final class DatabaseReader {
    private final Connection connection;
    private final FileWait wait;
    /// Held while a read goes on, which waits for no other lock of Landline.
    private final ReentrantLock turn = new ReentrantLock();
    private boolean closed;

    /// @param connection stays the caller's, who closes it after [#close]
    DatabaseReader(Connection connection, FileWait wait) {
        this.connection = StatementCache.over(connection);
        this.wait = wait;
    }

    /// Runs a read and tells its outcome. Waits while another thread reads.
    void run(DatabaseJob<?> job) {
        turn.lock();
        try {
            read(job);
        } finally {
            turn.unlock();
        }
        job.tell();
    }

    /// The same where nobody else reads or waits for it now; else false.
    boolean tryRun(DatabaseJob<?> job) {
        if (turn.hasQueuedThreads() || !turn.tryLock()) return false; // nobody is overtaken for ever
        try {
            if (closed) return false;
            read(job);
        } finally {
            turn.unlock();
        }
        job.tell();
        return true;
    }

    private void read(DatabaseJob<?> job) {
        ReadTransaction.run(connection, job, wait);
    }

    /// Waits for the read that goes on. Afterwards [#tryRun] refuses.
    void close() {
        turn.lock();
        try {
            closed = true;
        } finally {
            turn.unlock();
        }
    }
}
