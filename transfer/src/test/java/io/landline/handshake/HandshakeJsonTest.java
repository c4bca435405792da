package io.landline.handshake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.frame.Frame;
import io.landline.frame.FrameType;
import io.landline.frame.MalformedFrameException;
import io.landline.identity.Identity;
import io.landline.peer.Fingerprint;
import io.landline.peer.PeerName;
import io.landline.peer.RoomListing;
import io.landline.peer.RoomName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HandshakeJsonTest {
    private static final Fingerprint PEER = Identity.generate().fingerprint();

    private static Frame hello(String json) {
        return TwoNodes.frame(FrameType.HELLO, json);
    }

    private static RoomSlot slot(int slot, String name, boolean open) {
        return new RoomSlot(slot, new RoomListing(new RoomName(name), open));
    }

    @Test
    void aHelloReadsBackAsItWasWritten() throws Exception {
        var hello = new Hello(3, Long.MAX_VALUE, new PeerName("Ada <b>\"\\ 🦊"), 65_535,
                List.of(slot(1, "Klasse \"9b\"", false), slot(RoomSlot.MAX, "lobby", true)), List.of("swarm"));
        assertEquals(hello, Hello.of(hello.toFrame(), PEER));
    }

    @Test
    void unknownFieldsAreIgnored() throws Exception {
        Hello hello = Hello.of(hello("{\"minor\":9,\"run\":1,\"name\":\"x\",\"port\":0,\"later\":{\"a\":[1]}}"), PEER);
        assertEquals(List.of(), hello.rooms());
        assertEquals(9, hello.minorVersion());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\\n", "\\u0007"})
    void aPeerWithoutAUsableNameIsCalledByItsFingerprint(String name) throws Exception {
        Hello hello = Hello.of(hello("{\"minor\":0,\"run\":1,\"name\":\"" + name + "\",\"port\":0}"), PEER);
        assertEquals("device-" + PEER.hex().substring(0, 4), hello.name().value());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{}", "{\"minor\":0,\"run\":0,\"name\":\"x\",\"port\":0}",
            "{\"minor\":0,\"run\":1,\"name\":\"x\",\"port\":65536}",
            "{\"minor\":0,\"run\":1,\"name\":\"x\",\"port\":-1}",
            "{\"minor\":0,\"run\":9223372036854775808,\"name\":\"x\",\"port\":0}",
            "{\"minor\":0,\"run\":1,\"name\":5,\"port\":0}",
            "{\"minor\":0,\"run\":1,\"run\":2,\"name\":\"x\",\"port\":0}",
            "{\"minor\":0,\"run\":1,\"name\":\"\\ud800\",\"port\":0}",
            "{\"minor\":0,\"run\":1,\"name\":\"x\",\"port\":0,\"rooms\":[{\"slot\":0,\"name\":\"a\"}]}",
            "{\"minor\":0,\"run\":1,\"name\":\"x\",\"port\":0,\"rooms\":[{\"slot\":268435457,\"name\":\"a\"}]}",
            "{\"minor\":0,\"run\":1,\"name\":\"x\",\"port\":0,\"rooms\":[{\"slot\":1,\"name\":\"\"}]}",
            "{\"minor\":0,\"run\":1,\"name\":\"x\",\"port\":0,\"rooms\":[{\"slot\":1,\"name\":\"a\\nb\"}]}",
            "{\"minor\":0,\"run\":1,\"name\":\"x\",\"port\":0,\"rooms\":{}}",
            "{\"minor\":0,\"run\":1,\"name\":\"x\",\"port\":0} " + "{\"minor\":0}"})
    void h35_aHelloThatIsNotOneIsMalformed(String json) {
        assertThrows(MalformedFrameException.class, () -> Hello.of(hello(json), PEER));
    }

    @Test
    void everyCutOfAHelloIsMalformed() {
        byte[] whole = new Hello(0, 1, new PeerName("Ada 🦊"), 1, List.of(slot(1, "class", false)), List.of("x"))
                .toFrame()
                .body();
        for (int length = 0; length < whole.length; length++) {
            var cut = new Frame(FrameType.HELLO, Arrays.copyOf(whole, length));
            assertThrows(MalformedFrameException.class, () -> Hello.of(cut, PEER));
        }
    }

    @Test
    void h32_ofTooManyRoomsAndCapabilitiesTheFirstAreTaken() throws Exception {
        var rooms = new ArrayList<RoomSlot>();
        for (int i = 1; i <= RoomSlot.MAX_ROOMS + 1; i++) rooms.add(slot(i, "r" + i, false));
        List<String> capabilities = IntStream.rangeClosed(0, Hello.CAPABILITIES_MAX)
                .mapToObj(i -> "\"c" + i + "\"")
                .toList();
        String json = new String(HandshakeJson.rooms(rooms).body(), java.nio.charset.StandardCharsets.UTF_8);
        Hello hello = Hello.of(hello("{\"minor\":0,\"run\":1,\"name\":\"x\",\"port\":0,\"capabilities\":" + capabilities
                + "," + json.substring(1)), PEER);
        assertEquals(rooms.subList(0, RoomSlot.MAX_ROOMS), hello.rooms());
        assertEquals(Hello.CAPABILITIES_MAX, hello.capabilities().size());
    }

    @Test
    void theLongestHelloFitsAHandshakeFrame() {
        var rooms = new ArrayList<RoomSlot>();
        for (int i = 0; i < RoomSlot.MAX_ROOMS; i++) {
            rooms.add(slot(RoomSlot.MAX - i, "\"".repeat(RoomName.MAX_BYTES), false));
        }
        List<String> capabilities = IntStream.range(0, Hello.CAPABILITIES_MAX)
                .mapToObj(i -> "\"".repeat(Hello.CAPABILITY_BYTES_MAX))
                .toList();
        var hello = new Hello(Integer.MAX_VALUE, Long.MAX_VALUE, new PeerName("\"".repeat(PeerName.MAX_CODE_POINTS)),
                65_535, rooms, capabilities);
        assertTrue(hello.toFrame().body().length <= Frame.HANDSHAKE_BODY_BYTES_MAX);
    }

    @Test
    void aReasonOfALaterVersionIsReadAsNone() throws Exception {
        assertEquals(new HandshakeJson.Refusal(0, null),
                HandshakeJson.readRefused(TwoNodes.frame(FrameType.REFUSED, "{\"reason\":\"too-loud\"}")));
        for (RefusalReason reason : RefusalReason.values()) {
            assertEquals(new HandshakeJson.Refusal(4, reason),
                    HandshakeJson.readRefused(HandshakeJson.refused(4, reason)));
        }
        assertEquals("open-differs", RefusalReason.OPEN_DIFFERS.word());
    }
}
