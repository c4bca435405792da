package io.landline.session.dial;

import io.landline.peer.BoundedMap;
import io.landline.peer.RateWindow;
import io.landline.peer.ScopedAddress;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Map;

/// A limited number a second for each address, in any window of a second. No clock. Confined to its owner.
public final class AddressRateLimit {
    /// Addresses that are remembered; the one silent longest goes first. A second's worth is all that counts.
    static final int ADDRESSES_MAX = 1_024;

    private final int perSecond;
    private final Map<ScopedAddress, RateWindow> recent = BoundedMap.leastRecentlyUsed(ADDRESSES_MAX);

    public AddressRateLimit(int perSecond) { this.perSecond = perSecond; }

    /// Claims one for this address; false where it has had its share of the last second.
    public boolean claim(InetAddress address, Duration uptime) {
        return recent.computeIfAbsent(new ScopedAddress(address), _ -> new RateWindow(perSecond)).claim(uptime);
    }
}
