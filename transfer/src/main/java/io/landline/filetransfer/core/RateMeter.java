package io.landline.filetransfer.core;

import java.time.Duration;
import java.util.ArrayDeque;

/// Bytes a second over the last [Transfers#RATE_WINDOW]. Confined to the thread of [Transfers]; the caller brings the
/// time.
final class RateMeter {
    /// Where there is nothing yet to compare with.
    static final long UNKNOWN = -1;
    /// More samples than progress is told in the window; the oldest goes.
    private static final int SAMPLES_MAX = 64;

    private record Sample(Duration uptime, long bytes) {}

    private final ArrayDeque<Sample> samples = new ArrayDeque<>();

    /// Notes how many bytes there are in all at this moment, and tells the rate, or [#UNKNOWN]. Where bytes were taken
    /// back, what was before does not count.
    long rate(Duration uptime, long bytes) {
        if (!samples.isEmpty() && bytes < samples.getLast().bytes) samples.clear();
        samples.addLast(new Sample(uptime, bytes));
        while (samples.size() > 2 && (samples.size() > SAMPLES_MAX
                || samples.getFirst().uptime.plus(Transfers.RATE_WINDOW).compareTo(uptime) < 0)) {
            samples.removeFirst();
        }
        Sample first = samples.getFirst();
        long nanos = uptime.minus(first.uptime).toNanos();
        return nanos <= 0 ? UNKNOWN : (long) ((bytes - first.bytes) * 1e9 / nanos);
    }
}
