package io.landline.capture;

import java.net.Inet6Address;
import java.nio.ByteBuffer;

/// The IP packet that carries a datagram, built anew from its ends: a program is told neither the headers nor the hop
/// limit. Stateless; any thread.
///
///      IPv4, 20 bytes (RFC 791)                  IPv6, 40 bytes (RFC 8200)
///     +-----+----+-------+---------------+      +-----+-------------------------+
///     | 4 5 | 00 |        length         |      | 6   |  class and flow label 0 |
///     +-----+----+-------+---------------+      +-----+---------+-------+-------+
///     |   id 0           | DF, offset 0  |      | length of UDP |  17   |  hops |
///     +----------+-------+---------------+      +---------------+-------+-------+
///     |   hops   |  17   |   checksum    |      |            source, 16         |
///     +----------+-------+---------------+      +-------------------------------+
///     | source, 4        destination, 4  |      |         destination, 16       |
///     +----------------------------------+      +-------------------------------+
///
///      then UDP, 8 bytes (RFC 768): source port, destination port, length, checksum; then the payload
final class IpPacket {
    static final int IPV4_HEADER_BYTES = 20;
    static final int IPV6_HEADER_BYTES = 40;
    static final int UDP_HEADER_BYTES = 8;
    /// Invented, because no program is told the real one: what most systems start with.
    private static final byte HOPS = 64;
    private static final byte UDP = 17;
    private static final byte IPV4_VERSION_AND_WORDS = 0x45;
    private static final short DO_NOT_FRAGMENT = 0x4000;
    private static final int IPV6_VERSION = 6 << 28;
    private static final int IPV4_CHECKSUM_AT = 10;
    private static final int UDP_CHECKSUM_AT = 6;

    private IpPacket() {}

    static byte[] of(CapturedDatagram datagram) {
        byte[] source = datagram.from().getAddress().getAddress();
        byte[] destination = datagram.to().getAddress().getAddress();
        byte[] udp = udp(datagram, source, destination);
        byte[] header = datagram.from().getAddress() instanceof Inet6Address
                ? ipv6(udp.length, source, destination)
                : ipv4(udp.length, source, destination);
        return ByteBuffer.allocate(header.length + udp.length).put(header).put(udp).array();
    }

    private static byte[] ipv4(int udpBytes, byte[] source, byte[] destination) {
        var header = ByteBuffer.allocate(IPV4_HEADER_BYTES);
        header.put(IPV4_VERSION_AND_WORDS).put((byte) 0).putShort((short) (IPV4_HEADER_BYTES + udpBytes));
        header.putShort((short) 0).putShort(DO_NOT_FRAGMENT);
        header.put(HOPS).put(UDP).putShort((short) 0).put(source).put(destination);
        header.putShort(IPV4_CHECKSUM_AT, checksum(header.array()));
        return header.array();
    }

    private static byte[] ipv6(int udpBytes, byte[] source, byte[] destination) {
        return ByteBuffer.allocate(IPV6_HEADER_BYTES)
                .putInt(IPV6_VERSION)
                .putShort((short) udpBytes)
                .put(UDP)
                .put(HOPS)
                .put(source)
                .put(destination)
                .array();
    }

    private static byte[] udp(CapturedDatagram datagram, byte[] source, byte[] destination) {
        int length = UDP_HEADER_BYTES + datagram.payload().length;
        var udp = ByteBuffer.allocate(length);
        udp.putShort((short) datagram.from().getPort())
                .putShort((short) datagram.to().getPort())
                .putShort((short) length)
                .putShort((short) 0)
                .put(datagram.payload());
        // Summed with both addresses, the protocol and the length before it. In one form for both families: zeros add
        // nothing.
        short sum = checksum(ByteBuffer.allocate(source.length + destination.length + 2 * Integer.BYTES + length)
                .put(source)
                .put(destination)
                .putInt(length)
                .putInt(UDP)
                .put(udp.array())
                .array());
        udp.putShort(UDP_CHECKSUM_AT, sum == 0 ? (short) 0xffff : sum); // zero on the wire means "none" (RFC 768)
        return udp.array();
    }

    /// The complement of the sum of all 16-bit words, carries added in; an odd byte at the end counts as a word's first
    /// (RFC 1071).
    private static short checksum(byte[] bytes) {
        long sum = 0;
        for (int i = 0; i < bytes.length; i++) sum += (long) (bytes[i] & 0xff) << (i % 2 == 0 ? 8 : 0);
        while (sum > 0xffff) sum = (sum & 0xffff) + (sum >>> 16);
        return (short) ~sum;
    }
}
