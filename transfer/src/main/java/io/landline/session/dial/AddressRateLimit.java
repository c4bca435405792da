package io.landline.session.dial;

import io.landline.peer.BoundedMap;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.SequencedMap;

/// A limited number a second for each address, in any window of a second. No clock. Confined to its owner.
public final class AddressRateLimit {
    /// Addresses that are remembered; the one silent longest goes first. A second's worth is all that counts.
    static final int ADDRESSES_MAX = 1_024;
    private static final Duration WINDOW = Duration.ofSeconds(1);

    private final int perSecond;
    private final SequencedMap<InetAddress, ArrayDeque<Duration>> recent = BoundedMap.firstComeFirstGone(ADDRESSES_MAX);

    public AddressRateLimit(int perSecond) { this.perSecond = perSecond; }

    /// Claims one for this address; false where it has had its share of the last second.
    public boolean claim(InetAddress address, Duration uptime) {
        ArrayDeque<Duration> times = recent.remove(address);
        if (times == null) times = new ArrayDeque<>();
        recent.putLast(address, times);
        while (!times.isEmpty() && uptime.minus(times.getFirst()).compareTo(WINDOW) >= 0) times.removeFirst();
        if (times.size() >= perSecond) return false;
        times.addLast(uptime);
        return true;
    }
}
