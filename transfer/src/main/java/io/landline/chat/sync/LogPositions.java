package io.landline.chat.sync;

import io.landline.chat.Entry;
import io.landline.chat.EntryStore;
import io.landline.chat.LogState;
import io.landline.chat.TimelinePosition;
import java.util.List;
import java.util.function.Predicate;

/// Finds places of the timeline in a log. Stateless.
final class LogPositions {
    private LogPositions() {}

    /// The last number of a log that stands so early, found by halves: Lamport times rise within a log.
    ///
    /// @param before the answer if no entry from there on does; less than the log's first number
    static long last(EntryStore entries, LogState log, long before, Predicate<TimelinePosition> isEarly) {
        long low = before;
        long high = log.to();
        while (low < high) {
            long middle = high - (high - low) / 2;
            List<Entry> there = entries.range(log.key(), middle, middle, false, Integer.MAX_VALUE);
            if (!there.isEmpty() && isEarly.test(there.getFirst().position())) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }
}
