package io.landline.cost;

import java.time.Duration;

/// How long bytes must wait so that no more than a rate of them pass in the long run. Bytes are taken whole, also if
/// there are fewer. Then there is a debt, and what comes next waits until it is paid. A pause earns no more than the
/// burst. No clock. Not thread-safe.
public final class ByteBucket {
    private static final double NANOS_PER_SECOND = 1e9;

    private long bytesPerSecond;
    private long burst;
    private double bytes;
    private Duration last;

    /// Full at first.
    ///
    /// @param burst bytes that may pass at once after a pause
    public ByteBucket(long bytesPerSecond, long burst, Duration uptime) {
        this.bytesPerSecond = checked(bytesPerSecond);
        this.burst = burst;
        bytes = burst;
        last = uptime;
    }

    private static long checked(long bytesPerSecond) {
        if (bytesPerSecond <= 0) throw new IllegalArgumentException("no rate: " + bytesPerSecond);
        return bytesPerSecond;
    }

    /// From the last change on these hold. What is there beyond the new burst is lost.
    public void limit(long newBytesPerSecond, long newBurst) {
        bytesPerSecond = checked(newBytesPerSecond);
        burst = newBurst;
        bytes = Math.min(bytes, burst);
    }

    public void take(long count, Duration uptime) {
        earn(uptime);
        bytes -= count;
    }

    /// Nobody waits for longer than this, whatever is owed.
    public void remitBeyond(Duration longest) {
        bytes = Math.max(bytes, -earned(longest));
    }

    /// How long from now until all is paid; zero where nothing is owed.
    public Duration debt(Duration uptime) {
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
        bytes = Math.min(burst, bytes + earned(passed));
    }

    private double earned(Duration time) {
        return bytesPerSecond * (time.toNanos() / NANOS_PER_SECOND);
    }
}
