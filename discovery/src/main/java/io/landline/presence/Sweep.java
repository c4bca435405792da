package io.landline.presence;

import io.landline.beacon.UsableInterface;
import io.landline.beacon.UsableInterface.OwnAddress;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// When nobody is listed: the addresses of our own subnets, one after the other, to announce us to each. That finds peers where an access
/// point swallows broadcast, and crosses a firewall that lets only answers in, on one side or on both: each side's own packet opens the way
/// for the other's. Slowly and seldom, because school switches shut a port that asks for too many addresses. Confined to the presence
/// thread.
final class Sweep {
    /// A broadcast's answer has come by then.
    static final Duration ALONE_FIRST = Duration.ofSeconds(3);
    /// Between two addresses: ten new ones a second, and the nearest 64 within seven seconds.
    static final Duration STEP = Duration.ofMillis(100);
    /// Of one sweep, over all subnets.
    static final int ADDRESSES_MAX = 1_024;
    /// When it is made again, after the beginning of being alone; each time the last of these after that.
    static final List<Duration> AGAIN = List.of(Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(30));
    /// Somebody who comes and goes all the time starts no sweep sooner than this after the one before.
    static final Duration DISTANCE_MIN = Duration.ofMinutes(1);

    private final Queue<InetAddress> left = new ArrayDeque<>();
    private @Nullable Duration aloneSince;
    private @Nullable Duration sweptAt;
    private int round;
    private Duration dueAt = UnicastTurns.NEVER;

    /// Tells whether we are alone now; called again and again.
    void alone(boolean now, Duration uptime) {
        if (!now) {
            aloneSince = null;
            left.clear();
            dueAt = UnicastTurns.NEVER;
        } else if (aloneSince == null) {
            aloneSince = uptime;
            round = 0;
            Duration first = uptime.plus(ALONE_FIRST);
            dueAt = sweptAt == null ? first : later(first, sweptAt.plus(DISTANCE_MIN));
        }
    }

    /// The network is another one, or we slept: whoever is alone begins anew.
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
            left.addAll(nearestFirst(interfaces));
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

    /// The addresses of the subnets on our interfaces, those next to ours first, subnets in turn; without our own. Link-local addresses
    /// (169.254/16) are drawn at random, so none of them is near.
    static List<InetAddress> nearestFirst(List<UsableInterface> interfaces) {
        var subnets = new ArrayList<Subnet>();
        var own = new HashSet<InetAddress>();
        for (UsableInterface each : interfaces) {
            for (OwnAddress address : each.addresses()) {
                own.add(address.address());
                if (!each.loopback() && Subnet.isWorthSweeping(address)) subnets.add(Subnet.of(address));
            }
        }
        var found = new LinkedHashSet<InetAddress>();
        int widest = subnets.stream().mapToInt(Subnet::widest).max().orElse(0);
        for (int distance = 1; distance <= widest && found.size() < ADDRESSES_MAX; distance++) {
            for (Subnet subnet : subnets) {
                subnet.addTo(found, own, -distance);
                subnet.addTo(found, own, distance);
            }
        }
        return found.stream().limit(ADDRESSES_MAX).toList();
    }

    private static Duration later(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    /// One IPv4 subnet as numbers: its first and last address, which are nobody's, and ours.
    private record Subnet(long first, long last, long own) {
        private static final int BITS = 32;
        /// The smallest subnet with anybody but us in it that has addresses of its own for all and for the net.
        private static final int PREFIX_MAX = 30;

        static boolean isWorthSweeping(OwnAddress own) {
            return own.address() instanceof Inet4Address four && !four.isLinkLocalAddress() && own.prefixBits() > 0
                    && own.prefixBits() <= PREFIX_MAX;
        }

        static Subnet of(OwnAddress own) {
            long number = 0;
            for (byte octet : own.address().getAddress()) number = number << Byte.SIZE | octet & 0xff;
            long hosts = (1L << BITS - own.prefixBits()) - 1;
            return new Subnet(number & ~hosts, number | hosts, number);
        }

        /// How far the farthest address that may be swept is from ours: with both directions more is never needed.
        int widest() {
            return (int) Math.min(ADDRESSES_MAX, last - first);
        }

        void addTo(Set<InetAddress> found, Set<InetAddress> own, int distance) {
            long number = this.own + distance;
            if (number <= first || number >= last) return;
            byte[] octets = {(byte) (number >> 24), (byte) (number >> 16), (byte) (number >> 8), (byte) number};
            try {
                InetAddress address = InetAddress.getByAddress(octets);
                if (!own.contains(address)) found.add(address);
            } catch (UnknownHostException e) {
                throw new AssertionError("four bytes make an address", e);
            }
        }
    }
}
