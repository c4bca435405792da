package io.landline.chat.sync;

import io.landline.chat.frame.EntriesFrame;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/// What was handed in to be written and waits for its turn. What waits together is written together: one transaction,
/// signatures on all cores, one frame. Any thread.
final class UnwrittenEntries {
    /// Written together at most: it takes some ten milliseconds, and keeps what others send waiting as long.
    static final int GROUP_MAX = 32;

    private final ArrayDeque<PendingEntry> waiting = new ArrayDeque<>();

    synchronized void add(PendingEntry pending) {
        waiting.add(pending);
    }

    /// Takes a draft out again that shall not be written. False: it is written already, or is being written.
    synchronized boolean takeBack(PendingEntry pending) {
        return waiting.removeLastOccurrence(pending);
    }

    /// Takes the drafts that are written next, in the order in which they came: all are of one conversation, and fit
    /// into one frame. Empty where none waits.
    synchronized List<PendingEntry> next() {
        var group = new ArrayList<PendingEntry>();
        int bytes = 0;
        for (PendingEntry pending; (pending = waiting.peek()) != null; group.add(waiting.remove())) {
            bytes += pending.sentBytes();
            boolean fits = group.isEmpty()
                    || group.size() < GROUP_MAX && bytes <= EntriesFrame.ENTRY_BYTES_MAX
                            && pending.conversation().equals(group.getFirst().conversation());
            if (!fits) break;
        }
        return group;
    }
}
