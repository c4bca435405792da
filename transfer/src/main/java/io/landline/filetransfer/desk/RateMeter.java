package io.landline.filetransfer.desk;

import java.time.Duration;
import java.util.ArrayDeque;

/// Bytes a second over the last [Transfers#RATE_WINDOW]. Confined to the thread of [Transfers]; the caller brings the
/// time.
final class RateMeter {
    /// More samples than progress is told in the window; the oldest goes.
    private static final int SAMPLES_MAX = 64;

    private record Sample(Duration uptime, long bytes) {}

    private final ArrayDeque<Sample> samples = new ArrayDeque<>();

    /// Notes how many bytes there are in all at this moment, and tells the rate.
    long rate(Duration uptime, long bytes) {
        samples.addLast(new Sample(uptime, bytes));
        while (samples.size() > 2 && (samples.size() > SAMPLES_MAX
                || samples.getFirst().uptime.plus(Transfers.RATE_WINDOW).compareTo(uptime) < 0)) {
            samples.removeFirst();
        }
        Sample first = samples.getFirst();
        long nanos = uptime.minus(first.uptime).toNanos();
        return nanos <= 0 ? 0 : Math.max(0, (long) ((bytes - first.bytes) * 1e9 / nanos));
    }
}
