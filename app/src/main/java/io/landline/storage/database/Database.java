package io.landline.storage.database;

import io.landline.queue.CoreThread;
import io.landline.queue.HandOvers;
import io.landline.queue.PartClosedException;
import io.landline.queue.SerialQueue;
import io.landline.queue.Uninterrupted;
import io.landline.storage.database.HealthCheck.Verdict;
import io.landline.storage.database.WriteTransaction.LockPatience;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/// The profile's SQLite file. Work runs on threads of the database's own: one that writes, two that read. They are
/// platform threads, because a native query stops the carrier of a virtual thread, and with it every virtual thread of
/// the program (measured). Callers of any thread hand in work and wait for it. The conversations' thread, which each
/// message passes, does its work itself where nobody else uses the connection: to wake a thread and to wait for it
/// takes as long as the work.
///
/// Writes that wait together share one transaction. With [Durability#FULL] what is written is on the disk
/// (synchronous=FULL) when the call returns. With [Durability#BATCHED] it survives a kill of the program, but a loss of
/// power may cost the last moments.
public final class Database implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Database.class.getName());
    /// Work that waits for a reader. A caller that comes when it is full waits: nothing is dropped.
    private static final int READS_WAITING_MAX = 1_024;
    private static final int READERS = 2;
    private static final String READER = "database-reader";

    /// Something to do with the open connection, on a thread of the database or on that of the conversations. It never
    /// begins or ends a transaction, and keeps nothing of the connection.
    @FunctionalInterface
    public interface Work<T extends @Nullable Object> {
        T run(Connection connection) throws SQLException;
    }

    public enum Durability { FULL, BATCHED }

    /// Hears when another program holds the file so long that writes wait, once; and once more when it is free
    /// again. On the writer's thread, so it must wait neither for the database nor for the conversations.
    public interface HeldListener {
        void held();

        void free();
    }

    /// Null where nothing can be written.
    private @Nullable DatabaseWriter writer;
    private final BlockingQueue<DatabaseJob<?>> reads = new ArrayBlockingQueue<>(READS_WAITING_MAX);
    private final List<Thread> threads = new ArrayList<>();
    private final List<Connection> connections = new ArrayList<>();
    private final DatabaseFiles files;
    private final DatabaseReaders readers = new DatabaseReaders(READERS);
    private final AtomicBoolean damaged = new AtomicBoolean();
    private volatile Runnable erasing = () -> {};
    private volatile Runnable whenDamaged = () -> {};
    private boolean backedUp;
    private boolean begun;
    /// Why nothing can be written, as a sentence for the user; null where it can.
    private @Nullable String readsOnly;
    private volatile boolean closed;

    private Database(Path file) { files = new DatabaseFiles(file); }

    /// Opens the file, makes it where it is missing (readable by the user alone), and brings its schema to this
    /// version.
    public static Database open(Path file) throws IOException {
        return open(file, DatabaseLocation.LOCAL);
    }

    /// The same, on a disk of that kind. A file that was used on another kind is converted.
    public static Database open(Path file, DatabaseLocation disk) throws IOException {
        return open(file, disk, Duration.ZERO, _ -> {});
    }

    /// The same, after a look whether the file is whole. What that has no time for is looked at while the database is
    /// in use.
    ///
    /// @param check how long; zero for no look at all
    /// @param progress told how many percent of a long change of the schema are done
    public static Database open(Path file, DatabaseLocation disk, Duration check, IntConsumer progress)
            throws IOException {
        return open(file, disk, check, progress, LockPatience.USUAL);
    }

    /// One that waits as long as this for other programs.
    static Database open(Path file, DatabaseLocation disk, LockPatience patience) throws IOException {
        return open(file, disk, Duration.ZERO, _ -> {}, patience);
    }

    private static Database open(Path file, DatabaseLocation disk, Duration check, IntConsumer progress,
            LockPatience patience) throws IOException {
        var database = new Database(file);
        try {
            Connection writer = SqliteConnections.forWriting(file, disk);
            database.connections.add(writer);
            Verdict verdict = check.isZero() ? Verdict.SOUND : HealthCheck.within(writer, check);
            if (verdict == Verdict.DAMAGED) throw DamagedDatabaseException.of(file);
            database.begun = Migrations.isNew(writer, file);
            database.backedUp = Migrations.apply(writer, file, progress);
            List<String> expected = Definitions.expected();
            Definitions.mendIndexes(writer, expected);
            if (!check.isZero() && !Definitions.areWhole(writer, expected)) throw DamagedDatabaseException.of(file);
            database.writer = new DatabaseWriter(writer, disk, patience);
            database.writer.start();
            for (int i = 0; i < READERS; i++) database.startReader(i, SqliteConnections.forReading(file));
            if (!check.isZero() && disk == DatabaseLocation.LOCAL) database.checkAll(verdict);
            return database;
        } catch (SQLException e) {
            database.close();
            String sentence = StorageException.unopened(file, e);
            throw DamageDetector.keepsClosed(e)
                    ? new DamagedDatabaseException(sentence, e)
                    : new IOException(sentence, e);
        } catch (IOException | RuntimeException | Error e) {
            database.close();
            throw e;
        }
    }

    /// Opens a file that nobody can write to now, to read in it. A write is refused with a [StorageException].
    ///
    /// @param why nothing can be written, as a sentence for the user
    public static Database openToRead(Path file, String why) throws IOException {
        var database = new Database(file);
        database.readsOnly = why;
        try {
            for (int i = 0; i < READERS; i++) {
                Connection reader = SqliteConnections.forReadingAlone(database.files);
                database.startReader(i, reader);
                if (!Migrations.isDone(reader, file)) throw new IOException("an earlier version of the schema");
            }
            return database;
        } catch (SQLException e) {
            database.close();
            throw new IOException(StorageException.unopened(file, e), e);
        } catch (IOException | RuntimeException | Error e) {
            database.close();
            throw e;
        }
    }

    private void startReader(int number, Connection reader) {
        connections.add(reader);
        readers.add(reader);
        start(READER + "-" + number, this::readAll);
    }

    /// Whether a backup was made as it was opened.
    public boolean isBackedUp() {
        return backedUp;
    }

    /// Whether there was nothing in it before it was opened.
    public boolean isNew() {
        return begun;
    }

    /// Deletes what changes of the schema left beside the file.
    public void deleteBackups() {
        files.deleteBackups();
    }

    /// As above, and deletes the database that was set aside when it was damaged.
    public void deleteCopies() {
        files.deleteCopies();
    }

    /// A start has treated what [DatabaseFiles#exchange] brought with it: rooms and people are complete again.
    public void forgetExchange() {
        files.forgetExchange();
    }

    /// What is told, once, when damage is met from now on, or was met before. On a thread of the database, on that
    /// of the conversations, or on the caller's: it must wait neither for the database nor for them.
    public void whenDamaged(Runnable listener) {
        whenDamaged = listener;
        if (damaged.get()) listener.run();
    }

    /// Who hears of other programs that hold the file, from the next write on; an earlier listener is replaced. Nobody
    /// hears anything where nothing can be written.
    public void whenHeld(HeldListener listener) {
        if (writer != null) writer.whenHeld(listener);
    }

    /// The next start saves what can be read: not this one, since everything here stands on the file as it is. The
    /// thread that met it.
    void metDamage() {
        if (!damaged.compareAndSet(false, true)) return;
        files.markDamaged();
        whenDamaged.run();
    }

    /// Looks at all of the file, on a connection and a thread of its own, in no hurry. Not on a network share, where a
    /// reader keeps the writer waiting.
    ///
    /// @param known what is known of the order of its pages
    private void checkAll(Verdict known) {
        start("database-check", () -> {
            try (Connection connection = SqliteConnections.forReading(files.file())) {
                Verdict order = known == Verdict.SOUND ? known : HealthCheck.until(connection, () -> closed);
                Verdict all = order == Verdict.SOUND ? EntryCheck.until(connection, () -> closed) : order;
                if (all == Verdict.DAMAGED) metDamage();
            } catch (SQLException e) {
                LOG.log(System.Logger.Level.WARNING, "the history cannot be checked", e);
            }
        });
    }

    /// Runs work in a transaction and waits until that is committed. Where the work throws, nothing of it is kept.
    public <T extends @Nullable Object> T write(Durability durability, Work<T> work) {
        DatabaseWriter to = writer;
        if (to == null) throw new StorageException(String.valueOf(readsOnly), new IOException("opened to be read"));
        if (to.isRunningHere()) throw new IllegalStateException("a write must not wait for another");
        DatabaseJob<T> job = job(work, durability);
        if (!to.post(job)) throw closed();
        return await(job);
    }

    static PartClosedException closed() {
        return new PartClosedException("the database");
    }

    /// Removes old copies of pages from the write-ahead log soon, so that deleted text is nowhere in it. The pages
    /// themselves are overwritten as they change. Copies that a reader still needs go after a later write, or at the
    /// next start. Nobody waits for it.
    public void scrub() {
        if (writer != null) writer.scrub();
    }

    /// Removes what else holds a text: [#deleteCopies], and what [#whenErasing] names. Called by the write that erases
    /// the text, so that a kill right after that leaves no copy of it. The writer's thread only.
    public void eraseCopies() {
        files.deleteCopies();
        erasing.run();
    }

    /// Sets what else is removed where a text is erased; an earlier setting is replaced. Run on the writer's thread.
    public void whenErasing(Runnable also) {
        erasing = also;
    }

    /// Runs work that only reads, and waits for its answer. It sees all writes that were committed before, and none
    /// that is committed while it runs. A read within a read may run on the same connection: then it sees the same
    /// state.
    public <T extends @Nullable Object> T read(Work<T> work) {
        DatabaseJob<T> job = job(work, Durability.BATCHED);
        if (readers.runWithin(job)) return await(job);
        if (SerialQueue.isOnQuickThread() && readers.tryRun(job)) {
            HandOvers.lent(READER);
        } else {
            HandOvers.to(READER);
            enqueueRead(job);
        }
        return await(job);
    }

    /// Finishes what waits, then closes. Work handed in later is refused with an [IllegalStateException].
    @Override
    public void close() {
        if (closed) return;
        closed = true;
        if (writer != null) writer.close();
        for (Thread thread : threads) thread.interrupt();
        Uninterrupted.run(() -> {
            for (Thread thread : threads) thread.join();
        });
        readers.close();
        for (DatabaseJob<?> job; (job = reads.poll()) != null;) job.refuse();
        // The writer was opened first and is closed last: the last connection to close folds the write-ahead log into
        // the one file.
        for (Connection connection : connections.reversed()) SqliteConnections.closeQuietly(connection);
    }

    private void start(String name, Runnable loop) {
        threads.add(Thread.ofPlatform().name(name).daemon().start(CoreThread.loop(loop)));
    }

    private <T extends @Nullable Object> DatabaseJob<T> job(Work<T> work, Durability durability) {
        return new DatabaseJob<>(work, durability, failure -> {
            if (DamageDetector.isMetBy(failure)) metDamage();
        });
    }

    private void enqueueRead(DatabaseJob<?> job) {
        if (closed) throw closed();
        Uninterrupted.run(() -> reads.put(job)); // what is handed in is done
        if (closed && reads.remove(job)) throw closed();
    }

    private <T extends @Nullable Object> T await(DatabaseJob<T> job) {
        try {
            return Uninterrupted.of(job.done::get);
        } catch (ExecutionException e) {
            Throwable cause = Objects.requireNonNullElse(e.getCause(), e);
            if (cause instanceof IllegalStateException refused) throw refused;
            throw StorageException.in(files.file(), cause);
        } finally {
            HandOvers.here();
        }
    }

    private void readAll() {
        while (!closed) {
            try {
                readers.run(reads.take());
            } catch (InterruptedException e) {
                return; // closing: what still waits is refused
            }
        }
    }
}
