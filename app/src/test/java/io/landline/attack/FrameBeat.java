package io.landline.attack;

import java.io.IOException;

/// Sends frames at an even pace, as near to a limit as is asked for.
final class FrameBeat {
    private static final long NANOS_PER_SECOND = 1_000_000_000;

    private final long everyNanos;
    private long next = System.nanoTime();

    FrameBeat(double perSecond) { everyNanos = (long) (NANOS_PER_SECOND / perSecond); }

    /// Sends the frame when its turn has come.
    void await() throws InterruptedException {
        long wait = next - System.nanoTime();
        if (wait > 0) Thread.sleep(wait / 1_000_000, (int) (wait % 1_000_000));
        next = Math.max(next, System.nanoTime() - NANOS_PER_SECOND) + everyNanos;
    }

    /// How many are due now, and counts them as sent.
    int due() throws IOException {
        int due = 0;
        for (long now = System.nanoTime(); next <= now; next += everyNanos) due++;
        return due;
    }
}
