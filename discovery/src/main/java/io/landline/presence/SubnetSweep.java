package io.landline.presence;

import io.landline.beacon.NearbyAddresses;
import io.landline.beacon.UsableInterface;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/// When nobody is listed: the addresses of our own subnets, one after the other, to announce us to each. This finds
/// peers where an access point swallows broadcast. It also crosses firewalls that let only answers in, on one side or
/// both: each side's own packet opens the way for the other's. Slowly and seldom, because school switches shut a port
/// that asks for too many addresses. Confined to the presence thread.
final class SubnetSweep {
    /// A broadcast's answer has come by then.
    static final Duration ALONE_FIRST = Duration.ofSeconds(3);
    /// Between two addresses: ten new ones a second, and the nearest 64 within seven seconds.
    static final Duration STEP = Duration.ofMillis(100);
    /// Of one sweep, over all subnets. At ten a second it lasts 102 s.
    static final int ADDRESSES_MAX = 1_024;
    /// When it is made again, after the beginning of being alone; each time the last of these after that.
    static final List<Duration> AGAIN = List.of(Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(30));
    /// Somebody who comes and goes all the time starts no sweep sooner than this after the one before.
    static final Duration DISTANCE_MIN = Duration.ofMinutes(1);

    private final Queue<InetAddress> left = new ArrayDeque<>();
    private @Nullable Duration aloneSince;
    private @Nullable Duration sweptAt;
    private int round;
    private Duration dueAt = ReplyQueue.NEVER;

    /// Tells whether we are alone now; called again and again.
    void alone(boolean now, Duration uptime) {
        if (!now) {
            aloneSince = null;
            left.clear();
            dueAt = ReplyQueue.NEVER;
        } else if (aloneSince == null) {
            aloneSince = uptime;
            round = 0;
            Duration first = uptime.plus(ALONE_FIRST);
            dueAt = sweptAt == null ? first : later(first, sweptAt.plus(DISTANCE_MIN));
        }
    }

    /// The network changed, or we slept: if we are alone, the search begins anew.
    void beginAnew() {
        sweptAt = null;
        alone(false, Duration.ZERO);
    }

    /// Whether the next [#claim] begins a sweep.
    boolean isBeginning(Duration uptime) {
        return left.isEmpty() && dueAt.compareTo(uptime) <= 0;
    }

    /// The next address to try now; null where none is due.
    @Nullable
    InetAddress claim(List<UsableInterface> interfaces, Duration uptime) {
        if (dueAt.compareTo(uptime) > 0) return null;
        if (left.isEmpty()) {
            sweptAt = uptime;
            left.addAll(NearbyAddresses.nearestFirst(interfaces, ADDRESSES_MAX));
        }
        InetAddress next = left.poll();
        dueAt = left.isEmpty() ? nextRound(uptime) : uptime.plus(STEP);
        return next;
    }

    private Duration nextRound(Duration uptime) {
        Duration since = aloneSince == null ? uptime : aloneSince;
        Duration last = AGAIN.getLast();
        Duration at = round < AGAIN.size() ? since.plus(AGAIN.get(round)) : uptime.plus(last);
        round++;
        return later(at, uptime.plus(STEP));
    }

    Duration dueAt() {
        return dueAt;
    }

    private static Duration later(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
