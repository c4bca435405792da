package io.landline.chat.sync;

import io.landline.chat.EntryStore;
import io.landline.chat.LogKey;
import io.landline.chat.LogState;
import java.util.HashMap;
import java.util.Map;

/// The beginnings of logs that the user does not keep. Each such log has a floor, and nothing below it is asked for or
/// taken again (docs/protocol/conversations.md, "Floors"). Confined to the conversations' thread.
final class LogFloors {
    /// Removed in one step: what peers send waits for it.
    static final int ENTRIES_A_STEP = 50;
    /// Looked at in one step where nothing is to be removed, some questions each.
    private static final int LOGS_A_STEP = 16;

    private final EntryStore entries;
    private final Map<LogKey, Long> floors;

    LogFloors(EntryStore entries) {
        this.entries = entries;
        floors = new HashMap<>(entries.floors());
    }

    /// The first number of this log that is wanted here.
    long of(LogKey log) {
        return floors.getOrDefault(log, 1L);
    }

    /// Removes some of it.
    ///
    /// @return whether something was done, so that more may be to do
    boolean cut(RetentionCut cut) {
        for (int i = 0; i < LOGS_A_STEP; i++) {
            RetentionCut.Part part = cut.next();
            if (part == null) return false;
            if (cut(cut, part)) return true;
            cut.done();
        }
        return true;
    }

    /// @return false where nothing was left of it
    private boolean cut(RetentionCut cut, RetentionCut.Part part) {
        LogState log = entries.log(part.log());
        if (log == null || !cut.reaches(log)) return false;
        long last = Math.min(part.until(),
                LogPositions.last(entries, log, log.from() - 1, each -> each.compareTo(cut.place()) < 0));
        if (last < log.from()) return false;
        long floor = Math.min(last + 1, log.from() + ENTRIES_A_STEP);
        entries.cutBeginning(log.key(), floor);
        floors.put(log.key(), floor);
        return true;
    }
}
