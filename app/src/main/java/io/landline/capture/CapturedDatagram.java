package io.landline.capture;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;

/// One UDP datagram that passed, with its two ends.
///
/// @param at by the wall clock
/// @param from its source; the wildcard address where only the port is known
/// @param to its destination, of the same family; the wildcard address where only the port is known
/// @param payload what UDP carried, at most [#PAYLOAD_BYTES_MAX]
public record CapturedDatagram(Instant at, InetSocketAddress from, InetSocketAddress to, byte[] payload) {
    /// What fits into an IPv4 packet with its length field of sixteen bits.
    public static final int PAYLOAD_BYTES_MAX = 65_535 - IpPacket.IPV4_HEADER_BYTES - IpPacket.UDP_HEADER_BYTES;
    private static final InetAddress ANY_4 = InetAddress.ofLiteral("0.0.0.0");
    private static final InetAddress ANY_6 = InetAddress.ofLiteral("::");

    public CapturedDatagram {
        if (payload.length > PAYLOAD_BYTES_MAX) {
            throw new IllegalArgumentException("a datagram of " + payload.length + " bytes");
        }
        if (from.getAddress().getClass() != to.getAddress().getClass()) {
            throw new IllegalArgumentException("a datagram from " + from + " to " + to + ": two families");
        }
    }

    /// With a wildcard end in the family of the other: a socket may be bound in one family and serve both.
    public static CapturedDatagram between(Instant at, InetSocketAddress from, InetSocketAddress to, byte[] payload) {
        return new CapturedDatagram(at, inFamilyOf(to, from), inFamilyOf(from, to), payload);
    }

    private static InetSocketAddress inFamilyOf(InetSocketAddress other, InetSocketAddress end) {
        if (!end.getAddress().isAnyLocalAddress()) return end;
        return new InetSocketAddress(other.getAddress() instanceof Inet6Address ? ANY_6 : ANY_4, end.getPort());
    }
}
