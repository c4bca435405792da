package io.landline.presence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.beacon.ReceivedDatagram;
import io.landline.peer.Fingerprint;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WireTapTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final InetSocketAddress MAX = end("10.0.0.1");
    private static final InetSocketAddress ALL = end("255.255.255.255");
    private static final Fingerprint MINA = Fingerprint.parse("ab".repeat(32));

    private final WireTap tap = new WireTap(InstantSource.fixed(NOON));
    private final List<ObservedDatagram> passed = new ArrayList<>();
    private final List<UnsentDatagram> refused = new ArrayList<>();
    private final DatagramListener watcher = new DatagramListener() {
        @Override
        public void passed(ObservedDatagram datagram) {
            passed.add(datagram);
        }

        @Override
        public void refused(UnsentDatagram datagram) {
            refused.add(datagram);
        }
    };

    private static InetSocketAddress end(String address) {
        return new InetSocketAddress(InetAddress.ofLiteral(address), 5_263);
    }

    private void hear(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        tap.cameIn(new ReceivedDatagram(bytes, MAX, "eth0", () -> "eth0"), ALL);
    }

    @Test
    void whoSpeaksIsTold() {
        tap.add(watcher);
        hear("LNDL\u0001\u0002{\"fingerprint\":\"" + MINA.hex() + "\",\"run\":7,\"seq\":1,\"next\":5000}");
        assertEquals(Optional.of(MINA), passed.getFirst().content().peer());
        assertEquals(Optional.empty(), passed.getFirst().content().problem());
    }

    @Test
    void whatBothSharedSocketsHearPassesOnce() {
        tap.add(watcher);
        var heard = new ReceivedDatagram(new byte[]{1}, MAX, "", () -> "");
        tap.cameIn(heard, end("0.0.0.0"));
        tap.cameIn(heard, end("::"));
        assertEquals(1, passed.size());
        tap.cameIn(new ReceivedDatagram(new byte[]{1}, end("fe80::1"), "", () -> ""), end("::"));
        assertEquals(2, passed.size());
    }

    @Test
    void nobodySpeaksInWhatCannotBeRead() {
        tap.add(watcher);
        hear("LNDL\u0001\u0002{");
        assertEquals(Optional.empty(), passed.getFirst().content().peer());
        assertTrue(passed.getFirst().content().problem().isPresent());
    }

    @Test
    void whatTheSystemRefusedIsToldWithItsWords() {
        tap.wasRefused(ALL, "eth0", "Network is unreachable");
        tap.add(watcher);
        tap.wasRefused(ALL, "eth0", "Network is unreachable");
        assertEquals(List.of(new UnsentDatagram(NOON, "eth0", ALL, "Network is unreachable")), refused);
        assertEquals(List.of(), passed);
    }
}
