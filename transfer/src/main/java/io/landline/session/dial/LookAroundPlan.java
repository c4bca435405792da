package io.landline.session.dial;

import io.landline.peer.ScopedAddress;
import io.landline.session.LookAroundProgress;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/// A look at the addresses near us by TCP, one after the other, for a network in which no UDP gets through: only a user
/// starts one. No clock, no socket. Any thread; the lock is held for a few assignments.
public final class LookAroundPlan {
    /// As in the sweep of presence: ten new addresses a second; a school's switch may shut the port of a faster one.
    static final Duration STEP = Duration.ofMillis(100);
    /// Attempts at a time: two seconds' worth of silent addresses, and as many that shake hands.
    static final int UNDER_WAY_MAX = 40;
    /// A computer of this network answers within milliseconds; a silent address is given up after this.
    public static final Duration CONNECT_WITHIN = Duration.ofSeconds(2);

    private final Queue<InetAddress> left = new ArrayDeque<>();
    private Duration nextAt = Duration.ZERO;
    /// An attempt of an earlier look does not count any more.
    private int look;
    private int addresses;
    private int tried;
    private int found;
    private int underWay;

    /// One address to try.
    public record Attempt(InetAddress address, int look) {}

    /// Begins anew, with the first of these addresses.
    public synchronized void start(List<InetAddress> near, Duration uptime) {
        left.clear();
        ScopedAddress.distinct(near.stream()).limit(LookAroundProgress.ADDRESSES_MAX).forEach(left::add);
        if (nextAt.compareTo(uptime) < 0) nextAt = uptime;
        look++;
        addresses = left.size();
        tried = 0;
        found = 0;
    }

    /// Tries no further address; what is under way goes on.
    public synchronized void cancel() {
        addresses -= left.size();
        left.clear();
    }

    /// The next attempt; null where none is due.
    synchronized @Nullable public Attempt claim(Duration uptime) {
        if (left.isEmpty() || underWay >= UNDER_WAY_MAX || nextAt.compareTo(uptime) > 0) return null;
        nextAt = uptime.plus(STEP);
        underWay++;
        return new Attempt(left.remove(), look);
    }

    /// When [#claim] has something next; null where nothing is left, or others have to end first.
    synchronized @Nullable public Duration dueAt() {
        return left.isEmpty() || underWay >= UNDER_WAY_MAX ? null : nextAt;
    }

    /// An attempt has ended.
    public synchronized void ended(Attempt attempt, boolean nodeAnswered) {
        underWay--;
        if (attempt.look != look) return;
        tried++;
        if (nodeAnswered) found++;
    }

    public synchronized LookAroundProgress progress() {
        return new LookAroundProgress(tried < addresses, addresses, tried, found);
    }
}
