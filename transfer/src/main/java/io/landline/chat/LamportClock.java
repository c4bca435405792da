package io.landline.chat;

import java.util.List;

/// How a conversation's clock moves: to the highest Lamport time seen, except by leaps. A member that signs a time far above all others
/// would else push everybody's next entry to the end of time (design.md §6).
final class LamportClock {
    /// A time further above the clock than this moves nothing; the entry itself is kept and stands where its time says.
    static final long LEAP_MAX = 1L << 20;

    private LamportClock() {}

    static long after(long clock, List<Entry> entries) {
        long moved = clock;
        for (Entry entry : entries) {
            long time = entry.header().lamport();
            if (time > moved && time <= moved + LEAP_MAX) moved = time;
        }
        return moved;
    }
}
