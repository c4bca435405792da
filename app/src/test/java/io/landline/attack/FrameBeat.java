package io.landline.attack;

/// Tells how many frames are due at an even pace, as near to a limit as is asked for. Confined to one thread.
final class FrameBeat {
    private static final long NANOS_PER_SECOND = 1_000_000_000;

    private final long everyNanos;
    private long next = System.nanoTime();

    FrameBeat(double perSecond) { everyNanos = (long) (NANOS_PER_SECOND / perSecond); }

    /// How many are due now, and counts them as sent. Of a time in which nothing could be sent one second is made up
    /// for, so that no limit is broken.
    int due() {
        long now = System.nanoTime();
        next = Math.max(next, now - Math.max(NANOS_PER_SECOND, everyNanos));
        int due = 0;
        for (; next <= now; next += everyNanos) due++;
        return due;
    }
}
