package io.landline.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.chat.LogKey;
import io.landline.chat.ReceiptStore.Receipt;
import io.landline.cost.Standing;
import io.landline.identity.Identity;
import io.landline.peer.Fingerprint;
import io.landline.room.ConversationId;
import io.landline.room.EntryId;
import io.landline.storage.chat.ReceiptTimesNote;
import io.landline.storage.chat.SqliteChat;
import io.landline.storage.chat.SqliteReceiptTimes;
import io.landline.storage.chat.SqliteReceiptTimes.Reached;
import io.landline.storage.chat.SqliteReceipts;
import io.landline.storage.choices.SqliteSaved;
import io.landline.storage.choices.SqliteSaved.Place;
import io.landline.storage.database.DatabaseTest;
import io.landline.storage.database.Rows;
import java.io.IOException;
import java.sql.PreparedStatement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// What this node alone knows of messages.
class MessageNotesStorageTest extends DatabaseTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final Fingerprint SELF = Identity.generate().fingerprint();
    private static final Fingerprint BOB = Identity.generate().fingerprint();
    private static final LogKey LOG = new LogKey(ConversationId.of(new byte[ConversationId.BYTES]), SELF, 7);

    @Test
    void whatIsSavedStandsInItsOrderOverAStartUntilItIsTakenOut() throws IOException {
        var saved = new SqliteSaved(database);
        var first = new Place(new EntryId(1, 1), LOG.conversation(), SELF, NOON);
        var second = new Place(new EntryId(-2, 2), LOG.conversation(), BOB, Instant.EPOCH);
        saved.save(first);
        saved.save(second);
        saved.save(first);
        openDatabaseAgain();
        saved = new SqliteSaved(database);
        assertEquals(List.of(second, first), saved.all());
        saved.release(second.id());
        assertEquals(List.of(first), saved.all());
    }

    private void told(Receipt receipt, long upTo, Instant at) {
        new SqliteReceipts(database, new ReceiptTimesNote(SELF, _ -> Standing.MEMBER, InstantSource.fixed(at)), null)
                .advance(LOG, BOB, receipt, upTo);
    }

    private Map<Fingerprint, Reached> reached(long number) {
        return new SqliteReceiptTimes(database).reached(LOG, number);
    }

    @Test
    void theFirstReceiptThatReachesAMessageTellsWhen() {
        told(Receipt.DELIVERED, 3, NOON);
        told(Receipt.DELIVERED, 5, NOON.plusSeconds(60));
        told(Receipt.READ, 4, NOON.plusSeconds(90));
        assertEquals(Map.of(BOB, new Reached(NOON, true, NOON.plusSeconds(90))), reached(3));
        assertEquals(Map.of(BOB, new Reached(NOON.plusSeconds(60), true, NOON.plusSeconds(90))), reached(4));
        assertEquals(Map.of(BOB, new Reached(NOON.plusSeconds(60), false, null)), reached(5));
        assertEquals(Map.of(), reached(6));
    }

    @Test
    void aReceiptWhoseTimeIsNotKnownCountsAllTheSame() {
        SqliteChat.stores(database).receipts().advance(LOG, BOB, Receipt.DELIVERED, 2);
        Reached bob = Objects.requireNonNull(reached(1).get(BOB));
        assertNull(bob.delivered());
    }

    @Test
    void whomAMessageReachedIsFoundByIndexes() {
        List<String> plan = database.read(connection -> {
            try (PreparedStatement sql = connection
                    .prepareStatement("EXPLAIN QUERY PLAN " + SqliteReceiptTimes.REACHED)) {
                sql.setBytes(1, LOG.conversation().bytes());
                return Rows.all(sql, row -> row.getString(4));
            }
        });
        assertTrue(plan.stream().noneMatch(step -> step.startsWith("SCAN") || step.contains("TEMP B-TREE")),
                plan::toString);
    }
}
