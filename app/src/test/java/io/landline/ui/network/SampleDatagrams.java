package io.landline.ui.network;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.landline.node.port.PacketTap.Datagram;
import io.landline.node.port.PacketTap.Way;
import io.landline.peer.Direction;
import io.landline.peer.Fingerprint;
import io.landline.presence.ObservedDatagram;
import io.landline.presence.ObservedDatagram.Content;
import io.landline.presence.ObservedDatagram.Hop;
import io.landline.presence.packet.PacketKind;
import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/// Datagrams for tests and pictures.
public final class SampleDatagrams {
    static final Instant NOON = Instant.parse("2026-11-20T12:00:00.123Z");
    public static final Fingerprint BOB = Fingerprint.parse("b0".repeat(32));
    private static final InetSocketAddress OWN = end("192.168.1.20", 5264);
    private static final byte[] SIGNATURE = new byte[64];

    private SampleDatagrams() {}

    static InetSocketAddress end(String address, int port) {
        return new InetSocketAddress(InetAddress.ofLiteral(address), port);
    }

    /// From somebody at 192.168.1.30, by `wlan0`.
    static Datagram in(String kind, Fingerprint peer, String body) {
        return in(kind, peer, body, "wlan0", "192.168.1.30");
    }

    static Datagram in(String kind, Fingerprint peer, String body, String interfaceName, String from) {
        return in(new Hop(interfaceName, Direction.IN, OWN, end(from, 5264)), packet(kind, body),
                new Content(kind(kind), Optional.of(peer), body, Optional.empty()));
    }

    static Datagram in(Hop hop, byte[] bytes, Content content) {
        return new Datagram(new ObservedDatagram(NOON, hop, bytes, content), null);
    }

    static Optional<PacketKind> kind(String label) {
        return Arrays.stream(PacketKind.values()).filter(each -> each.label().equals(label)).findFirst();
    }

    public static Datagram still(Fingerprint peer) {
        return in("still", peer,
                "{\"fingerprint\":\"" + peer.hex() + "\",\"run\":1795172400000,\"seq\":3,\"next\":5000}");
    }

    static Datagram announce(Fingerprint peer, String name) {
        return in("announce", peer, "{\"publicKey\":\"" + "9f".repeat(32)
                + "\",\"run\":1795172400000,\"seq\":3,\"name\":\"" + name
                + "\",\"tcpPort\":5263,\"rooms\":[{\"name\":\"class 7b\",\"open\":false},{\"name\":\"lan"
                + " party\",\"open\":true}],\"capabilities\":[\"chat\",\"files\"],\"next\":5000}");
    }

    /// Ours, to everybody.
    static Datagram out(String kind, Fingerprint self, Way way, String to, String interfaceName) {
        String body = "{\"fingerprint\":\"" + self.hex() + "\",\"run\":1795172400001,\"seq\":3,\"next\":5000}";
        return new Datagram(new ObservedDatagram(NOON, new Hop(interfaceName, Direction.OUT, OWN, end(to, 5263)),
                packet(kind, body), new Content(kind(kind), Optional.of(self), body, Optional.empty())), way);
    }

    private static byte[] packet(String kind, String body) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(new byte[]{'L', 'N', 'D', 'L', 1, (byte) (kind(kind).orElseThrow().ordinal() + 1)});
        if (!kind.equals("still") && !kind.equals("ask")) out.writeBytes(SIGNATURE);
        out.writeBytes(body.getBytes(UTF_8));
        return out.toByteArray();
    }
}
