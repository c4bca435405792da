package io.landline.storage.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.chat.Entry;
import io.landline.chat.EntryHeader;
import io.landline.chat.EntryHeader.Place;
import io.landline.chat.EntryKind;
import io.landline.chat.EntryStore.Durability;
import io.landline.chat.EntryText;
import io.landline.chat.TimelinePosition;
import io.landline.identity.Identity;
import io.landline.peer.Sha256;
import io.landline.room.ConversationId;
import io.landline.storage.database.DatabaseTest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Where what is kept for a month begins. This computer's clock stands in 2025.
class SqliteRetentionTest extends DatabaseTest {
    private static final ConversationId ROOM = ConversationId.of(new byte[ConversationId.BYTES]);
    private static final Instant NOW = Instant.parse("2025-01-01T00:00:00Z");
    private static final Instant OLD = NOW.minus(Duration.ofDays(100));
    private static final Instant AHEAD = NOW.plus(Duration.ofDays(700));

    private final Identity author = Identity.generate();

    private List<Entry> written(Instant... dates) {
        var entries = new ArrayList<Entry>();
        byte[] before = new byte[Sha256.BYTES];
        byte[] body = new EntryText("text").toBody();
        for (Instant date : dates) {
            int number = entries.size() + 1;
            Entry next = Entry.signed(author, new EntryHeader(ROOM, author.publicKey(), new Place(7, number, before),
                    number, date.toEpochMilli(), EntryKind.TEXT, body.length, Sha256.of(body)), body);
            entries.add(next);
            before = next.hash();
        }
        SqliteChat.stores(database).entries().add(entries, dates.length, Durability.FULL);
        return entries;
    }

    private TimelinePosition beginning() {
        return new SqliteRetention(database).beginning(ROOM, NOW.minus(Duration.ofDays(30)),
                NOW.plus(Duration.ofDays(1)));
    }

    @Test
    void whatIsOlderStandsBeforeIt() {
        List<Entry> entries = written(OLD, NOW, OLD, NOW);
        assertEquals(entries.get(1).position(), beginning());
    }

    @Test
    void h85_whatCameAsItWasWrittenCountsByWhenItCame() {
        List<Entry> entries = written(OLD, OLD, OLD, OLD);
        var heard = new SqliteHeard(database);
        heard.note(entries.get(1), NOW.minus(Duration.ofDays(31)));
        assertTrue(beginning().compareTo(entries.getLast().position()) > 0, "that is older too");
        heard.note(entries.get(2), NOW.minus(Duration.ofDays(30)));
        assertEquals(entries.get(2).position(), beginning());
    }

    @Test
    void whatCameByAClockThatWasAheadHereDoesNotCount() {
        List<Entry> entries = written(OLD, OLD);
        new SqliteHeard(database).note(entries.getFirst(), AHEAD);
        assertTrue(beginning().compareTo(entries.getLast().position()) > 0);
    }

    @Test
    void onlyAClockThatIsBehindIsNotedAndItsTimesGoWithWhatIsRemoved() {
        List<Entry> entries = written(OLD, OLD, OLD);
        var heard = new SqliteHeard(database);
        heard.note(entries.get(1), OLD.plus(SqliteHeard.BEHIND_MIN));
        assertNull(heard.notBefore(entries.get(2)), "it is behind by a day");
        heard.note(entries.get(1), NOW);
        assertNull(heard.notBefore(entries.getFirst()));
        assertEquals(NOW, heard.notBefore(entries.get(1)));
        assertEquals(NOW, heard.notBefore(entries.get(2)), "it was written later");
        SqliteChat.stores(database).entries().cutBeginning(entries.getFirst().log(), 3);
        assertNull(heard.notBefore(entries.get(2)));
    }

    @Test
    void allIsBeforeItWhereAllIsOlder() {
        List<Entry> entries = written(OLD, AHEAD, OLD);
        assertTrue(beginning().compareTo(entries.getLast().position()) > 0,
                "a clock that was ahead once keeps nothing");
    }

    @Test
    void aClockThatIsAheadDoesNotCountWhereAnotherIsRight() {
        List<Entry> entries = written(OLD, AHEAD, NOW, AHEAD);
        assertEquals(entries.get(2).position(), beginning());
    }

    @Test
    void h85_whereTheClockHereIsYearsBehindTheNewestStay() {
        List<Entry> entries = written(OLD, AHEAD, AHEAD);
        assertEquals(entries.get(1).position(), beginning());
    }

    @Test
    void h85_soDoesAllOfAConversationThatHasNothingOlder() {
        List<Entry> entries = written(AHEAD, AHEAD);
        assertEquals(entries.getFirst().position(), beginning());
    }
}
