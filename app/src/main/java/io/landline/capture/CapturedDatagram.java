package io.landline.capture;

import java.net.InetSocketAddress;
import java.time.Instant;

/// One UDP datagram that passed, with its two ends.
///
/// @param at by the wall clock
/// @param from its source; the wildcard address where only the port is known
/// @param to its destination, of the same family; the wildcard address where only the port is known
/// @param payload what UDP carried, at most [#PAYLOAD_BYTES_MAX]
public record CapturedDatagram(Instant at, InetSocketAddress from, InetSocketAddress to, byte[] payload) {
    /// What fits into an IPv4 packet, whose length has sixteen bits.
    public static final int PAYLOAD_BYTES_MAX = 65_535 - IpPacket.IPV4_HEADER_BYTES - IpPacket.UDP_HEADER_BYTES;

    public CapturedDatagram {
        if (payload.length > PAYLOAD_BYTES_MAX) throw new IllegalArgumentException("a datagram of " + payload.length + " bytes");
        if (from.getAddress().getClass() != to.getAddress().getClass()) {
            throw new IllegalArgumentException("a datagram from " + from + " to " + to + ": two families");
        }
    }
}
