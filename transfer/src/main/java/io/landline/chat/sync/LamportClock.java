package io.landline.chat.sync;

import io.landline.chat.Entry;
import io.landline.peer.Fingerprint;
import java.util.HashMap;
import java.util.List;
import java.util.function.Predicate;

/// How a conversation's clock moves: to the highest Lamport time that is held, and never by a leap. Otherwise a member
/// that signs a time far above all others would push everybody's next entry to the end of time, and stand last on every
/// screen for ever.
///
/// An entry that leaps is not refused for good: it waits until what lies before it has lifted the clock.
public final class LamportClock {
    /// An entry further above the clock than this waits. So the end of the numbers is four billion entries away.
    public static final long LEAP_MAX = 1L << 20;
    /// No honest room gets there: an entry above it is never taken, so that there is always a next time.
    static final long TIME_MAX = 1L << 52;

    private LamportClock() {}

    static long after(long clock, List<Entry> entries) {
        long moved = clock;
        for (Entry entry : entries) moved = Math.max(moved, entry.header().lamport());
        return moved;
    }

    /// The clock after a time that somebody names; one that leaps counts for nothing.
    static long raised(long clock, long time) {
        return time > TIME_MAX || time > clock + LEAP_MAX ? clock : Math.max(clock, time);
    }

    /// How many entries come before the first one that leaps.
    static int before(long clock, List<Entry> run) {
        long moved = clock;
        int count = 0;
        for (Entry entry : run) {
            long time = entry.header().lamport();
            if (time > TIME_MAX || time > moved + LEAP_MAX) return count;
            moved = Math.max(moved, time);
            count++;
        }
        return count;
    }

    /// Where the clock starts for a node that holds nothing of others: the median of the authors' newest times in what
    /// came first. Authors known at least as members decide alone, if there are any.
    static long start(List<List<Entry>> runs, Predicate<Fingerprint> isKnown) {
        var all = new HashMap<Fingerprint, Long>();
        var known = new HashMap<Fingerprint, Long>();
        for (List<Entry> run : runs) {
            Entry last = run.getLast();
            all.merge(last.author(), last.header().lamport(), Math::max);
            if (isKnown.test(last.author())) known.merge(last.author(), last.header().lamport(), Math::max);
        }
        List<Long> times = (known.isEmpty() ? all : known).values().stream().sorted().toList();
        return times.isEmpty() ? 0 : Math.min(TIME_MAX, times.get(times.size() / 2));
    }
}
