package io.landline.storage.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.landline.queue.SerialQueue;
import io.landline.storage.database.Database.Durability;
import io.landline.testing.Patience;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Work that the thread of a quick queue, as that of the conversations, does itself.
@Timeout(Patience.SECONDS)
class LentDatabaseWorkTest extends DatabaseTest {
    private static final int READERS = 2;

    private final SerialQueue quick = new SerialQueue(new SerialQueue.Settings("quick", SerialQueue.Rank.QUICK, 16,
            Long.MAX_VALUE, Duration.ofSeconds(1))).start();
    private final List<Thread> busy = new ArrayList<>();
    private final CountDownLatch go = new CountDownLatch(1);

    @BeforeEach
    void makeTable() {
        database.write(Durability.FULL, connection -> {
            try (PreparedStatement sql = connection.prepareStatement("CREATE TABLE note (text TEXT UNIQUE) STRICT")) {
                return sql.executeUpdate();
            }
        });
        awaitIdle();
    }

    /// The writer's own thread has ended its last write: it still runs it when the answer comes.
    private void awaitIdle() {
        Thread own = quick.call(Thread::currentThread);
        while (quick.call(() -> database.write(Durability.BATCHED, _ -> Thread.currentThread())) != own) {
            Thread.onSpinWait();
        }
    }

    @AfterEach
    void closeQueue() throws InterruptedException {
        go.countDown();
        for (Thread thread : busy) thread.join();
        quick.close();
    }

    private static int note(Connection connection, String text) throws SQLException {
        return Rows.update(connection, "INSERT INTO note VALUES (?)", text);
    }

    private static List<String> notes(Connection connection) throws SQLException {
        try (PreparedStatement sql = connection.prepareStatement("SELECT text FROM note ORDER BY rowid")) {
            return Rows.all(sql, row -> row.getString(1));
        }
    }

    /// As many reads that go on until [#go].
    private void keepBusy(int readers) throws InterruptedException {
        var begun = new CountDownLatch(readers);
        for (int i = 0; i < readers; i++) {
            busy.add(Thread.ofVirtual().start(() -> database.read(connection -> {
                begun.countDown();
                Patience.await(go);
                return notes(connection);
            })));
        }
        begun.await();
    }

    @Test
    void itsWritesAndReadsAreDoneOnItsOwnThread() {
        Thread own = quick.call(Thread::currentThread);
        assertSame(own, quick.call(() -> database.write(Durability.FULL, _ -> Thread.currentThread())));
        assertSame(own, quick.call(() -> database.read(_ -> Thread.currentThread())));
    }

    @Test
    void whatItWroteIsReadAtOnceAndAfterOpeningAgain() throws Exception {
        quick.call(() -> database.write(Durability.FULL, connection -> note(connection, "kept")));
        assertEquals(List.of("kept"), quick.call(() -> database.read(LentDatabaseWorkTest::notes)));
        assertEquals(List.of("kept"), database.read(LentDatabaseWorkTest::notes));
        openDatabaseAgain();
        assertEquals(List.of("kept"), quick.call(() -> database.read(LentDatabaseWorkTest::notes)));
    }

    @Test
    void aWriteOfItsThatThrowsLeavesNothing() {
        assertThrows(StorageException.class, () -> quick.call(() -> database.write(Durability.FULL, connection -> {
            note(connection, "half of it");
            return note(connection, "half of it"); // not unique
        })));
        quick.call(() -> database.write(Durability.BATCHED, connection -> note(connection, "after")));
        assertEquals(List.of("after"), database.read(LentDatabaseWorkTest::notes));
    }

    @Test
    void aReadOfItsThatThrowsLeavesTheConnectionToTheNext() {
        assertThrows(StorageException.class, () -> quick.call(() -> database.read(connection -> {
            notes(connection);
            throw new SQLException("no");
        })));
        quick.call(() -> database.write(Durability.BATCHED, connection -> note(connection, "after")));
        assertEquals(List.of("after"), quick.call(() -> database.read(LentDatabaseWorkTest::notes)));
    }

    /// As many within each other as there are connections, and one more.
    private List<String> readWithinReads(int more) {
        return database.read(connection -> more == 0 ? notes(connection) : readWithinReads(more - 1));
    }

    @Test
    void readsWithinReadsWaitForNoConnection() {
        quick.call(() -> database.write(Durability.FULL, connection -> note(connection, "kept")));
        assertEquals(List.of("kept"), quick.call(() -> readWithinReads(READERS)));
        assertEquals(List.of("kept"), readWithinReads(READERS));
    }

    @Test
    void aReadWithinAReadWaitsForNoOther() throws InterruptedException {
        keepBusy(READERS - 1);
        assertEquals(List.of(), readWithinReads(1));
    }

    @Test
    void oneThatFailsWithinAReadLeavesTheOuterOne() {
        assertEquals(List.of(), database.read(_ -> database.read(connection -> {
            assertThrows(StorageException.class, () -> database.read(_ -> {
                throw new SQLException("no");
            }));
            return notes(connection);
        })));
    }

    @Test
    void aWriteWithinItsWriteIsRefused() {
        assertThrows(IllegalStateException.class, () -> quick.call(() -> database.write(Durability.FULL,
                _ -> database.write(Durability.FULL, connection -> note(connection, "never")))));
    }

    @Test
    void aReadWithinItsWriteSeesWhatWasThereBefore() {
        assertEquals(List.of(), quick.call(() -> database.write(Durability.FULL, connection -> {
            note(connection, "not yet");
            return database.read(LentDatabaseWorkTest::notes);
        })));
    }

    @Test
    void aReaderThatIsBusyDoesNotKeepItWaiting() throws Exception {
        keepBusy(READERS - 1);
        assertSame(quick.call(Thread::currentThread), quick.call(() -> database.read(_ -> Thread.currentThread())));
    }

    /// A read of its own thread that goes on until [#go].
    private void keepOneLent() throws InterruptedException {
        var begun = new CountDownLatch(1);
        quick.post(() -> database.read(connection -> {
            begun.countDown();
            Patience.await(go);
            return notes(connection);
        }));
        begun.await();
    }

    private CompletableFuture<List<String>> readByAnother() {
        var read = new CompletableFuture<List<String>>();
        busy.add(Thread.ofPlatform().start(() -> read.complete(database.read(LentDatabaseWorkTest::notes))));
        return read;
    }

    @Test
    void aLongReadOfItsKeepsNobodyElseWaitingWhereAReaderIsFree() throws Exception {
        keepOneLent();
        for (int i = 0; i < READERS; i++) assertEquals(List.of(), readByAnother().get());
    }

    @Test
    void whoCameWhileAllWereBusyTakesTheFirstThatIsFree() throws Exception {
        keepOneLent();
        var begun = new CountDownLatch(1);
        var end = new CountDownLatch(1);
        busy.add(Thread.ofVirtual().start(() -> database.read(connection -> {
            begun.countDown();
            Patience.await(end);
            return notes(connection);
        })));
        begun.await();
        CompletableFuture<List<String>> read = readByAnother();
        while (busy.getLast().getState() != Thread.State.WAITING) Thread.onSpinWait();
        end.countDown();
        assertEquals(List.of(), read.get());
    }

    @Test
    void aReadWithinItsReadEndsNothingOfTheOuterOne() throws Exception {
        assertEquals(List.of(), quick.call(() -> database.read(connection -> {
            List<String> before = notes(connection);
            assertEquals(before, database.read(LentDatabaseWorkTest::notes));
            busy.add(Thread.ofVirtual()
                    .start(
                            () -> database.write(Durability.BATCHED, other -> note(other, "meanwhile"))));
            while (!database.read(LentDatabaseWorkTest::notes).equals(List.of("meanwhile"))) Thread.onSpinWait();
            return notes(connection);
        })));
    }

    @Test
    void whereAllReadersAreBusyItWaitsForOne() throws Exception {
        keepBusy(READERS);
        Thread own = quick.call(Thread::currentThread);
        var readOn = new CompletableFuture<Thread>();
        quick.post(() -> readOn.complete(database.read(_ -> Thread.currentThread())));
        while (quick.waiting() > 0 || own.getState() != Thread.State.WAITING) Thread.onSpinWait();
        assertFalse(readOn.isDone());
        go.countDown();
        assertNotSame(own, readOn.get());
    }

    @Test
    void afterClosingItIsRefused() {
        database.close();
        assertThrows(IllegalStateException.class, () -> quick.call(() -> database.read(LentDatabaseWorkTest::notes)));
        assertThrows(IllegalStateException.class,
                () -> quick.call(() -> database.write(Durability.FULL, connection -> note(connection, "late"))));
    }
}
