package io.landline.storage.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.chat.LogKey;
import io.landline.chat.ReceiptStore.Receipt;
import io.landline.cost.CostRules;
import io.landline.cost.Standing;
import io.landline.identity.Identity;
import io.landline.peer.Fingerprint;
import io.landline.room.ConversationId;
import io.landline.storage.database.ChatDatabase;
import io.landline.storage.database.Database.Durability;
import io.landline.storage.database.DatabaseTest;
import io.landline.storage.database.Rows;
import java.sql.PreparedStatement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What is kept where more receipts came than there is place for.
class ReceiptTimesNoteTest extends DatabaseTest {
    private static final Fingerprint SELF = Identity.generate().fingerprint();
    private static final LogKey LOG = new LogKey(ConversationId.of(new byte[ConversationId.BYTES]), SELF, 7);
    private static final int KEPT = ReceiptTimesNote.KEPT_MAX - ReceiptTimesNote.LOOK_EVERY;

    private final Fingerprint ada = person(1);
    private final Fingerprint ben = person(2);
    private final Map<Fingerprint, Standing> known = new HashMap<>();
    private long rows;

    private static Fingerprint person(int which) {
        byte[] bytes = new byte[Fingerprint.BYTES];
        bytes[0] = (byte) which;
        bytes[1] = (byte) (which >> 8);
        return Fingerprint.of(bytes);
    }

    /// As if this person had told of each of these messages, one after the other.
    private void told(Fingerprint by, int messages) {
        database.write(Durability.BATCHED, connection -> {
            try (PreparedStatement sql = connection.prepareStatement(
                    "INSERT INTO receipt_time (conversation, log, peer, read, number, at) VALUES (?, ?, ?, 0, ?, 1)")) {
                for (int number = 1; number <= messages; number++) {
                    sql.setBytes(1, LOG.conversation().bytes());
                    sql.setBytes(2, ChatDatabase.bytes(LOG.log()));
                    sql.setBytes(3, by.bytes());
                    sql.setLong(4, number);
                    sql.addBatch();
                }
                return sql.executeBatch().length;
            }
        });
        rows += messages;
    }

    /// One more until it is looked at what is too many.
    private void toldUntilThatIsLookedAt(Fingerprint by) {
        told(by, (int) (ReceiptTimesNote.LOOK_EVERY - 1 - rows % ReceiptTimesNote.LOOK_EVERY));
        var note = new ReceiptTimesNote(SELF, person -> known.getOrDefault(person, Standing.MEMBER),
                InstantSource.fixed(Instant.EPOCH));
        new SqliteReceipts(database, note, null).advance(LOG, by, Receipt.DELIVERED, KEPT * 2L);
        rows++;
    }

    private List<Long> kept(Fingerprint of) {
        return database.read(connection -> {
            try (PreparedStatement sql = connection
                    .prepareStatement("SELECT number FROM receipt_time WHERE peer=? ORDER BY place")) {
                sql.setBytes(1, of.bytes());
                return Rows.all(sql, row -> row.getLong(1));
            }
        });
    }

    @Test
    void asLongAsAllFitNothingGoes() {
        told(ada, KEPT - ReceiptTimesNote.LOOK_EVERY);
        toldUntilThatIsLookedAt(ada);
        assertEquals(KEPT, kept(ada).size());
    }

    @Test
    void theOldestOfAPersonGoFirst() {
        told(ada, KEPT);
        toldUntilThatIsLookedAt(ada);
        List<Long> kept = kept(ada);
        assertEquals(CostRules.level(Standing.MEMBER, KEPT), kept.size());
        assertEquals(ReceiptTimesNote.KEPT_MAX - kept.size() + 1L, kept.getFirst());
        assertEquals(KEPT * 2L, kept.getLast());
    }

    @Test
    void h38_twoIdentitiesOfOneMemberTakeTheTimesOfNobody() {
        told(ada, 600);
        told(ben, 14_000);
        told(person(3), 14_000);
        toldUntilThatIsLookedAt(ben);
        assertEquals(600, kept(ada).size());
        assertEquals(CostRules.level(Standing.MEMBER, KEPT), 600L + kept(ben).size() + kept(person(3)).size());
    }

    @Test
    void h38_aThousandIdentitiesTakeTheTimesOfNobodyThatTheUserKnowsWell() {
        known.put(ada, Standing.TRUSTED);
        told(ada, 5_000);
        for (int i = 0; i < 1_000; i++) told(person(100 + i), 24);
        toldUntilThatIsLookedAt(person(100));
        assertEquals(5_000, kept(ada).size());
    }

    @Test
    void h38_peopleOfOpenRoomsLeaveHalfToMembers() {
        told(ada, 10_000);
        for (int i = 0; i < 1_000; i++) {
            known.put(person(100 + i), Standing.OPEN_ROOM);
            told(person(100 + i), 20);
        }
        toldUntilThatIsLookedAt(person(100));
        long leftToMembers = CostRules.level(Standing.MEMBER, KEPT) - CostRules.level(Standing.OPEN_ROOM, KEPT);
        assertTrue(kept(ada).size() >= leftToMembers, () -> kept(ada).size() + " kept");
    }
}
