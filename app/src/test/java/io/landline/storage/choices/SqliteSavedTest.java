package io.landline.storage.choices;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.landline.peer.Fingerprint;
import io.landline.room.ConversationId;
import io.landline.room.EntryId;
import io.landline.storage.choices.SqliteSaved.Place;
import io.landline.storage.database.DatabaseTest;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Saved messages, found by the first digits of their ids.
class SqliteSavedTest extends DatabaseTest {
    private static final EntryId ONE = new EntryId(0xfedcba98_00000000L, 1);
    private static final EntryId TWO = new EntryId(0xfedcba98_00000000L, 2);
    private static final EntryId OTHER = new EntryId(0x01234567_89abcdefL, -1);

    private void save(EntryId id) {
        new SqliteSaved(database).save(new Place(id, new ConversationId(1, 1), Fingerprint.ofPublicKey(new byte[32]),
                Instant.EPOCH));
    }

    @Test
    void oneIsFoundByItsFirstDigitsOrAllOfThem() {
        for (EntryId each : List.of(ONE, TWO, OTHER)) save(each);
        var saved = new SqliteSaved(database);
        assertEquals(3, saved.count());
        assertEquals(List.of(ONE, TWO), saved.named("FEDCBA98", 10));
        assertEquals(List.of(ONE), saved.named("fedcba98", 1));
        assertEquals(List.of(TWO), saved.named(TWO.hex(), 10));
        assertEquals(List.of(OTHER), saved.named("01234567", 10));
        assertEquals(List.of(), saved.named("01234568", 10));
        saved.release(TWO);
        assertEquals(List.of(ONE), saved.named("fedcba98", 10));
    }
}
