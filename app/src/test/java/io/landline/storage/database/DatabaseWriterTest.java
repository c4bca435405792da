package io.landline.storage.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.queue.SerialQueue;
import io.landline.storage.database.Database.Durability;
import io.landline.storage.database.WriteTransaction.LockPatience;
import io.landline.testing.Patience;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.jdbc4.JDBC4Connection;

/// The write-ahead log is emptied between two transactions.
@Timeout(Patience.SECONDS)
class DatabaseWriterTest {
    /// Notes which threads empty the log.
    private static final class Watched extends JDBC4Connection {
        private final List<Thread> threads = new CopyOnWriteArrayList<>();

        Watched(Path file) throws SQLException { super("jdbc:sqlite:" + file, file.toString(), new Properties()); }

        @Override
        public Statement createStatement(int type, int concurrency, int holdability) throws SQLException {
            boolean empties = StackWalker.getInstance()
                    .walk(calls -> calls.anyMatch(call -> call.getMethodName().equals("foldLog")));
            if (empties) threads.add(Thread.currentThread());
            return super.createStatement(type, concurrency, holdability);
        }
    }

    private static final int LOG_OF_ONE_PAGE = 32 + 24 + 4_096;

    private final SerialQueue quick = new SerialQueue(new SerialQueue.Settings("quick", SerialQueue.Rank.QUICK, 16,
            Long.MAX_VALUE, Duration.ofSeconds(1))).start();
    @TempDir
    Path folder;
    private Watched connection;
    private DatabaseWriter writer;

    @BeforeEach
    void open() throws Exception {
        connection = new Watched(file());
        execute(connection, "PRAGMA journal_mode=WAL");
        execute(connection, "CREATE TABLE note (text TEXT) STRICT");
        writer = new DatabaseWriter(connection, DatabaseLocation.LOCAL, LockPatience.USUAL);
        writer.start();
    }

    @AfterEach
    void close() throws SQLException {
        writer.close();
        connection.close();
        quick.close();
    }

    private Path file() {
        return folder.resolve("history.db");
    }

    private static void execute(Connection on, String sql) throws SQLException {
        try (Statement statement = on.createStatement()) {
            statement.execute(sql);
        }
    }

    /// The thread that wrote.
    private Thread write() {
        var job = new DatabaseJob<>(on -> {
            Rows.update(on, "INSERT INTO note VALUES (?)", "text");
            return Thread.currentThread();
        }, Durability.BATCHED, _ -> {});
        assertTrue(writer.post(job));
        return job.done.join();
    }

    @Test
    void whoWritesOnAnotherThreadDoesNotEmptyTheLogToo() throws Exception {
        Thread own = quick.call(Thread::currentThread);
        write(); // what it sets once is set
        try (Connection reader = SqliteConnections.forReading(file()); Statement reads = reader.createStatement()) {
            reads.execute("BEGIN");
            try (ResultSet rows = reads.executeQuery("SELECT count(*) FROM note")) {
                assertEquals(1, rows.getInt(1));
            }
            connection.threads.clear();
            writer.scrub();
            while (quick.call(this::write) != own) Thread.onSpinWait();
            assertFalse(connection.threads.isEmpty());
            assertFalse(connection.threads.contains(own), "the log is emptied on its own thread");
        }
        write();
        writer.close();
        long size = Files.size(Path.of(file() + "-wal"));
        assertTrue(size <= LOG_OF_ONE_PAGE, () -> size + " bytes"); // an attempt may come between reader and write
    }
}
