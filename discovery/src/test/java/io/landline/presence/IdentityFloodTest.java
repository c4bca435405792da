package io.landline.presence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.identity.Identity;
import io.landline.presence.VirtualNet.Node;
import io.landline.presence.packet.PacketCodec;
import io.landline.presence.packet.PacketCodecTest;
import io.landline.presence.packet.PacketKind;
import io.landline.testing.Seed;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Identities without end, and packets of yesterday: what is invented or replayed costs nobody his place.
class IdentityFloodTest {
    private static final Duration NEXT = Duration.ofSeconds(5);
    private static final int ELSEWHERE = 3_000;
    private static final int A_SECOND = 1_500;

    private final Random random = Seed.random("IdentityFloodTest");
    private final VirtualNet net = new VirtualNet(random, 0);
    private final Identity signer = Identity.generate();
    private final String announced = PacketCodec.body(
            PacketCodec.announcement(PacketKind.ANNOUNCE, signer, 1, 1, Node.own("x"), NEXT));

    @Test
    void h08_identitiesWithoutEndOfOneSourceTakeSixteenRowsAndARealPeerAppears() {
        Node max = net.node("Max", 1).start();
        for (int second = 0; second < 5; second++) {
            if (second == 2) net.node("Mina", 1).start();
            flood(max, A_SECOND, 1);
            assertTrue(max.listener.here().size() <= PeerTable.ROWS_PER_ADDRESS_MAX + 1,
                    max.listener.here().size() + " rows");
            if (second == 3) assertTrue(isListed(max, "Mina"), "within a second");
        }
        assertTrue(isListed(max, "Mina"), "and stays");
    }

    @Test
    void h08_identitiesOfManySourcesFillNoMoreThanTheTableAndFade() {
        Node max = net.node("Max", 1).start();
        for (int second = 0; second < 2; second++) {
            flood(max, A_SECOND, 500);
            assertTrue(max.listener.here().size() <= PeerTable.ROWS_MAX, max.listener.here().size() + " rows");
        }
        net.node("Mina", 1).start();
        net.pass(3_000);
        assertTrue(isListed(max, "Mina"));
        net.pass(300_000);
        assertEquals(1, max.listener.here().size());
    }

    @Test
    void h12_aReplayOfSomebodyWhoIsGoneShowsARowThatFades() {
        Node max = net.node("Max", 1).start();
        byte[] yesterday = PacketCodec.announcement(PacketKind.ANNOUNCE, signer, 5, 1, Node.own("Mina"), NEXT);
        max.take(yesterday, VirtualNet.address(ELSEWHERE), 5_264);
        net.pass(1_000);
        assertTrue(isListed(max, "Mina"));
        net.pass(120_000);
        assertEquals(List.of("appeared Mina", "changed Mina", "left Mina SILENT"), max.listener.peerEvents());
    }

    @Test
    void h12_aReplayOfYesterdayChangesNothingOfWhoIsHereToday() {
        Node max = net.node("Max", 1).start();
        net.node("Mina today", signer, 6).start();
        net.pass(3_000);
        Sighting before = max.listener.here().get(signer.fingerprint());
        for (long seq = 1; seq < 50; seq += 7) {
            byte[] yesterday = PacketCodec.announcement(PacketKind.ANNOUNCE, signer, 5, seq, Node.own("Mina yesterday"),
                    NEXT);
            max.take(yesterday, VirtualNet.address(ELSEWHERE), 5_264);
            net.pass(1_000);
        }
        assertEquals(before, max.listener.here().get(signer.fingerprint()));
        assertFalse(max.listener.here().get(signer.fingerprint()).endpoints().toString().contains("10.0.11.184"));
    }

    private static boolean isListed(Node max, String name) {
        return max.listener.here().values().stream().anyMatch(each -> each.name().value().equals(name));
    }

    /// A second of announces with keys that nobody has, and no valid signature.
    private void flood(Node max, int packets, int sources) {
        var key = new byte[32];
        for (int i = 0; i < packets; i++) {
            random.nextBytes(key);
            String body = announced.replace(HexFormat.of().formatHex(signer.publicKey()),
                    HexFormat.of().formatHex(key));
            max.take(PacketCodecTest.packet(PacketKind.ANNOUNCE, body), VirtualNet.address(ELSEWHERE + i % sources),
                    5_264);
            if (i % 20 == 0) net.pass(10);
        }
    }
}
