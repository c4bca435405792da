package io.landline.node.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.chat.Author;
import io.landline.chat.Entry;
import io.landline.chat.EntryKind;
import io.landline.chat.EntryStore.Durability;
import io.landline.chat.EntryText;
import io.landline.handshake.LogListener;
import io.landline.queue.Uninterrupted;
import io.landline.room.ConversationId;
import io.landline.storage.chat.SqliteChat;
import io.landline.storage.database.Database;
import io.landline.storage.database.DatabaseTest;
import io.landline.storage.entries.SearchBefore;
import io.landline.storage.entries.SearchRenewal;
import io.landline.testing.Patience;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A node over a profile of version 32, which is renewed in some steps.
class GradualRenewalTest extends DatabaseTest {
    private static final ConversationId ROOM = ConversationId.of(new byte[ConversationId.BYTES]);
    private static final int TEXTS = 450;
    private static final Logger LOGGER = Logger.getLogger(GradualRenewal.class.getName());

    private static final List<Entry> WRITTEN = new ArrayList<>();

    /// Once for all tests, as it takes time to sign.
    @BeforeAll
    static void write() {
        Author ada = Author.of(ROOM, 1);
        for (int i = 1; i <= TEXTS; i++) {
            WRITTEN.add(ada.write(i, EntryKind.TEXT, new EntryText("Straße " + i).toBody()));
        }
    }

    @BeforeEach
    void makeOld() throws Exception {
        SqliteChat.stores(database).entries().add(WRITTEN, TEXTS, Durability.BATCHED);
        closeDatabase();
        SearchBefore.make(folder.resolve("history.db"));
        openDatabase();
    }

    private int found(String words) {
        return SqliteChat.stores(database).entries().search(ROOM, words, TEXTS).size();
    }

    private static void awaitEnd(SearchRenewal renewal) {
        long end = System.nanoTime() + Patience.LIMIT.toNanos();
        while (renewal.isDue()) {
            assertTrue(System.nanoTime() < end, "it is not renewed");
            Thread.onSpinWait();
        }
    }

    private void renewAll() {
        var renewal = new SearchRenewal(database);
        try (var gradual = new GradualRenewal(renewal)) {
            gradual.start();
            awaitEnd(renewal);
        }
        assertEquals(TEXTS, found("strasse"));
    }

    @Test
    void itRenewsAllWhileTheNodeRuns() {
        assertEquals(0, found("strasse"));
        renewAll();
    }

    @Test
    void whatIsLeftAtTheEndOfTheNodeIsDoneByTheNextOne() throws IOException {
        var first = new GradualRenewal(new SearchRenewal(database));
        first.start();
        first.close();
        openDatabaseAgain();
        assertEquals(TEXTS, found("Straße"), "at any moment");
        renewAll();
    }

    @Test
    void afterTheEndOfTheNodeNothingBegins() {
        var renewal = new SearchRenewal(database);
        var gradual = new GradualRenewal(renewal);
        gradual.close();
        gradual.start();
        assertTrue(renewal.isDue());
    }

    @Test
    void whereNothingIsToRenewNothingBegins() {
        var renewal = new SearchRenewal(database);
        while (renewal.step());
        assertFalse(renewal.isDue());
        try (var gradual = new GradualRenewal(renewal)) {
            gradual.start();
            gradual.start(); // a thread that began could not begin again
        }
    }

    /// That a node ends is no fault, and the log must not call it one.
    @Test
    void aDatabaseThatClosesIsNoFault() throws InterruptedException {
        var isHeld = new CountDownLatch(1);
        var goesOn = new CountDownLatch(1);
        Thread holds = Thread.ofPlatform().start(() -> database.write(Database.Durability.BATCHED, _ -> {
            isHeld.countDown();
            return Uninterrupted.of(() -> goesOn.await(Patience.SECONDS, TimeUnit.SECONDS));
        }));
        isHeld.await();
        LOGGER.setLevel(Level.FINE);
        try (var log = new LogListener(); var gradual = new GradualRenewal(new SearchRenewal(database))) {
            gradual.start();
            Thread closes = Thread.ofPlatform().start(database::close);
            goesOn.countDown(); // one step may be done now, and those that follow are refused
            holds.join();
            closes.join();
            assertEquals(Level.FINE, said(log).getLevel());
        } finally {
            LOGGER.setLevel(null);
        }
    }

    private static LogRecord said(LogListener log) {
        long end = System.nanoTime() + Patience.LIMIT.toNanos();
        while (true) {
            for (LogRecord each : log.from(Level.FINE)) {
                if (LOGGER.getName().equals(each.getLoggerName())) return each;
            }
            assertTrue(System.nanoTime() < end, "it does not end");
            Thread.onSpinWait();
        }
    }
}
