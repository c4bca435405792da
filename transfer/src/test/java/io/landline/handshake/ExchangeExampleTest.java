package io.landline.handshake;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.frame.Frame;
import io.landline.frame.FrameType;
import io.landline.peer.PeerName;
import io.landline.peer.RoomName;
import io.landline.room.Room;
import io.landline.room.RoomKey;
import io.landline.room.StretchedKey;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.spec.NamedParameterSpec;
import java.security.spec.XECPrivateKeySpec;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The example on the protocol page, recomputed from that very file.
class ExchangeExampleTest {
    private final Map<String, byte[]> example = new HashMap<>();
    private Room room;

    @BeforeEach
    void readThePage() throws IOException {
        Path page = Path.of(System.getProperty("basedir", "."), "..", "docs", "protocol", "handshake.md");
        boolean inside = false;
        for (String line : Files.readAllLines(page)) {
            if (line.startsWith("```")) {
                inside = line.equals("```example");
            } else if (inside) {
                example.put(line.substring(0, 13).strip(), HexFormat.of().parseHex(line.substring(13)));
            }
        }
        assertEquals(19, example.size());
        room = Room.restored(new RoomName("Class"), RoomKey.of("amber-fox-piano-river"),
                StretchedKey.of(value("secret")));
    }

    private byte[] value(String name) {
        return java.util.Objects.requireNonNull(example.get(name), name);
    }

    private Exchange exchange(Role role, String own, String peer, String scalar) throws IOException {
        ChannelBinding exporter = (label, context, bytes) -> {
            assertEquals("EXPORTER-landline/1-pake", label);
            assertArrayEquals(value("context"), context);
            assertEquals(32, bytes);
            return value("sid");
        };
        var channel = new AuthenticatedChannel(role, value(peer), InetAddress.getLoopbackAddress(), exporter);
        return Exchange.over(channel, value(own), room, 1, value(scalar));
    }

    @Test
    void bothSidesComeToTheTagsOfThePage() throws Exception {
        Exchange client = exchange(Role.CLIENT, "client key", "server key", "ya");
        Exchange server = exchange(Role.SERVER, "server key", "client key", "yb");
        assertArrayEquals(value("Ya"), client.share());
        assertArrayEquals(value("Yb"), server.share());
        client.peerShare(value("Yb"));
        server.peerShare(value("Ya"));
        assertArrayEquals(value("Ta"), client.tag());
        assertArrayEquals(value("Tb"), server.tag());
        assertTrue(client.isRight(value("Tb")) && server.isRight(value("Ta")));
    }

    @Test
    void roomIdAndGeneratorAreThoseOfThePage() {
        assertArrayEquals(value("room id"), room.id().bytes());
        assertArrayEquals(value("generator"), CPace.generator(value("secret"), value("CI"), value("sid")));
    }

    @Test
    void theStepsInBetweenAreThoseOfThePage() throws Exception {
        byte[] hash = MessageDigest.getInstance("SHA-512")
                .digest(CPace.generatorString(value("secret"), value("CI"), value("sid")));
        assertArrayEquals(value("hash"), Arrays.copyOf(hash, value("hash").length));
        var scalar = KeyFactory.getInstance("X25519")
                .generatePrivate(new XECPrivateKeySpec(NamedParameterSpec.X25519, value("ya")));
        assertArrayEquals(value("K"), CPace.multiply(scalar, value("Yb")));
        var client = new CPace(CPace.Side.INITIATOR, value("secret"), value("CI"), value("sid"), new byte[0],
                value("ya"));
        assertArrayEquals(value("ISK"), client.sessionKey(value("Yb"), new byte[0]));
    }

    @Test
    void theFramesAreThoseOfThePage() throws Exception {
        assertArrayEquals(value("exchange"),
                wire(HandshakeJson.pairing(FrameType.EXCHANGE, new HandshakeJson.Pairing(1, 1, 1))));
        var hello = new Hello(0, 1_767_323_045_000L, new PeerName("Ada"), 5264,
                List.of(new RoomSlot(1, room.listing())), List.of());
        assertArrayEquals(value("hello"), wire(hello.toFrame()));
    }

    private static byte[] wire(Frame frame) throws IOException {
        var out = new ByteArrayOutputStream();
        Talker.write(new java.io.DataOutputStream(out), frame);
        return out.toByteArray();
    }
}
