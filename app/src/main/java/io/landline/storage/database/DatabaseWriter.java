package io.landline.storage.database;

import io.landline.queue.SerialQueue;
import io.landline.storage.database.Database.HeldListener;
import io.landline.storage.database.WriteTransaction.LockPatience;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/// The thread that writes in a database: what waits together shares one transaction ([WriteTransaction]). Between two
/// transactions it empties the write-ahead log of copies that hold deleted text ([#scrub]). Any thread hands in work.
/// Where it is idle, a quick queue's thread does its work itself ([SerialQueue#runOrPost]): then that is *the writer's
/// thread*, for as long as the work takes.
final class DatabaseWriter {
    /// Work that waits. A caller that comes when it is full waits: nothing is dropped.
    private static final int WRITES_WAITING_MAX = 1_024;
    /// Writes that share one transaction: bounds how long the first of them waits for the last.
    private static final int WRITES_A_TRANSACTION_MAX = 256;
    /// For a reader that keeps deleted text in the log: other writes wait meanwhile.
    private static final Duration READER_WAIT = Duration.ofMillis(250);

    private final SerialQueue queue = new SerialQueue(
            SerialQueue.Settings.lowest("database-writer", WRITES_WAITING_MAX));
    private final Connection connection;
    private final WriteTransaction transaction;
    /// Writes of the next transaction. The writer's thread only.
    private final List<DatabaseJob<?>> batch = new ArrayList<>();
    /// Whether a reader kept the log from being emptied. The writer's thread only, and before it starts.
    private boolean foldWaits;
    /// Whether the queue has a step that tries it again. The writer's thread only.
    private boolean foldIsPosted;
    /// Whether a look is due at whether the history is free again. The writer's thread only.
    private boolean lookWaits;
    private final AtomicBoolean scrubWaits = new AtomicBoolean();

    /// Empties the log at once: a killed program may have left deleted text in it.
    ///
    /// @param connection stays the caller's, who closes it after [#close]
    DatabaseWriter(Connection connection, DatabaseLocation disk, LockPatience patience) {
        this.connection = connection;
        foldWaits = !SqliteConnections.foldLog(connection, READER_WAIT);
        transaction = new WriteTransaction(StatementCache.over(connection), disk, patience);
    }

    /// As [Database#whenHeld]. Any thread.
    void whenHeld(HeldListener listener) {
        transaction.whenHeld(listener);
    }

    void start() {
        queue.start();
    }

    /// Whether it will run or has run, or be refused by [#close]. False where this is closed already.
    boolean post(DatabaseJob<?> job) {
        return queue.runOrPost(() -> take(job), job::refuse);
    }

    boolean isRunningHere() {
        return queue.isRunningHere();
    }

    /// Empties the log soon, or after a later write where a reader needs it. Nobody waits for it.
    void scrub() {
        if (!scrubWaits.compareAndSet(false, true)) return;
        queue.post(() -> {
            scrubWaits.set(false);
            commitBatch();
            foldWaits = !SqliteConnections.foldLog(connection, READER_WAIT);
        });
    }

    /// Finishes what waits. Work that is posted later is refused.
    void close() {
        queue.close();
    }

    /// Gathers what waits together into one transaction.
    private void take(DatabaseJob<?> job) {
        batch.add(job);
        if (queue.waiting() > 0 && batch.size() < WRITES_A_TRANSACTION_MAX) return;
        commitBatch();
        if (!foldWaits || foldIsPosted) return;
        foldIsPosted = queue.post(this::foldAgain); // who lent its thread goes on
        if (!foldIsPosted) foldAgain(); // closing
    }

    private void foldAgain() {
        foldIsPosted = false;
        if (foldWaits) foldWaits = !SqliteConnections.foldLog(connection, Duration.ZERO);
        commitBatch(); // behind that: who waits for the next write finds the log as empty as it can be
    }

    private void commitBatch() {
        if (batch.isEmpty()) return;
        try {
            transaction.run(batch);
        } finally {
            batch.clear();
            if (transaction.isToldHeld()) lookLater();
        }
    }

    /// Nobody may write for hours: what was told of another program would stay.
    private void lookLater() {
        if (lookWaits) return;
        lookWaits = true;
        CompletableFuture.delayedExecutor(transaction.lookAgainAfter().toNanos(), TimeUnit.NANOSECONDS,
                look -> Thread.ofVirtual().name("landline-history-free").start(look))
                .execute(() -> queue.post(this::look));
    }

    private void look() {
        lookWaits = false;
        commitBatch();
        if (transaction.isStillHeld()) lookLater();
    }
}
