package io.landline.chat.sync;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.chat.Author;
import io.landline.chat.Entry;
import io.landline.chat.EntryStore;
import io.landline.chat.LogKey;
import io.landline.chat.LogState;
import io.landline.identity.Identity;
import io.landline.room.ConversationId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What every store does with beginnings of logs that are not kept, and with logs that are dropped.
abstract class FloorContract extends DeletionContract {
    @Test
    void aCutBeginningIsGoneAndTheRestStays() {
        Author author = Author.of(ROOM, 5);
        List<Entry> all = author.texts(10);
        add(all);
        entries.cutBeginning(author.key(), 4);
        LogState state = entries.log(author.key());
        assertEquals(4, state.from());
        assertEquals(10, state.to());
        assertArrayEquals(all.get(2).hash(), state.previous());
        assertEquals(4, state.lamportFrom());
        assertEquals(all.subList(3, 10), entries.newest(ROOM, null, 20));
        assertEquals(all.subList(3, 10), entries.range(author.key(), 1, 10, false, Integer.MAX_VALUE));
        assertEquals(Map.of(author.key(), 4L), entries.floors());
        assertEquals(List.of(), entries.search(ROOM, "text 2", 10));
        assertEquals(1, entries.search(ROOM, "text 3", 10).size());
        entries.cutBeginning(author.key(), 2);
        assertEquals(4, entries.log(author.key()).from(), "a floor never sinks");
    }

    @Test
    void aLogThatIsCutToItsEndGoesOnWhereItWas() {
        Author author = Author.of(ROOM, 5);
        List<Entry> all = author.texts(7);
        add(all.subList(0, 5));
        entries.cutBeginning(author.key(), 99);
        LogState state = entries.log(author.key());
        assertTrue(state.isEmpty());
        assertEquals(6, state.from());
        assertEquals(5, state.to());
        assertArrayEquals(all.get(4).hash(), state.hash());
        assertEquals(5, state.lamportTo());
        assertEquals(Map.of(author.key(), 6L), entries.floors());
        assertEquals(List.of(), entries.newest(ROOM, null, 10));
        assertEquals(1, entries.logCount(ROOM));
        assertThrows(IllegalArgumentException.class, () -> add(all.subList(6, 7)));
        add(all.subList(5, 7));
        assertEquals(6, entries.log(author.key()).from());
        assertEquals(6, entries.log(author.key()).lamportFrom());
        assertArrayEquals(all.get(4).hash(), entries.log(author.key()).previous());
        assertEquals(all.subList(5, 7), entries.newest(ROOM, null, 10));
    }

    @Test
    void aLogThatIsCutToItsEndCanBeDropped() {
        Author author = Author.of(ROOM, 5);
        add(author.texts(3));
        entries.cutBeginning(author.key(), 4);
        entries.drop(author.key());
        assertNull(entries.log(author.key()));
    }

    @Test
    void wordsOfWhatWasCutAreNotFoundBeforeTheyAreClearedNorAfterwards() {
        Author author = Author.of(ROOM, 5);
        add(author.texts(60));
        entries.cutBeginning(author.key(), 51);
        assertEquals(List.of(), entries.search(ROOM, "text 17", 10));
        while (entries.clearWords());
        assertEquals(List.of(), entries.search(ROOM, "text 17", 10));
        assertEquals(1, entries.search(ROOM, "text 55", 10).size());
    }

    @Test
    void anOwnLogThatIsCutToItsEndIsWrittenOn() {
        Author me = Author.of(ROOM, 5);
        List<Entry> all = me.texts(3);
        add(all);
        entries.setOwnLog(ROOM, 5);
        entries.cutBeginning(me.key(), 4);
        List<Entry> next = entries.append(ROOM, me.fingerprint(), null, own -> {
            assertEquals(5L, own.id());
            assertEquals(3, own.held().to());
            assertArrayEquals(all.getLast().hash(), own.held().hash());
            return List.of(me.text("next"));
        });
        assertEquals(next, entries.newest(ROOM, null, 10));
    }

    @Test
    void h2_aDroppedLogIsGoneAndRememberedUntilItsAuthorIsForgiven() {
        Author author = Author.of(ROOM, 1);
        Author other = Author.of(ROOM, 2);
        add(List.of(author.text("findable")));
        add(List.of(other.text("stays")));
        entries.drop(author.key());
        assertNull(entries.log(author.key()));
        assertEquals(1, entries.newest(ROOM, null, 10).size());
        assertEquals(List.of(), entries.search(ROOM, "findable", 10));
        assertEquals(List.of(author.key()), entries.dropped());
        entries.forgetDropped(other.fingerprint());
        assertEquals(List.of(author.key()), entries.dropped());
        entries.forgetDropped(author.fingerprint());
        assertEquals(List.of(), entries.dropped());
    }

    @Test
    void h2_aLongLogIsDroppedInSteps() {
        Author author = Author.of(ROOM, 1);
        List<Entry> all = author.texts(EntryStore.DROPPED_AT_ONCE * 2 + 1);
        add(all);
        assertTrue(entries.drop(author.key()));
        assertEquals(EntryStore.DROPPED_AT_ONCE + 1, entries.log(author.key()).to(), "the end goes first");
        assertTrue(entries.drop(author.key()));
        assertEquals(List.of(all.getFirst()), entries.newest(ROOM, null, 10));
        assertFalse(entries.drop(author.key()));
        assertNull(entries.log(author.key()));
        assertEquals(List.of(author.key()), entries.dropped());
    }

    @Test
    void h2_whatIsRememberedOfDroppedLogsIsBounded() {
        ConversationId room = ROOM;
        Identity author = Identity.generate();
        for (int i = 0; i <= EntryStore.DROPPED_MAX; i++) entries.drop(new LogKey(room, author.fingerprint(), i));
        List<LogKey> dropped = entries.dropped();
        assertEquals(EntryStore.DROPPED_MAX, dropped.size());
        assertEquals(1, dropped.getFirst().log());
        assertEquals(EntryStore.DROPPED_MAX, dropped.getLast().log());
    }

    @Test
    void h2_aLogThatIsDroppedAgainIsTheLast() {
        Identity author = Identity.generate();
        for (long log : List.of(1L, 2L, 1L)) entries.drop(new LogKey(ROOM, author.fingerprint(), log));
        assertEquals(List.of(2L, 1L), entries.dropped().stream().map(LogKey::log).toList());
    }
}
