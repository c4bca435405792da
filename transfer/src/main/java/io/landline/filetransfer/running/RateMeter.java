package io.landline.filetransfer.running;

import static io.landline.filetransfer.TransferListener.RATE_WINDOW;

import io.landline.filetransfer.TransferListener;
import java.time.Duration;
import java.util.ArrayDeque;

/// Bytes a second, over the last [TransferListener#RATE_WINDOW] at least. Confined to the files' queue; the caller
/// brings the time.
///
/// Bytes are counted in whole chunks, and a rate is told when one has come. A window of fixed length that ends there
/// always holds one chunk too many: of a chunk each 7 s it made the rate of one each 3 s. So a rate counts from the
/// arrival of one chunk to the arrival of another, and over some of them where they come seldom. Of a stall and the
/// chunk of a slow line the first looks alike; the second like it shows which of the two it is.
public final class RateMeter {
    /// Where there is nothing yet to compare with.
    static final long UNKNOWN = -1;
    /// A silence more than this many times as long as each one before was a break. Shorter ones belong to a slow or
    /// uneven line, however long they are.
    static final int BREAK_TIMES = 3;
    /// As chunks of several files do not come at even times, a rate is the mean of this many.
    static final int ARRIVALS_MIN = 4;
    /// More arrivals than progress is told in the window; the oldest goes.
    private static final int ARRIVALS_MAX = 64;

    /// @param silence before it, also where that was a break
    private record Arrival(Duration uptime, long bytes, Duration silence) {}

    /// The first is where the rate counts from; more bytes at each. Where nothing has come yet: the beginning alone.
    private final ArrayDeque<Arrival> arrivals = new ArrayDeque<>();
    /// Whether the first stands in for a break.
    private boolean isFirstMade;

    /// Notes how many bytes there are in all at this moment, and tells the rate, or [#UNKNOWN]. Where bytes were taken
    /// back, what was before does not count. A silence before the first bytes, and a break, counts as
    /// [TransferListener#RATE_WINDOW], and no longer than until there is a rate of what came after it.
    long rate(Duration uptime, long bytes) {
        if (!arrivals.isEmpty() && bytes < arrivals.getLast().bytes) arrivals.clear();
        if (arrivals.isEmpty()) {
            isFirstMade = false;
            arrivals.addLast(new Arrival(uptime, bytes, Duration.ZERO));
            return UNKNOWN;
        }
        if (bytes > arrivals.getLast().bytes) arrived(uptime, bytes);
        Arrival first = arrivals.getFirst();
        long nanos = uptime.minus(first.uptime).toNanos();
        return nanos <= 0 ? UNKNOWN : (long) ((bytes - first.bytes) * 1e9 / nanos);
    }

    private void arrived(Duration uptime, long bytes) {
        Arrival last = arrivals.getLast();
        Duration silence = uptime.minus(last.uptime);
        boolean isLong = isLonger(silence, RATE_WINDOW);
        if (isLong && isBreak(silence)) {
            arrivals.clear();
            arrivals.addLast(new Arrival(uptime.minus(RATE_WINDOW), last.bytes, Duration.ZERO));
            isFirstMade = true;
        } else if (isFirstMade && (isLong || arrivals.size() > ARRIVALS_MIN)) {
            arrivals.removeFirst();
            isFirstMade = false;
        }
        arrivals.addLast(new Arrival(uptime, bytes, silence));
        while (arrivals.size() > ARRIVALS_MAX || arrivals.size() > ARRIVALS_MIN + 1 && secondIsOldEnough(uptime)) {
            arrivals.removeFirst();
        }
    }

    /// Nothing tells how long the first bytes take, so the silence before them is one too.
    private boolean isBreak(Duration silence) {
        return arrivals.size() == 1 || arrivals.stream()
                .allMatch(each -> isLonger(silence, each.silence.multipliedBy(BREAK_TIMES)));
    }

    private boolean secondIsOldEnough(Duration uptime) {
        Arrival second = arrivals.stream().skip(1).findFirst().orElseThrow();
        return !isLonger(RATE_WINDOW, uptime.minus(second.uptime));
    }

    private static boolean isLonger(Duration one, Duration other) {
        return one.compareTo(other) > 0;
    }
}
