package io.landline.presence;

import io.landline.peer.ScopedAddress;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// Addresses that a person typed: announced to one by one, also beyond the link, while no listed peer is there.
/// Confined to the presence thread.
final class TypedAddresses {
    /// More than a person types.
    static final int ADDRESSES_MAX = 64;
    private static final Duration WAIT_FIRST = Duration.ofSeconds(1);
    /// Searching goes on as long as the node runs: the other computer may be switched on tomorrow.
    private static final Duration WAIT_MAX = Duration.ofSeconds(30);

    private final List<InetAddress> addresses;
    private Duration askAt = ReplyQueue.NEVER;
    private Duration wait = WAIT_FIRST;

    TypedAddresses(List<InetAddress> addresses) {
        this.addresses = ScopedAddress.distinct(addresses.stream()).limit(ADDRESSES_MAX).toList();
    }

    boolean contains(InetAddress address) {
        return addresses.stream().anyMatch(typed -> ScopedAddress.mayBeSame(typed, address));
    }

    /// Begins anew: at once, then after one second, two, four …
    void askSoon(Duration uptime) {
        wait = WAIT_FIRST;
        if (!addresses.isEmpty()) askAt = uptime;
    }

    /// Those to be asked now, which are not listed.
    List<InetAddress> claim(Duration uptime, Predicate<InetAddress> isListed) {
        if (askAt.compareTo(uptime) > 0) return List.of();
        askAt = uptime.plus(wait);
        wait = wait.multipliedBy(2).compareTo(WAIT_MAX) > 0 ? WAIT_MAX : wait.multipliedBy(2);
        var due = new ArrayList<InetAddress>();
        for (InetAddress each : addresses) if (!isListed.test(each)) due.add(each);
        return due;
    }

    Duration dueAt() {
        return askAt;
    }
}
