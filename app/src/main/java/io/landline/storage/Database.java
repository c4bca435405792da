package io.landline.storage;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/// The profile's SQLite file. Work runs on threads of the database's own: one that writes, two that read. They are platform threads,
/// because a native query stops the carrier of a virtual thread, and with it every virtual thread of the program (measured). Callers of
/// any thread hand in work and wait for it.
///
/// Writes that wait together share one transaction. What is written with [Durability#FULL] is on the disk (synchronous=FULL) when the
/// call returns; with [Durability#BATCHED] it survives a kill of the program, and a loss of power may cost the last moments of it.
public final class Database implements AutoCloseable {
    /// Work that waits for the writer. Whoever comes when it is full waits: nothing is dropped.
    private static final int WRITES_WAITING_MAX = 1_024;
    private static final int READS_WAITING_MAX = 1_024;
    private static final int READERS = 2;
    /// Writes that share one transaction: bounds how long the first of them waits for the last.
    private static final int WRITES_A_TRANSACTION_MAX = 256;

    /// Something to do with the open connection, on a thread of the database. It never begins or ends a transaction, and keeps nothing of
    /// the connection.
    @FunctionalInterface
    public interface Work<T extends @Nullable Object> {
        T run(Connection connection) throws SQLException;
    }

    public enum Durability { FULL, BATCHED }

    private final BlockingQueue<Job<?>> writes = new ArrayBlockingQueue<>(WRITES_WAITING_MAX);
    private final BlockingQueue<Job<?>> reads = new ArrayBlockingQueue<>(READS_WAITING_MAX);
    private final List<Thread> threads = new ArrayList<>();
    private final List<Connection> connections = new ArrayList<>();
    private volatile boolean closed;

    private Database() {}

    /// Opens the file, makes it where it is missing (readable by the user alone), and brings its schema to this version.
    public static Database open(Path file) throws IOException {
        var database = new Database();
        try {
            Connection writer = Connections.forWriting(file);
            database.connections.add(writer);
            Migrations.apply(writer, file);
            database.start("database-writer", () -> database.write(writer));
            for (int i = 0; i < READERS; i++) {
                Connection reader = Connections.forReading(file);
                database.connections.add(reader);
                database.start("database-reader-" + i, () -> database.readAll(reader));
            }
            return database;
        } catch (SQLException e) {
            database.close();
            throw new IOException("The history in " + file + " cannot be opened: " + e.getMessage(), e);
        } catch (IOException e) {
            database.close();
            throw e;
        }
    }

    /// Runs work in a transaction and waits until that is committed. Where the work throws, nothing of it is kept.
    public <T extends @Nullable Object> T write(Durability durability, Work<T> work) {
        return await(enqueue(writes, new Job<>(work, durability)));
    }

    /// Runs work that only reads, and waits for its answer. It sees all writes that were committed before.
    public <T extends @Nullable Object> T read(Work<T> work) {
        return await(enqueue(reads, new Job<>(work, Durability.BATCHED)));
    }

    /// Finishes what waits, then closes. Work handed in later is refused with an [IllegalStateException].
    @Override
    public void close() {
        if (closed) return;
        closed = true;
        for (Thread thread : threads) thread.interrupt();
        boolean interrupted = false;
        for (Thread thread : threads) {
            while (thread.isAlive()) {
                try {
                    thread.join();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        }
        refuseAll(writes);
        refuseAll(reads);
        // The writer was opened first and is closed last: whoever closes last folds the write-ahead log into the one file.
        for (Connection connection : connections.reversed()) Connections.closeQuietly(connection);
        if (interrupted) Thread.currentThread().interrupt();
    }

    private static void refuseAll(BlockingQueue<Job<?>> queue) {
        for (Job<?> job; (job = queue.poll()) != null;) job.done.completeExceptionally(new IllegalStateException("the database is closed"));
    }

    private void start(String name, Runnable loop) {
        threads.add(Thread.ofPlatform().name(name).daemon().start(loop));
    }

    private <T extends @Nullable Object> Job<T> enqueue(BlockingQueue<Job<?>> queue, Job<T> job) {
        if (closed) throw new IllegalStateException("the database is closed");
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    queue.put(job);
                    break;
                } catch (InterruptedException e) {
                    interrupted = true; // what is handed in is done: the caller's interruption waits until then
                }
            }
        } finally {
            if (interrupted) Thread.currentThread().interrupt();
        }
        if (closed && queue.remove(job)) throw new IllegalStateException("the database is closed");
        return job;
    }

    private static <T extends @Nullable Object> T await(Job<T> job) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return job.done.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                } catch (ExecutionException e) {
                    Throwable cause = Objects.requireNonNullElse(e.getCause(), e);
                    if (cause instanceof IllegalStateException refused) throw refused;
                    throw new StorageException("The history could not be read or written: " + cause.getMessage(), cause);
                }
            }
        } finally {
            if (interrupted) Thread.currentThread().interrupt();
        }
    }

    private void write(Connection connection) {
        var batch = new ArrayList<Job<?>>();
        while (true) {
            batch.clear();
            try {
                batch.add(writes.take());
            } catch (InterruptedException e) {
                writes.drainTo(batch);
                if (batch.isEmpty()) return;
            }
            writes.drainTo(batch, WRITES_A_TRANSACTION_MAX - Math.min(batch.size(), WRITES_A_TRANSACTION_MAX));
            WriteTransaction.run(connection, batch);
            if (closed && writes.isEmpty()) return;
        }
    }

    private void readAll(Connection connection) {
        while (!closed) {
            try {
                Job<?> job = reads.take();
                job.run(connection);
                job.tell();
            } catch (InterruptedException e) {
                return; // closing: what still waits is refused
            }
        }
    }

    /// One piece of work on its way, with its answer.
    static final class Job<T extends @Nullable Object> {
        final Durability durability;
        final CompletableFuture<T> done = new CompletableFuture<>();
        private final Work<T> work;
        private @Nullable T result;
        private @Nullable Throwable failure;

        Job(Work<T> work, Durability durability) {
            this.work = work;
            this.durability = durability;
        }

        /// Does the work without telling the caller yet; false where it failed.
        boolean run(Connection connection) {
            try {
                result = work.run(connection);
                return true;
            } catch (SQLException | RuntimeException | Error e) {
                failure = e; // an Error too: it is the caller's to hear, and everybody else still needs this thread
                return false;
            }
        }

        @Nullable
        Throwable failure() {
            return failure;
        }

        void fail(Throwable cause) {
            failure = cause;
        }

        @SuppressWarnings("NullAway") // the result may be null exactly where T may be
        void tell() {
            if (failure != null) {
                done.completeExceptionally(failure);
            } else {
                done.complete(result);
            }
        }
    }
}
