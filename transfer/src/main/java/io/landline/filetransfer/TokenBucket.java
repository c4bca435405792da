package io.landline.filetransfer;

import java.time.Duration;

/// How long bytes must wait so that no more than a rate of them pass in the long run. Bytes are taken whole, also where
/// they are more than what is there: then there is a debt, and what comes next waits until it is paid. A pause earns no
/// more than [#BURST]. No clock. Not thread-safe.
final class TokenBucket {
    /// Bytes of this much time may pass at once. Short, so that others on the network notice little of it.
    static final Duration BURST = Duration.ofMillis(250);
    private static final double NANOS_PER_SECOND = 1e9;

    private final long bytesPerSecond;
    private double bytes;
    private Duration last;

    /// Full at first.
    TokenBucket(long bytesPerSecond, Duration uptime) {
        if (bytesPerSecond <= 0) throw new IllegalArgumentException("no rate: " + bytesPerSecond);
        this.bytesPerSecond = bytesPerSecond;
        bytes = earned(BURST);
        last = uptime;
    }

    void take(long count, Duration uptime) {
        earn(uptime);
        bytes -= count;
    }

    /// How long from now until all is paid; zero where nothing is owed.
    Duration debt(Duration uptime) {
        earn(uptime);
        return bytes >= 0
                ? Duration.ZERO
                : Duration.ofNanos((long) Math.ceil(-bytes / bytesPerSecond * NANOS_PER_SECOND));
    }

    /// A clock that goes back earns nothing.
    private void earn(Duration uptime) {
        Duration passed = uptime.minus(last);
        if (!passed.isPositive()) return;
        last = uptime;
        bytes = Math.min(earned(BURST), bytes + earned(passed));
    }

    private double earned(Duration time) {
        return bytesPerSecond * (time.toNanos() / NANOS_PER_SECOND);
    }
}
