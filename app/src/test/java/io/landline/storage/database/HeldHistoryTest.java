package io.landline.storage.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.landline.storage.database.Database.Durability;
import io.landline.storage.database.WriteTransaction.LockPatience;
import io.landline.testing.Patience;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Writes while another program holds the file, as a backup does.
@Timeout(60)
class HeldHistoryTest implements Database.HeldListener {
    private static final LockPatience WAITS = new LockPatience(Duration.ZERO, Duration.ofSeconds(30),
            Duration.ofSeconds(30));
    private static final LockPatience GIVES_UP = new LockPatience(Duration.ZERO, Duration.ZERO,
            Duration.ofMillis(20));

    private final List<String> told = new CopyOnWriteArrayList<>();
    private final CountDownLatch held = new CountDownLatch(1);
    private final CountDownLatch free = new CountDownLatch(1);
    @TempDir
    Path folder;
    private Path file;
    private Connection other;

    @BeforeEach
    void make() throws Exception {
        file = folder.resolve("history.db");
        Database.open(file).close();
        other = DriverManager.getConnection("jdbc:sqlite:" + file);
    }

    @AfterEach
    void close() throws SQLException {
        other.close();
    }

    @Override
    public void held() {
        told.add("held");
        held.countDown();
    }

    @Override
    public void free() {
        told.add("free");
        free.countDown();
    }

    private Database open(DatabaseLocation disk, LockPatience patience) throws IOException {
        Database database = Database.open(file, disk, patience);
        database.whenHeld(this);
        database.write(Durability.FULL, connection -> run(connection, "CREATE TABLE note (text TEXT) STRICT"));
        return database;
    }

    private static int run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }

    private static void note(Database database) {
        database.write(Durability.FULL, connection -> run(connection, "INSERT INTO note VALUES ('kept')"));
    }

    private static List<String> notes(Database database) {
        return database.read(
                connection -> Rows.all(connection.prepareStatement("SELECT text FROM note"), row -> row.getString(1)));
    }

    /// Writes while another program holds the file, and lets that go once it was told.
    private void assertKeptOnceFree(Database database) throws Exception {
        var writing = new FutureTask<Void>(() -> note(database), null);
        Thread.ofVirtual().start(writing);
        Patience.await(held);
        run(other, "ROLLBACK");
        writing.get();
        assertEquals(List.of("held", "free"), told);
        assertEquals(List.of("kept"), notes(database));
    }

    @Test
    void whatIsWrittenMeanwhileIsKeptOnceTheFileIsFree() throws Exception {
        try (Database database = open(DatabaseLocation.LOCAL, WAITS)) {
            run(other, "BEGIN IMMEDIATE");
            assertKeptOnceFree(database);
        }
    }

    /// There one that only reads keeps a commit waiting.
    @Test
    void onANetworkShareAReaderIsToldToo() throws Exception {
        try (Database database = open(DatabaseLocation.NETWORK_SHARE, WAITS)) {
            run(other, "BEGIN");
            try (Statement reading = other.createStatement()) {
                reading.executeQuery("SELECT count(*) FROM note").next();
            }
            assertKeptOnceFree(database);
        }
    }

    /// People were sent to their disk and their permissions.
    @Test
    void aFileThatStaysHeldIsToldOnceAndEachWriteSaysSo() throws Exception {
        try (Database database = open(DatabaseLocation.LOCAL, GIVES_UP)) {
            run(other, "BEGIN IMMEDIATE");
            for (int i = 0; i < 2; i++) {
                assertEquals(
                        "Another program holds the history in " + file + ", so this was not done. What was kept"
                                + " before stays; end that program or wait until it is done, and try again.",
                        assertThrows(StorageException.class, () -> note(database)).getMessage());
            }
            assertEquals(List.of("held"), told);
            run(other, "ROLLBACK");
            note(database);
            note(database);
            assertEquals(List.of("held", "free"), told);
            assertEquals(List.of("kept", "kept"), notes(database));
        }
    }

    /// What was told would stay in the window for hours.
    @Test
    void thatTheFileIsFreeIsToldAlsoWhereNobodyWritesAnyMore() throws Exception {
        try (Database database = open(DatabaseLocation.LOCAL, GIVES_UP)) {
            run(other, "BEGIN IMMEDIATE");
            assertThrows(StorageException.class, () -> note(database));
            run(other, "ROLLBACK");
            Patience.await(free);
            assertEquals(List.of("held", "free"), told);
            assertEquals(List.of(), notes(database));
        }
    }

    /// The tidying of the log has a wait of its own.
    @Test
    void eachTransactionBeginsWithTheSamePatience() throws Exception {
        try (Database database = Database.open(file)) {
            for (int i = 0; i < 2; i++) {
                int millis = database.<Integer>write(Durability.FULL, HeldHistoryTest::busyTimeout);
                assertEquals(WriteTransaction.UNTIL_TOLD, Duration.ofMillis(millis));
                database.scrub();
            }
        }
    }

    private static int busyTimeout(Connection connection) throws SQLException {
        try (Statement sql = connection.createStatement()) {
            return sql.executeQuery("PRAGMA busy_timeout").getInt(1);
        }
    }
}
