package io.landline.chat.sync;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.chat.Entry;
import io.landline.chat.EntryStore;
import io.landline.chat.Fork;
import io.landline.chat.LogKey;
import io.landline.chat.act.Reference;
import io.landline.room.ConversationId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/// What a store holds of a conversation.
record HeldEntries(EntryStore store, ConversationId conversation) {
    /// In the order of the timeline.
    List<Entry> all() {
        return store.logs(conversation)
                .stream()
                .flatMap(log -> store.range(log.key(), 1, log.to(), false, Integer.MAX_VALUE).stream())
                .sorted(Comparator.comparing(Entry::position))
                .toList();
    }

    /// What is to be the same everywhere: of a log that was written twice the part before that.
    List<Entry> belowForks() {
        Map<LogKey, Long> forks = new HashMap<>();
        for (Fork fork : store.forks()) forks.put(fork.log(), fork.number());
        return all().stream()
                .filter(entry -> entry.header().number() < forks.getOrDefault(entry.log(), Forks.NONE))
                .toList();
    }

    void areWholeAndOnce() {
        var seen = new HashSet<Reference>();
        for (Entry entry : all()) {
            assertTrue(seen.add(entry.reference()), "twice: " + entry);
            assertTrue(entry.isWhole() && entry.bodyHolds() && entry.signatureHolds(), "not whole: " + entry);
        }
    }
}
