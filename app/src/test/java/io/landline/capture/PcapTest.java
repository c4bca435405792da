package io.landline.capture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class PcapTest {
    private static final Instant AT = Instant.parse("2026-03-01T12:00:00.123456Z");
    private static final int IP_AT = Pcap.RECORD_HEAD_BYTES;

    @Test
    void theHeadSaysMicrosecondsAndIpPackets() {
        assertEquals("a1b2c3d4" + "0002" + "0004" + "00000000" + "00000000" + "0000ffff" + "00000065",
                HexFormat.of().formatHex(Pcap.head()));
    }

    @Test
    void aRecordIsTimeTwoLengthsIpUdpAndPayload() {
        byte[] record = Pcap.record(datagram("10.77.0.1", "255.255.255.255", new byte[]{'h', 'i', '!'}));
        assertEquals("69a42a40" + "0001e240" + "0000001f" + "0000001f" // seconds, 123456 µs, 31 bytes
                + "4500001f" + "00004000" + "4011" + checksum(record, IP_AT + 10) + "0a4d0001" + "ffffffff"
                + "1490" + "148f" + "000b" + checksum(record, IP_AT + 26) + "686921", HexFormat.of().formatHex(record));
    }

    @Test
    void theIpv4HeaderSumsUp() {
        byte[] record = Pcap.record(datagram("192.168.1.7", "239.255.52.63", new byte[100]));
        assertEquals(0xffff, sum(Arrays.copyOfRange(record, IP_AT, IP_AT + 20)));
    }

    @Test
    void theUdpChecksumOfAnOddPayloadSumsUpWithTheAddresses() {
        byte[] record = Pcap.record(
                datagram("192.168.1.7", "10.0.0.9", "odd".getBytes(java.nio.charset.StandardCharsets.US_ASCII)));
        byte[] addresses = Arrays.copyOfRange(record, IP_AT + 12, IP_AT + 20);
        byte[] udp = Arrays.copyOfRange(record, IP_AT + 20, record.length);
        assertEquals(0xffff, sum(pseudo(addresses, udp)));
    }

    @Test
    void anIpv6PacketHasItsOwnHeaderAndSumsUp() {
        byte[] record = Pcap.record(datagram("fe80::1", "ff12::4c41:4e44", new byte[]{1, 2, 3, 4}));
        assertEquals("60000000" + "000c" + "11" + "40", HexFormat.of().formatHex(record, IP_AT, IP_AT + 8));
        byte[] addresses = Arrays.copyOfRange(record, IP_AT + 8, IP_AT + 40);
        byte[] udp = Arrays.copyOfRange(record, IP_AT + 40, record.length);
        assertEquals(0xffff, sum(pseudo(addresses, udp)));
    }

    @Test
    void aUdpChecksumOfZeroIsWrittenAsAllOnes() {
        byte[] without = Pcap.record(datagram("10.77.0.1", "10.77.0.2", new byte[2]));
        byte[] filling = Arrays.copyOfRange(without, IP_AT + 26, IP_AT + 28); // makes the sum of all words 0xffff
        byte[] record = Pcap.record(datagram("10.77.0.1", "10.77.0.2", filling));
        assertEquals("ffff", checksum(record, IP_AT + 26));
    }

    @Test
    void theLongestPayloadFitsAndOneByteMoreDoesNot() {
        assertEquals(Pcap.RECORD_HEAD_BYTES + 65_535,
                Pcap.record(datagram("10.0.0.1", "10.0.0.2", new byte[CapturedDatagram.PAYLOAD_BYTES_MAX])).length);
        assertThrows(IllegalArgumentException.class,
                () -> datagram("10.0.0.1", "10.0.0.2", new byte[CapturedDatagram.PAYLOAD_BYTES_MAX + 1]));
    }

    @Test
    void endsOfTwoFamiliesAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> datagram("10.0.0.1", "::", new byte[0]));
    }

    @Test
    void theDumpHasPlaceBytesAndCharacters() {
        byte[] bytes = HexFormat.of().parseHex("4c4e444c01027b2266696e6765727072696e7f");
        assertArrayEquals(new String[]{"0000  4c 4e 44 4c 01 02 7b 22  66 69 6e 67 65 72 70 72  LNDL..{\"fingerpr",
                "0010  69 6e 7f                                          in."}, HexDump.of(bytes).lines().toArray());
        assertEquals("", HexDump.of(new byte[0]));
    }

    private static CapturedDatagram datagram(String from, String to, byte[] payload) {
        return new CapturedDatagram(AT, new InetSocketAddress(InetAddress.ofLiteral(from), 5264),
                new InetSocketAddress(InetAddress.ofLiteral(to), 5263), payload);
    }

    private static String checksum(byte[] record, int at) {
        return HexFormat.of().formatHex(record, at, at + 2);
    }

    private static byte[] pseudo(byte[] addresses, byte[] udp) {
        return ByteBuffer.allocate(addresses.length + 4 + udp.length)
                .put(addresses)
                .putShort((short) 17)
                .putShort((short) udp.length)
                .put(udp)
                .array();
    }

    /// By the book, word by word: all ones where a checksum within is right.
    private static int sum(byte[] bytes) {
        var words = ByteBuffer.wrap(Arrays.copyOf(bytes, bytes.length + bytes.length % 2));
        int sum = 0;
        while (words.hasRemaining()) {
            sum += words.getShort() & 0xffff;
            sum = (sum & 0xffff) + (sum >>> 16);
        }
        return sum;
    }
}
