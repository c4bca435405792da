package io.landline.cost;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/// Lines of the log about trouble that others cause: each once in ten seconds, and different ones as far as an
/// allowance goes, so that one trouble hides no other. Ten thousand bad connections are a few lines. The next line
/// tells how many were left out. Any thread.
public final class ThrottledLog {
    private static final Duration QUIET = Duration.ofSeconds(10);
    private static final int AT_ONCE_MAX = 16;

    private final System.Logger log;
    private final Supplier<Duration> uptime;
    /// The lines of the last ten seconds, and when each was written.
    private final Map<String, Duration> written = new HashMap<>();
    private final TokenBucket allowance = new TokenBucket(QUIET, AT_ONCE_MAX);
    private int leftOut;

    public ThrottledLog(System.Logger log, Supplier<Duration> uptime) {
        this.log = log;
        this.uptime = uptime;
    }

    public void note(String line) {
        int skipped;
        synchronized (this) {
            if (!claim(line, uptime.get())) {
                leftOut++;
                return;
            }
            skipped = leftOut;
            leftOut = 0;
        }
        log.log(Level.INFO, skipped == 0 ? line : line + " (and " + skipped + " more were left out before)");
    }

    private boolean claim(String line, Duration now) {
        written.values().removeIf(at -> now.minus(at).compareTo(QUIET) >= 0);
        if (written.containsKey(line) || !allowance.take(now)) return false;
        written.put(line, now);
        return true;
    }
}
