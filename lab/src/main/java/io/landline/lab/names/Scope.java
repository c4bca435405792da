package io.landline.lab.names;

import io.landline.lab.LabMessage;
import java.net.Inet6Address;
import java.net.InetAddress;

/// How far an address is good.
enum Scope {
    /// This computer alone.
    LOOPBACK,
    /// This network cable or radio cell alone; IPv6 needs the interface beside it.
    LINK_LOCAL,
    /// A site's own IPv6 (fc00::/7).
    UNIQUE_LOCAL,
    /// A site's own IPv4 (10/8, 172.16/12, 192.168/16).
    PRIVATE,
    GLOBAL;

    private static final int UNIQUE_LOCAL_MASK = 0xfe;
    private static final int UNIQUE_LOCAL_BITS = 0xfc;

    static Scope of(InetAddress address) {
        if (address.isLoopbackAddress()) return LOOPBACK;
        if (address.isLinkLocalAddress()) return LINK_LOCAL;
        if (address instanceof Inet6Address && (address.getAddress()[0] & UNIQUE_LOCAL_MASK) == UNIQUE_LOCAL_BITS) {
            return UNIQUE_LOCAL;
        }
        return address.isSiteLocalAddress() ? PRIVATE : GLOBAL;
    }

    /// For any language.
    LabMessage said() {
        return switch (this) {
            case LOOPBACK -> LabMessage.of("loopback");
            case LINK_LOCAL -> LabMessage.of("link-local");
            case UNIQUE_LOCAL -> LabMessage.of("unique-local");
            case PRIVATE -> LabMessage.of("private");
            case GLOBAL -> LabMessage.of("global");
        };
    }

    /// In English, as commands print it.
    @Override
    public String toString() {
        return said().english();
    }
}
