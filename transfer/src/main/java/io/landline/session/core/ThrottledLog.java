package io.landline.session.core;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// At most one line in ten seconds about one kind of trouble, with a count of those left out: ten thousand bad
/// connections are one line, not ten thousand. Any thread.
final class ThrottledLog {
    private static final Duration QUIET = Duration.ofSeconds(10);

    private final System.Logger log;
    private final Supplier<Duration> uptime;
    private @Nullable Duration last;
    private int leftOut;

    ThrottledLog(System.Logger log, Supplier<Duration> uptime) {
        this.log = log;
        this.uptime = uptime;
    }

    void note(String line) {
        int skipped;
        synchronized (this) {
            Duration now = uptime.get();
            if (last != null && now.minus(last).compareTo(QUIET) < 0) {
                leftOut++;
                return;
            }
            last = now;
            skipped = leftOut;
            leftOut = 0;
        }
        log.log(Level.INFO, skipped == 0 ? line : line + " (and " + skipped + " more of that kind before)");
    }
}
