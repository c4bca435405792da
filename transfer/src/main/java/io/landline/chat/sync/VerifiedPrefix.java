package io.landline.chat.sync;

import io.landline.chat.Entry;
import io.landline.chat.EntryHeader;
import io.landline.chat.EntryStore;
import io.landline.chat.frame.WantFrame.Range;
import java.util.List;

/// What is held of a range, cut back to an entry with a signature that holds. Only the last signature of a received run
/// was verified, so earlier ones may be invalid. If none of the range holds, what is held beyond it is read too: the
/// next one that holds may stand there. One signature at a time, since each costs 0.1 ms. Confined to the
/// conversations' thread.
final class VerifiedPrefix {
    private final EntryStore entries;
    private final Range range;
    private final int sentBytesMax;
    private final int inRange;
    private List<Entry> run;
    /// Entries at the beginning with signatures that do not hold.
    private int invalid;
    private boolean beyond;
    private boolean over;

    private VerifiedPrefix(EntryStore entries, Range range, int sentBytesMax) {
        this.entries = entries;
        this.range = range;
        this.sentBytesMax = sentBytesMax;
        run = entries.range(range.log(), range.from(), range.to(), range.backwards(), sentBytesMax);
        inRange = run.size();
        over = run.isEmpty();
    }

    /// The end of what is held of this range.
    static VerifiedPrefix of(EntryStore entries, Range range, int sentBytesMax) {
        return new VerifiedPrefix(entries, range, sentBytesMax);
    }

    /// Takes all entries of the range that are held, verified to its end or not.
    static VerifiedPrefix any(EntryStore entries, Range range, int sentBytesMax) {
        var end = new VerifiedPrefix(entries, range, sentBytesMax);
        end.over = true;
        return end;
    }

    /// Whether [#run] is known.
    boolean isOver() {
        return over;
    }

    /// Once [#isOver]; empty where there is nothing with such an end.
    List<Entry> run() {
        return run;
    }

    /// Looks at one more signature, from the end on.
    void look() {
        over = run.getLast().signatureHolds();
        if (over) return;
        run = run.subList(0, run.size() - 1);
        if (run.size() > invalid) return;
        if (!beyond) {
            beyond = true;
            invalid = inRange;
            run = entries.range(range.log(), range.from(), EntryHeader.NUMBER_MAX, false, sentBytesMax);
            if (run.size() > invalid) return;
        }
        run = List.of();
        over = true;
    }
}
