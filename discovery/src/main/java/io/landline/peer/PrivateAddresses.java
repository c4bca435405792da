package io.landline.peer;

import java.net.Inet4Address;
import java.net.InetAddress;

/// The ranges of addresses that no route of the internet leads to. A node talks to them beyond its own link, by UDP and
/// by TCP alike. Stateless; any thread.
public final class PrivateAddresses {
    private static final int SHARED_FIRST = 100; // 100.64.0.0/10, RFC 6598 §7
    private static final int SHARED_SECOND = 64;
    private static final int SHARED_SECOND_MASK = 0xc0;
    private static final int UNIQUE_LOCAL = 0xfc; // fc00::/7, RFC 4193 §3.1
    private static final int UNIQUE_LOCAL_MASK = 0xfe;

    private PrivateAddresses() {}

    /// Whether it is private (10/8, 172.16/12, 192.168/16: RFC 1918), shared (100.64/10: carriers and VPNs use it as
    /// if it were private), unique local (fc00::/7) or link-local (169.254/16, fe80::/10). Loopback is none of these.
    public static boolean contains(InetAddress address) {
        if (address.isLinkLocalAddress()) return true;
        byte[] octets = address.getAddress();
        if (!(address instanceof Inet4Address)) return (octets[0] & UNIQUE_LOCAL_MASK) == UNIQUE_LOCAL;
        return address.isSiteLocalAddress()
                || octets[0] == SHARED_FIRST && (octets[1] & SHARED_SECOND_MASK) == SHARED_SECOND;
    }
}
