package io.landline.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.storage.database.Database;
import io.landline.storage.database.Database.Durability;
import io.landline.storage.database.DatabaseTest;
import io.landline.storage.database.Rows;
import io.landline.storage.database.StorageException;
import io.landline.testing.Patience;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Work that is handed to the threads of a database.
@Timeout(60)
class DatabaseWorkTest extends DatabaseTest {
    @BeforeEach
    void makeTable() {
        database.write(Durability.FULL, connection -> run(connection, "CREATE TABLE note (text TEXT UNIQUE) STRICT"));
    }

    private Path file() {
        return folder.resolve("history.db");
    }

    private static int run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }

    private static int note(Connection connection, String text) throws SQLException {
        try (PreparedStatement sql = connection.prepareStatement("INSERT INTO note VALUES (?)")) {
            sql.setString(1, text);
            return sql.executeUpdate();
        }
    }

    private List<String> notes() {
        return database.read(connection -> Rows.all(connection.prepareStatement("SELECT text FROM note ORDER BY rowid"),
                row -> row.getString(1)));
    }

    @Test
    void whatWasWrittenIsReadAtOnceAndAfterOpeningAgain() throws IOException {
        database.write(Durability.FULL, connection -> note(connection, "kept"));
        assertEquals(List.of("kept"), notes());
        openDatabaseAgain();
        assertEquals(List.of("kept"), notes());
    }

    @Test
    void workThatThrowsLeavesNothingAndOthersInItsTransactionUntouched() throws InterruptedException {
        var gate = new CountDownLatch(1);
        var holding = new CountDownLatch(1);
        var threads = new ArrayList<Thread>();
        threads.add(Thread.ofVirtual().start(() -> database.write(Durability.BATCHED, connection -> {
            holding.countDown();
            Patience.await(gate);
            return note(connection, "first");
        })));
        holding.await(); // the writer is busy: what comes now shares the next transaction
        var failures = new AtomicInteger();
        threads.add(Thread.ofVirtual()
                .start(() -> database.write(Durability.BATCHED, connection -> note(connection, "second"))));
        threads.add(Thread.ofVirtual().start(() -> {
            try {
                database.write(Durability.BATCHED, connection -> {
                    note(connection, "half of it");
                    return note(connection, "half of it"); // not unique
                });
            } catch (StorageException e) {
                failures.incrementAndGet();
            }
        }));
        threads.add(Thread.ofVirtual()
                .start(() -> database.write(Durability.FULL, connection -> note(connection, "third"))));
        gate.countDown();
        for (Thread thread : threads) thread.join();
        assertEquals(1, failures.get());
        assertEquals(3, notes().size());
        assertFalse(notes().contains("half of it"));
    }

    /// What moves from one state to another between two questions of one read would be met twice, or not at all.
    @Test
    void aReadSeesOneStateOfTheDatabaseInAllItsQuestions() throws InterruptedException {
        var asked = new CountDownLatch(1);
        var written = new CountDownLatch(1);
        Thread writer = Thread.ofVirtual().start(() -> {
            Patience.await(asked);
            database.write(Durability.BATCHED, connection -> note(connection, "between"));
            written.countDown();
        });
        List<Integer> counts = database.read(connection -> {
            int before = count(connection);
            asked.countDown();
            Patience.await(written);
            return List.of(before, count(connection));
        });
        writer.join();
        assertEquals(List.of(0, 0), counts);
        assertEquals(List.of("between"), notes());
    }

    @Test
    void aReadThatFailsLeavesItsThreadToTheNext() {
        for (int i = 0; i < 4; i++) { // both readers
            assertThrows(StorageException.class, () -> database.read(connection -> {
                count(connection);
                throw new SQLException("no");
            }));
        }
        database.write(Durability.BATCHED, connection -> note(connection, "after"));
        assertEquals(List.of("after"), notes());
        assertEquals(List.of("after"), notes());
    }

    private static int count(Connection connection) throws SQLException {
        try (PreparedStatement sql = connection.prepareStatement("SELECT count(*) FROM note")) {
            return sql.executeQuery().getInt(1); // with the statement its rows are closed
        }
    }

    @Test
    void manyWritersLoseNothing() throws Exception {
        int writers = 20;
        var start = new CyclicBarrier(writers);
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < writers; i++) {
            int number = i;
            threads.add(Thread.ofVirtual().start(() -> {
                try {
                    start.await();
                } catch (Exception e) {
                    throw new AssertionError(e);
                }
                for (int j = 0; j < 20; j++) {
                    String text = number + "/" + j;
                    database.write(j % 2 == 0 ? Durability.FULL : Durability.BATCHED,
                            connection -> note(connection, text));
                }
            }));
        }
        for (Thread thread : threads) thread.join();
        assertEquals(writers * 20, notes().size());
    }

    @Test
    void anInterruptedCallerStillHasItsWorkDoneAndStaysInterrupted() {
        Thread.currentThread().interrupt();
        database.write(Durability.FULL, connection -> note(connection, "done"));
        assertTrue(Thread.interrupted());
        assertEquals(List.of("done"), notes());
    }

    @Test
    void workRunsOnPlatformThreadsOnly() {
        boolean reading = database.<Boolean>read(connection -> Thread.currentThread().isVirtual());
        boolean writing = database.<Boolean>write(Durability.BATCHED, connection -> Thread.currentThread().isVirtual());
        assertFalse(reading);
        assertFalse(writing);
    }

    @Test
    void closingFinishesWhatWaitsAndRefusesWhatComesLater() throws InterruptedException {
        var holding = new CountDownLatch(1);
        var gate = new CountDownLatch(1);
        Thread writing = Thread.ofVirtual().start(() -> database.write(Durability.FULL, connection -> {
            holding.countDown();
            boolean interrupted = false;
            while (gate.getCount() > 0) {
                try {
                    gate.await();
                } catch (InterruptedException e) {
                    interrupted = true; // closing: the work goes on
                }
            }
            if (interrupted) Thread.currentThread().interrupt();
            return note(connection, "was under way");
        }));
        holding.await();
        Thread closing = Thread.ofVirtual().start(database::close);
        gate.countDown();
        closing.join();
        writing.join();
        assertThrows(IllegalStateException.class,
                () -> database.write(Durability.FULL, connection -> note(connection, "late")));
        assertThrows(IllegalStateException.class, () -> database.read(connection -> 1));
        try (Database again = Database.open(file())) {
            assertEquals(1, again.read(connection -> Rows.all(connection.prepareStatement("SELECT text FROM note"),
                    row -> row.getString(1))).size());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void theFileIsReadableByItsUserAlone() throws IOException {
        if (!Files.getFileStore(file()).supportsFileAttributeView("posix")) return;
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file())));
    }

    @Test
    void anErrorInWorkReachesTheCallerAndTheThreadsLiveOn() {
        assertThrows(StorageException.class, () -> database.write(Durability.BATCHED, connection -> {
            throw new IllegalArgumentException("a bug of the caller");
        }));
        assertThrows(Throwable.class, () -> database.write(Durability.BATCHED, connection -> {
            throw new AssertionError("a worse one");
        }));
        assertThrows(Throwable.class, () -> database.read(connection -> {
            throw new AssertionError("a worse one");
        }));
        database.write(Durability.BATCHED, connection -> note(connection, "alive"));
        assertEquals(List.of("alive"), notes());
    }

    /// SQLite's own words were told alone.
    @Test
    void aFullDiskAndOneThatMayNotBeWrittenAreToldWithWhatWasKeptAndWhatToDo() {
        database.write(Durability.FULL, connection -> run(connection, "PRAGMA max_page_count=1"));
        assertEquals(
                "The disk of the history in " + file() + " is full, so this was not done. What was kept before stays;"
                        + " make room there, and try again.",
                refused());
        database.write(Durability.FULL,
                connection -> run(connection, "PRAGMA max_page_count=1000000;PRAGMA query_only=ON"));
        assertEquals(
                "The history in " + file() + " cannot be used now, so this was not done. What was kept before stays;"
                        + " check the disk and your permissions there, and try again.",
                refused());
    }

    private String refused() {
        return assertThrows(StorageException.class, () -> database.write(Durability.BATCHED,
                connection -> note(connection, "long".repeat(100_000)))).getMessage();
    }
}
