package io.landline.presence;

import io.landline.peer.BoundedMap;
import io.landline.peer.RateWindow;
import io.landline.peer.ScopedAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;

/// Decides before a datagram is read whether it is let in. The same one is let in once, since each comes by two
/// broadcasts. One address gets no more than a crowded host sends: so a flood costs little. Confined to the presence
/// thread.
final class SourceGate {
    /// Sixteen nodes on one host in a burst stay far below.
    static final int PER_ADDRESS_PER_SECOND_MAX = 1_000;
    /// The same bytes from the same port again within this time are the same datagram by another way.
    static final Duration TWIN_WITHIN = Duration.ofMillis(50);
    /// Remembered addresses and ports; the longest silent go first.
    static final int SOURCES_MAX = 1_024;

    private record Last(byte[] bytes, Duration at) {}

    /// What comes from one link-local address by two interfaces shows two ways to its sender.
    private record Source(ScopedAddress address, int port) {}

    private final Map<ScopedAddress, RateWindow> paces = BoundedMap.leastRecentlyUsed(SOURCES_MAX);
    private final Map<Source, Last> lasts = BoundedMap.leastRecentlyUsed(SOURCES_MAX);

    boolean admits(InetSocketAddress from, byte[] bytes, Duration uptime) {
        var address = new ScopedAddress(from.getAddress());
        RateWindow pace = paces.computeIfAbsent(address, _ -> new RateWindow(PER_ADDRESS_PER_SECOND_MAX));
        if (!pace.claim(uptime)) return false;
        var source = new Source(address, from.getPort());
        Last last = lasts.get(source);
        if (last != null && uptime.minus(last.at).compareTo(TWIN_WITHIN) < 0 && Arrays.equals(last.bytes, bytes)) {
            return false;
        }
        lasts.put(source, new Last(bytes, uptime));
        return true;
    }
}
