package io.landline.presence.packet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.beacon.Beacon;
import io.landline.identity.Identity;
import io.landline.peer.PeerName;
import io.landline.peer.RoomListing;
import io.landline.peer.RoomName;
import io.landline.presence.packet.Packet.Announcement;
import io.landline.presence.packet.Packet.Ask;
import io.landline.presence.packet.Packet.Leave;
import io.landline.presence.packet.Packet.Still;
import io.landline.testing.Seed;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

public class PacketCodecTest {
    private static final Duration NEXT = Duration.ofSeconds(6);

    private final Identity max = Identity.generate();
    private final AnnouncedState own = own("Max", List.of(room("class", false), room("Café", true)));

    @Test
    void whatIsWrittenReadsBack() throws Exception {
        byte[] bytes = PacketCodec.announcement(PacketKind.ANNOUNCE, max, 77, 3, own, NEXT);
        var read = assertInstanceOf(Announcement.class, PacketCodec.decode(bytes));
        assertEquals(max.fingerprint(), read.peer());
        assertEquals(77, read.run());
        assertEquals(3, read.seq());
        assertEquals(own.name(), read.state().name());
        assertEquals(own.tcpPort(), read.state().tcpPort());
        assertEquals(own.rooms(), read.state().rooms());
        assertEquals(own.capabilities(), read.state().capabilities());
        assertEquals(NEXT, read.next());
        assertFalse(read.isReply());
        assertTrue(read.proof().holds());
        var reply = (Announcement) PacketCodec.decode(
                PacketCodec.announcement(PacketKind.REPLY, max, 77, 3, own, NEXT));
        assertTrue(reply.isReply() && reply.proof().holds());
        assertEquals(new Still(max.fingerprint(), 77, 3, NEXT),
                PacketCodec.decode(PacketCodec.still(max.fingerprint(), 77, 3, NEXT)));
        var ask = new Ask(Identity.generate().fingerprint(), max.fingerprint(), 77);
        assertEquals(ask, PacketCodec.decode(PacketCodec.ask(ask.wanted(), ask.peer(), ask.run())));
        var leave = assertInstanceOf(Leave.class, PacketCodec.decode(PacketCodec.leave(max, 77, 4)));
        assertTrue(leave.proof().holds());
        assertEquals(4, leave.seq());
    }

    @Test
    void aFlippedBitAnywhereBreaksPacketOrSignature() throws Exception {
        byte[] bytes = PacketCodec.announcement(PacketKind.ANNOUNCE, max, 77, 3, own, NEXT);
        var random = Seed.random("aFlippedBitAnywhereBreaksPacketOrSignature");
        for (int at = 0; at < bytes.length; at++) {
            byte[] broken = bytes.clone();
            broken[at] ^= (byte) (1 << random.nextInt(8));
            try {
                if (PacketCodec.decode(broken) instanceof Announcement read) {
                    assertFalse(read.proof().holds(), "byte " + at);
                }
            } catch (MalformedPacketException e) {
                continue; // seen at once
            }
        }
    }

    @Test
    void aPacketOfOneStateIsShortEnoughAndAStillIsShort() throws Exception {
        var rooms = new ArrayList<RoomListing>();
        for (int i = 0; i < 12; i++) rooms.add(room(i + "\"".repeat(62 - i / 10), true));
        var big = AnnouncedState.own(new PeerName("\"".repeat(64)), 65_535, rooms,
                Set.of("chat", "files", "bulk", "receipts"));
        byte[] bytes = PacketCodec.announcement(PacketKind.ANNOUNCE, max, Long.MAX_VALUE, Long.MAX_VALUE, big,
                Packet.NEXT_MAX);
        assertTrue(bytes.length <= Beacon.MAX_BYTES);
        var read = (Announcement) PacketCodec.decode(bytes);
        assertEquals(rooms.subList(0, read.state().rooms().size()), read.state().rooms());
        assertTrue(read.state().rooms().size() >= 3 && read.state().rooms().size() <= Packet.ROOMS_MAX);
        assertTrue(PacketCodec.still(max.fingerprint(), System.currentTimeMillis(), 12, NEXT).length <= 140);
    }

    @Test
    void aLongNameIsCutOnACharacterAndReadsBack() throws Exception {
        var named = own("é".repeat(64), List.of());
        var read = (Announcement) PacketCodec.decode(
                PacketCodec.announcement(PacketKind.ANNOUNCE, max, 1, 1, named, NEXT));
        assertEquals("é".repeat(32), read.state().name().value());
    }

    @Test
    void h01_aMillionRandomBuffersGiveAPacketOrARejectionAndNothingElse() {
        var random = Seed.random("h01");
        byte[][] samples = samples();
        int packets = 0;
        for (int i = 0; i < 1_000_000; i++) {
            byte[] bytes;
            if (i % 20 == 0) {
                bytes = samples[random.nextInt(samples.length)].clone();
                for (int n = random.nextInt(3); n >= 0; n--) {
                    bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
                }
                if (random.nextInt(4) == 0) bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length + 8));
            } else {
                bytes = new byte[random.nextInt(i % 1000 == 2 ? 65_507 : 100)];
                random.nextBytes(bytes);
                if (i % 20 == 1 && bytes.length >= 6) {
                    System.arraycopy(samples[random.nextInt(samples.length)], 0, bytes, 0, 6);
                }
            }
            try {
                PacketCodec.decode(bytes);
                packets++;
            } catch (MalformedPacketException e) {
                continue; // the only exception that may come
            }
        }
        assertTrue(packets > 1_000, packets + " of a million were packets: the fuzz reaches nothing");
    }

    @Test
    void h02_aPacketCutAtAnyByteIsRejected() throws Exception {
        for (byte[] sample : samples()) {
            PacketCodec.decode(sample);
            for (int length = 0; length < sample.length; length++) {
                byte[] cut = Arrays.copyOf(sample, length);
                assertThrows(MalformedPacketException.class, () -> PacketCodec.decode(cut));
            }
        }
    }

    @Test
    void h01_aPacketOfTheGreatestLengthPassesAndOneByteMoreIsRejected() throws Exception {
        byte[] still = PacketCodec.still(max.fingerprint(), 1, 1, NEXT);
        byte[] greatest = padded(still, Beacon.MAX_BYTES);
        PacketCodec.decode(greatest);
        assertThrows(MalformedPacketException.class, () -> PacketCodec.decode(padded(still, Beacon.MAX_BYTES + 1)));
    }

    private static byte[] padded(byte[] packet, int length) {
        byte[] padded = Arrays.copyOf(packet, length);
        Arrays.fill(padded, packet.length, length, (byte) ' ');
        return padded;
    }

    /// Fields of a still and of an announce with values at and beyond their bounds: the maximum passes, one more is
    /// rejected.
    @Test
    void h03_fieldsPassUpToTheirBoundsAndNoFurther() {
        String still = "{\"fingerprint\":\"" + "ab".repeat(32) + "\",\"run\":1,\"seq\":1,\"next\":5000}";
        for (String run : List.of("1", "9223372036854775807")) {
            assertTrue(reads(PacketKind.STILL, still.replace("\"run\":1", "\"run\":" + run)));
        }
        for (String run : List.of("0", "-1", "9223372036854775808", "1e3", "1.0", "\"1\"", "null", "true", "[1]",
                "1".repeat(40))) {
            assertFalse(reads(PacketKind.STILL, still.replace("\"run\":1", "\"run\":" + run)), run);
        }
        assertTrue(reads(PacketKind.STILL, still.replace("\"seq\":1", "\"seq\":0")));
        assertFalse(reads(PacketKind.STILL, still.replace("\"seq\":1", "\"seq\":-1")));
        assertFalse(reads(PacketKind.STILL, still.replace("ab\"", "a\"")));
        assertFalse(reads(PacketKind.STILL, still.replace("ab\"", "abab\"")));
        assertFalse(reads(PacketKind.STILL, still.replace("ab\"", "ax\"")));
        assertFalse(reads(PacketKind.STILL, still.replace("\"seq\":1", "\"seq\":1,\"seq\":1")));
        assertFalse(reads(PacketKind.STILL, still + "{}"));
        assertFalse(reads(PacketKind.STILL, "[]"));
        assertTrue(announces("\"name\":\"" + "x".repeat(64) + "\"", ""));
        assertFalse(announces("\"name\":\"" + "x".repeat(65) + "\"", ""));
        assertTrue(announces("\"name\":\"\"", ""));
        assertTrue(announces("\"name\":\"x\"", ",\"rooms\":[{\"name\":\"" + "r".repeat(64) + "\"}]"));
        assertFalse(announces("\"name\":\"x\"", ",\"rooms\":[{\"name\":\"" + "r".repeat(65) + "\"}]"));
        assertFalse(announces("\"name\":\"x\"", ",\"rooms\":[{\"name\":\"\"}]"));
        assertFalse(announces("\"name\":\"x\"", ",\"rooms\":[{\"open\":true}]"));
    }

    @Test
    void h10_tcpPortsFrom1024To65535OrNonePassAndNoOther() {
        for (int port : new int[]{0, 1_024, 65_535}) assertTrue(announces("\"name\":\"x\"", "", port), "" + port);
        for (int port : new int[]{-1, 1, 22, 1_023, 65_536}) {
            assertFalse(announces("\"name\":\"x\"", "", port), "" + port);
        }
    }

    @Test
    void h04_otherVersionsAndKindsAreRejectedByNameAndUnknownFieldsAreIgnored() {
        byte[] still = PacketCodec.still(max.fingerprint(), 1, 1, NEXT);
        byte[] later = still.clone();
        later[4] = 2;
        assertEquals("version 2",
                assertThrows(MalformedPacketException.class, () -> PacketCodec.decode(later)).getMessage());
        assertEquals("2", PacketCodec.foreignVersion(later));
        byte[] sixth = still.clone();
        sixth[5] = 6;
        assertEquals("kind 6",
                assertThrows(MalformedPacketException.class, () -> PacketCodec.decode(sixth)).getMessage());
        assertEquals("", PacketCodec.foreignVersion(sixth));
        assertTrue(announces("\"name\":\"x\"", ",\"later\":{\"deep\":[1,2,{\"x\":null}]}"));
    }

    @Test
    void aStrangersNextCountsFromOneSecondToTwoMinutes() throws Exception {
        for (var each : Map
                .of(0L, 1_000L, 999L, 1_000L, 1_000L, 1_000L, 5_000L, 5_000L, 120_000L, 120_000L, 120_001L, 120_000L,
                        Long.MAX_VALUE, 120_000L)
                .entrySet()) {
            var still = (Still) PacketCodec.decode(
                    PacketCodec.still(max.fingerprint(), 1, 1, Duration.ofMillis(each.getKey())));
            assertEquals(each.getValue(), still.next().toMillis());
        }
    }

    /// The page's packets are read from the page, made again from the key that it gives, and must be the same to the
    /// byte.
    @Test
    void h04_thePacketsOfTheProtocolPageAreThoseThatThisVersionReads() throws Exception {
        String page = Files.readString(page());
        var packets = new HashMap<String, byte[]>();
        var blocks = Pattern.compile("```hex (\\w+)\\n(.*?)```", Pattern.DOTALL).matcher(page);
        while (blocks.find()) {
            packets.put(blocks.group(1), HexFormat.of().parseHex(blocks.group(2).replaceAll("\\s", "")));
        }
        assertEquals(Set.of("announce", "still", "ask", "reply", "leave"), packets.keySet());
        for (var each : packets.entrySet()) assertEquals(each.getKey(), PacketCodec.kind(each.getValue()).label());
        var announce = (Announcement) PacketCodec.decode(packets.get("announce"));
        assertTrue(announce.proof().holds());
        assertTrue(((Announcement) PacketCodec.decode(packets.get("reply"))).proof().holds());
        assertTrue(((Leave) PacketCodec.decode(packets.get("leave"))).proof().holds());
        assertEquals("Max", announce.state().name().value());
        assertEquals(List.of(room("class", false), room("lobby", true)), announce.state().rooms());
        assertEquals(5_263, announce.state().tcpPort());
        var still = (Still) PacketCodec.decode(packets.get("still"));
        assertEquals(announce.peer(), still.peer());
        assertArrayEquals(PacketCodec.still(still.peer(), still.run(), still.seq(), still.next()),
                packets.get("still"));
        var ask = (Ask) PacketCodec.decode(packets.get("ask"));
        assertEquals(announce.peer(), ask.wanted());
        assertArrayEquals(PacketCodec.ask(ask.wanted(), ask.peer(), ask.run()), packets.get("ask"));
    }

    static Path page() {
        Path here = Path.of("docs/protocol/presence.md");
        return Files.exists(here) ? here : Path.of("..").resolve(here);
    }

    private byte[][] samples() {
        return new byte[][]{PacketCodec.announcement(PacketKind.ANNOUNCE, max, 77, 3, own, NEXT),
                PacketCodec.announcement(PacketKind.REPLY, max, 77, 3, own, NEXT),
                PacketCodec.still(max.fingerprint(), 77, 3, NEXT),
                PacketCodec.ask(max.fingerprint(), max.fingerprint(), 77), PacketCodec.leave(max, 77, 4)};
    }

    private static boolean announces(String name, String more) {
        return announces(name, more, 5_263);
    }

    private static boolean announces(String name, String more, int port) {
        return reads(PacketKind.ANNOUNCE, "{\"publicKey\":\"" + "ab".repeat(32) + "\",\"run\":1,\"seq\":1," + name
                + ",\"tcpPort\":" + port + ",\"next\":5000" + more + "}");
    }

    private static boolean reads(PacketKind kind, String body) {
        try {
            PacketCodec.decode(packet(kind, body));
            return true;
        } catch (MalformedPacketException e) {
            return false;
        }
    }

    /// A packet of this kind and body; where one is wanted, with a signature of zeros.
    public static byte[] packet(PacketKind kind, String body) {
        byte[] text = body.getBytes(UTF_8);
        int from = kind.signed() ? PacketCodec.SIGNED_HEAD_BYTES : PacketCodec.HEAD_BYTES;
        byte[] packet = new byte[from + text.length];
        System.arraycopy(new byte[]{'L', 'N', 'D', 'L', 1, kind.code()}, 0, packet, 0, PacketCodec.HEAD_BYTES);
        System.arraycopy(text, 0, packet, from, text.length);
        return packet;
    }

    private static AnnouncedState own(String name, List<RoomListing> rooms) {
        return AnnouncedState.own(new PeerName(name), 5_263, rooms, Set.of("chat", "files"));
    }

    private static RoomListing room(String name, boolean open) {
        return new RoomListing(new RoomName(name), open);
    }
}
