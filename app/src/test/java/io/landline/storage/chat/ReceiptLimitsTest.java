package io.landline.storage.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.chat.ChatStores;
import io.landline.chat.LogKey;
import io.landline.chat.ReceiptStore;
import io.landline.chat.ReceiptStore.Receipt;
import io.landline.cost.CostRules;
import io.landline.cost.Standing;
import io.landline.identity.Identity;
import io.landline.peer.Fingerprint;
import io.landline.room.ConversationId;
import io.landline.storage.database.ChatDatabase;
import io.landline.storage.database.Database.Durability;
import io.landline.storage.database.DatabaseTest;
import java.nio.ByteBuffer;
import java.sql.PreparedStatement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Of an own log that more people tell of than there is place for.
class ReceiptLimitsTest extends DatabaseTest {
    private static final Fingerprint SELF = Identity.generate().fingerprint();
    private static final ConversationId ROOM = ConversationId.of(new byte[ConversationId.BYTES]);
    private static final LogKey LOG = new LogKey(ROOM, SELF, 7);

    private final Map<Fingerprint, Standing> known = new HashMap<>();
    private ChatStores chats;
    private ReceiptStore receipts;

    @BeforeEach
    void open() {
        chats = SqliteChat.stores(database, SELF, person -> known.getOrDefault(person, Standing.OPEN_ROOM),
                InstantSource.fixed(Instant.EPOCH));
        receipts = chats.receipts();
    }

    private static Fingerprint person(int which) {
        return Fingerprint.of(ByteBuffer.allocate(Fingerprint.BYTES).putInt(which).array());
    }

    /// As if these people had told that they have as much of the log.
    private void told(int from, int to, long upTo) {
        database.write(Durability.BATCHED, connection -> {
            try (PreparedStatement sql = connection.prepareStatement(
                    "INSERT INTO receipt (conversation, author, log, peer, delivered) VALUES (?, ?, ?, ?, ?)")) {
                for (int which = from; which < to; which++) {
                    sql.setBytes(1, ROOM.bytes());
                    sql.setBytes(2, SELF.bytes());
                    sql.setBytes(3, ChatDatabase.bytes(LOG.log()));
                    sql.setBytes(4, person(which).bytes());
                    sql.setLong(5, upTo);
                    sql.addBatch();
                }
                return sql.executeBatch().length;
            }
        });
    }

    private void tells(int which, long upTo) {
        receipts.advance(LOG, person(which), Receipt.DELIVERED, upTo);
    }

    private int kept() {
        return new Timelines(database, SELF).receipts(ROOM).get(LOG).size();
    }

    private long ofPerson(int which) {
        return receipts.upTo(LOG, person(which), Receipt.DELIVERED);
    }

    @Test
    void h38_inventedPeopleLeaveNoRowWithoutEnd() {
        known.put(person(1), Standing.TRUSTED);
        known.put(person(2), Standing.MEMBER);
        tells(1, 1);
        tells(2, 1);
        told(10, ReceiptLimits.KEPT_MAX + 8, 5);
        assertEquals(ReceiptLimits.KEPT_MAX, kept());
        tells(3, 6);
        assertEquals(CostRules.level(Standing.OPEN_ROOM, ReceiptLimits.KEPT_MAX - ReceiptLimits.LOOK_EVERY), kept());
        assertEquals(1, ofPerson(1));
        assertEquals(1, ofPerson(2));
        assertEquals(6, ofPerson(3), "who has most of it stays");
    }

    /// Its numbers are the low ones: it began later.
    @Test
    void whatIsToldOfThePresentLogStaysBeforeWhatWasToldOfEarlierOnes() {
        LogKey present = new LogKey(ROOM, SELF, 8);
        chats.entries().setOwnLog(ROOM, present.log());
        receipts.advance(present, person(1), Receipt.DELIVERED, 1);
        told(10, ReceiptLimits.KEPT_MAX + 9, 500);
        tells(3, 500);
        assertTrue(kept() < ReceiptLimits.KEPT_MAX, "some went");
        assertEquals(1, receipts.upTo(present, person(1), Receipt.DELIVERED));
    }

    @Test
    void whatComesAgainAndWhatIsReadHereMakesNobodyGo() {
        told(10, ReceiptLimits.KEPT_MAX + 10, 5);
        tells(10, 6);
        LogKey other = new LogKey(ROOM, person(1), 1);
        receipts.advance(other, SELF, Receipt.READ, 9);
        assertEquals(ReceiptLimits.KEPT_MAX, kept());
        assertEquals(6, ofPerson(10));
        assertEquals(9, receipts.upTo(other, SELF, Receipt.READ));
    }
}
