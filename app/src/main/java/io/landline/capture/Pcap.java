package io.landline.capture;

import java.nio.ByteBuffer;

/// The classic pcap format (libpcap 2.4), which Wireshark, tshark and tcpdump read: a head once, then one record a
/// packet. Big-endian, as its magic tells the reader. Stateless; any thread.
///
///     head     a1b2c3d4 | 2 | 4 | 0 | 0 | longest packet | link type 101: IP packets, their first digit says which
///     record   seconds since 1970 | microseconds | bytes kept | bytes it had | the IP packet
public final class Pcap {
    static final int HEAD_BYTES = 24;
    static final int RECORD_HEAD_BYTES = 16;
    /// Says that times have microseconds, and by its order which byte comes first.
    private static final int MAGIC = 0xa1b2c3d4;
    private static final short VERSION_MAJOR = 2;
    private static final short VERSION_MINOR = 4;
    private static final int PACKET_BYTES_MAX = 65_535;
    /// LINKTYPE_RAW: a program does not see the frames of the card.
    private static final int IP_PACKETS = 101;
    private static final int NANOS_PER_MICROSECOND = 1_000;

    private Pcap() {}

    /// What a file begins with.
    public static byte[] head() {
        return ByteBuffer.allocate(HEAD_BYTES)
                .putInt(MAGIC)
                .putShort(VERSION_MAJOR)
                .putShort(VERSION_MINOR)
                .putInt(0)
                .putInt(0)
                .putInt(PACKET_BYTES_MAX)
                .putInt(IP_PACKETS)
                .array();
    }

    public static byte[] record(CapturedDatagram datagram) {
        byte[] packet = IpPacket.of(datagram);
        return ByteBuffer.allocate(RECORD_HEAD_BYTES + packet.length)
                .putInt((int) datagram.at().getEpochSecond())
                .putInt(datagram.at().getNano() / NANOS_PER_MICROSECOND)
                .putInt(packet.length)
                .putInt(packet.length)
                .put(packet)
                .array();
    }
}
