package io.landline.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.chat.ConversationListener;
import io.landline.chat.Entry;
import io.landline.chat.EntryKind;
import io.landline.chat.EntryText;
import io.landline.chat.EqualRooms;
import io.landline.chat.sync.Conversations;
import io.landline.console.EventLines;
import io.landline.cost.Standing;
import io.landline.fixture.PlainRecords;
import io.landline.identity.Identity;
import io.landline.node.port.NodeEvent.EntryPlace;
import io.landline.node.port.NodeEvent.Message;
import io.landline.room.ConversationId;
import io.landline.room.EntryId;
import io.landline.storage.chat.SqliteChat;
import io.landline.storage.chat.Timelines;
import io.landline.storage.database.Database;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The wall clock is set, by an hour or by ten years, forth and back (H85).
class ClockJumpsTest {
    private static final ConversationId ROOM = ConversationId.of(new byte[ConversationId.BYTES]);
    private static final Instant START = Instant.parse("2029-03-25T00:59:59.999Z"); // a night in which clocks change
    private static final List<Duration> JUMPS = List.of(Duration.ofHours(1), Duration.ofHours(-1),
            Duration.ofDays(3_652), Duration.ofDays(-2 * 3_652), Duration.ZERO, Duration.ofMillis(-1),
            Duration.ofDays(3_652));

    @TempDir
    Path folder;

    /// Stands where it was set.
    private static final class SetClock implements InstantSource {
        private Instant now = START;

        @Override
        public Instant instant() {
            return now;
        }
    }

    @Test
    void h85_aConversationKeepsItsOrderAndItsNumbersHoweverTheClockIsSet() throws Exception {
        var clock = new SetClock();
        var written = new ArrayList<Instant>();
        Identity self = Identity.generate();
        try (var database = Database.open(folder.resolve("history.db"));
                var conversations = Conversations.open(self, SqliteChat.stores(database), EqualRooms.OPEN,
                        _ -> Standing.MEMBER,
                        new ConversationListener() {}, clock)) {
            for (Duration jump : JUMPS) {
                clock.now = clock.now.plus(jump);
                written.add(clock.now);
                conversations.append(ROOM, EntryKind.TEXT, new EntryText("text " + written.size()).toBody());
            }
            List<Entry> shown = new Timelines(database, self.fingerprint()).newest(ROOM, null, 100);
            for (int i = 0; i < JUMPS.size(); i++) {
                Entry entry = shown.get(i);
                assertEquals(new EntryText("text " + (i + 1)), EntryText.ofBody(entry.body()));
                assertEquals(i + 1, entry.header().number());
                assertEquals(written.get(i), entry.written(), "milliseconds of UTC, past 2038 too");
                if (i > 0) assertTrue(entry.position().compareTo(shown.get(i - 1).position()) > 0);
            }
            assertEquals(JUMPS.size(), shown.stream().map(entry -> entry.id().hex()).distinct().count(),
                    "ids are of the content");
        }
    }

    /// A peer may date its messages as it likes.
    @ParameterizedTest
    @ValueSource(longs = {0, 2_147_483_647_999L, 2_147_483_648_000L, 4_294_967_296_000L, 253_402_300_800_000L,
            Long.MAX_VALUE})
    void h85_aDateOfAnyYearIsWrittenAndReadAgain(long millis) {
        Instant at = Instant.ofEpochMilli(millis);
        var message = new Message(at, "#class", Identity.generate().fingerprint(), "Max",
                new EntryPlace(new EntryId(0, 1), "0000000000000001", 1), PlainRecords.words("text"), at);
        assertEquals(at, Instant.parse(EventLines.message(message, at).get("written").getAsString()));
    }
}
