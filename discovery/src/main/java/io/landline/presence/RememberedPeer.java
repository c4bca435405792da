package io.landline.presence;

import io.landline.peer.Fingerprint;
import io.landline.peer.ScopedAddress;
import java.net.InetAddress;
import java.util.List;

/// A peer that we met before, and where: asked there by unicast, since broadcast crosses no router and some networks
/// swallow it.
///
/// @param addresses where it was last reached, the newest first; more than [#ADDRESSES_MAX] are not asked
public record RememberedPeer(Fingerprint peer, List<InetAddress> addresses) {
    /// A cable and a radio: older ones are of another network.
    public static final int ADDRESSES_MAX = 2;

    public RememberedPeer {
        addresses = ScopedAddress.distinct(addresses.stream()).limit(ADDRESSES_MAX).toList();
    }
}
