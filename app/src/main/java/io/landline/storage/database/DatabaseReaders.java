package io.landline.storage.database;

import io.landline.queue.Uninterrupted;
import java.sql.Connection;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;

/// The connections that only read. A read takes any that is free, and no other read uses it meanwhile: mostly on one of
/// the database's threads ([Database]), or on one that asks a short question itself. Any thread.
final class DatabaseReaders {
    private final AtomicInteger count = new AtomicInteger();
    /// What a thread that runs a read has: its connection.
    private final ScopedValue<Connection> reading = ScopedValue.newInstance();
    /// Fair: who waits for a connection is not overtaken for ever by those who take what is free.
    private final BlockingQueue<Connection> free;

    /// @param most connections that are added
    DatabaseReaders(int most) { free = new ArrayBlockingQueue<>(most, true); }

    /// @param connection stays the caller's, who closes it after [#close]
    void add(Connection connection) {
        free.add(StatementCache.over(connection));
        count.incrementAndGet();
    }

    /// Runs a read and tells its outcome. Waits while all connections are in use.
    void run(DatabaseJob<?> job) {
        run(Uninterrupted.of(free::take), job);
    }

    /// The same where a connection is free; else false.
    boolean tryRun(DatabaseJob<?> job) {
        Connection connection = free.poll();
        if (connection == null) return false;
        run(connection, job);
        return true;
    }

    /// Runs a read that a read of the calling thread asks for: on another connection where one is free, else on its
    /// own, where it sees the same state. So it waits for none: reads that have all connections would wait for each
    /// other for ever. False: the thread runs no read.
    boolean runWithin(DatabaseJob<?> job) {
        if (!reading.isBound()) return false;
        if (tryRun(job)) return true;
        job.run(reading.get());
        job.tell();
        return true;
    }

    private void run(Connection connection, DatabaseJob<?> job) {
        try {
            ScopedValue.where(reading, connection).run(() -> ReadTransaction.run(connection, job));
        } finally {
            free.add(connection);
        }
        job.tell();
    }

    /// Waits for the reads that go on. Afterwards [#tryRun] refuses. Once, and after the last [#run].
    void close() {
        for (int i = 0; i < count.get(); i++) Uninterrupted.of(free::take);
    }
}
