package io.landline.node.port;

import io.landline.session.ListenSettings;
import org.jspecify.annotations.Nullable;

/// An address as a person typed it: a host name or address, and the TCP port. Not resolved yet: a name may come to life
/// later.
public record TypedAddress(String host, int port) {
    public static final int PORT_USUAL = ListenSettings.PORT_DEFAULT;
    /// A name in DNS has no more bytes (RFC 1035 §2.3.4).
    private static final int HOST_CHARACTERS_MAX = 255;

    /// Whether this may be the name or the address of a host.
    public static boolean isHost(String text) {
        return !text.isBlank() && text.length() <= HOST_CHARACTERS_MAX && text.chars().noneMatch(c -> c <= ' ');
    }

    /// Reads `host`, `host:port`, `10.0.0.7:5263`, `[fe80::1%eth0]:5263`, `fe80::1%eth0`. Null for anything else.
    public static @Nullable TypedAddress parse(String text) {
        String host = text;
        int port = PORT_USUAL;
        int colon = text.lastIndexOf(':');
        boolean bracketed = text.startsWith("[");
        if (bracketed) {
            int end = text.indexOf(']');
            if (end < 0) return null;
            host = text.substring(1, end);
            colon = end + 1 < text.length() && text.charAt(end + 1) == ':' ? end + 1 : -1;
            if (colon < 0 && end + 1 != text.length()) return null;
        } else if (colon >= 0 && text.indexOf(':') == colon) {
            host = text.substring(0, colon);
        } else {
            colon = -1; // none, or an IPv6 address without a port
        }
        if (colon >= 0) {
            try {
                port = Integer.parseInt(text.substring(colon + 1));
            } catch (NumberFormatException e) {
                return null;
            }
        }
        return isHost(host) && port >= 1 && port <= 65_535 ? new TypedAddress(host, port) : null;
    }
}
