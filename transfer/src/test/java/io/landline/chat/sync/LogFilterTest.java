package io.landline.chat.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.chat.Author;
import io.landline.chat.Entry;
import io.landline.chat.EntryStore;
import io.landline.chat.EntryStore.Durability;
import io.landline.chat.LogKey;
import io.landline.cost.Standing;
import io.landline.room.ConversationId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What is remembered of logs that gave way, in memory and in the store. A log that was dropped again was forgotten by
/// one of them, and another log by the other, until the next start.
class LogFilterTest {
    private static final ConversationId ROOM = ConversationId.of(new byte[16]);
    private static final Duration LATER = Duration.ofDays(1);

    private final World.Node node = new World(3).node();
    private final EntryStore entries = node.stores.entries();
    private final Author invented = Author.of(ROOM, 0);
    private final LogFilter filter = filter();

    private LogFilter filter() {
        node.standings.put(invented.fingerprint(), Standing.STRANGER);
        ChatContext context = node.context();
        var warnings = new LimitWarnings(context);
        return new LogFilter(context, new Budgets(context, warnings), warnings);
    }

    private LogKey log(int number) {
        return new LogKey(ROOM, invented.fingerprint(), number);
    }

    /// As many as are remembered, and one more.
    private void assertTheSameAreForgotten() {
        for (int number = 3; number <= EntryStore.DROPPED_MAX + 1; number++) filter.drop(log(number));
        var closed = new ArrayList<LogKey>();
        for (int number = 0; number <= EntryStore.DROPPED_MAX + 1; number++) {
            if (filter.isClosed(log(number))) closed.add(log(number));
        }
        assertEquals(EntryStore.DROPPED_MAX, closed.size());
        assertTrue(entries.dropped().containsAll(closed));
    }

    @Test
    void h2_aLogThatIsDroppedAgainIsTheLastInBoth() {
        filter.drop(log(1));
        filter.drop(log(2));
        filter.drop(log(1));
        assertTheSameAreForgotten();
    }

    @Test
    void h2_soIsALongLogThatIsDroppedInSteps() {
        List<Entry> all = invented.texts(EntryStore.DROPPED_AT_ONCE + 1);
        entries.add(all, all.size(), Durability.BATCHED);
        filter.drop(invented.key());
        filter.drop(log(1));
        assertEquals(LATER, filter.tick(LATER, LATER, _ -> {}));
        assertEquals(List.of(log(1), log(0)), entries.dropped());
        assertTheSameAreForgotten();
    }
}
