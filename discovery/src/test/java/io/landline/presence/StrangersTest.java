package io.landline.presence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.identity.Identity;
import io.landline.presence.VirtualNet.Node;
import io.landline.presence.packet.Packet;
import io.landline.presence.packet.PacketCodec;
import io.landline.presence.packet.PacketKind;
import io.landline.testing.Seed;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A stranger hears every packet, sends any packet from any address, and wants two friends not to see each other.
class StrangersTest {
    private static final InetAddress ELSEWHERE = VirtualNet.address(9_999);
    private static final Duration NEXT = Duration.ofSeconds(6);

    private final VirtualNet net = new VirtualNet(Seed.random("StrangersTest"), 0);

    @Test
    void anAskInAFriendsNameFromElsewhereKeepsNoAnswerFromTheFriend() {
        Node max = net.node("Max", 1).start();
        net.pass(10_000);
        Node mina = net.node("Mina", 1);
        byte[] asksAsMina = PacketCodec.ask(max.identity.fingerprint(), mina.identity.fingerprint(), 1);
        for (int i = 0; i < 60; i++) {
            if (i == 10) mina.start();
            max.take(asksAsMina, ELSEWHERE, 5_264);
            net.pass(51);
        }
        assertTrue(mina.listener.lists(max.identity.fingerprint()));
    }

    @Test
    void aStillInAFriendsNameFromElsewhereKeepsNoAskFromTheFriend() {
        Node mina = net.node("Mina", 1).start();
        net.pass(10_000);
        Node max = net.node("Max", 1);
        max.firewalled = true; // what Mina broadcasts reaches Max only as the test has it
        max.start();
        net.pass(5_000);
        max.core.forget(mina.identity.fingerprint(), net.now());
        byte[] still = PacketCodec.still(mina.identity.fingerprint(), 1, 1, NEXT);
        for (int i = 0; i < 60; i++) {
            max.take(still, ELSEWHERE, 5_264);
            if (i == 10) max.take(still, mina.address, 5_264);
            net.pass(51);
        }
        assertTrue(max.listener.lists(mina.identity.fingerprint()));
    }

    @Test
    void anAnnounceThatIsPlayedBackFromManyAddressesDoesNotPushOutTheTrueOne() {
        Node max = net.node("Max", 1).start();
        Node mina = net.node("Mina", 1).start();
        net.pass(3_000);
        byte[] announce = mina.packets.announce(NEXT);
        byte[] hastens = PacketCodec.still(mina.identity.fingerprint(), 1, 1, Packet.NEXT_MIN);
        for (int i = 0; i < 2_000; i++) {
            max.take(announce, VirtualNet.address(1_000 + i % 50), 5_264);
            if (i % 10 == 0) max.take(hastens, VirtualNet.address(1_000), 5_264);
            net.pass(10);
            assertTrue(knows(max, mina), "after " + i);
        }
        long told = max.listener.peerEvents().stream().filter(each -> each.startsWith("changed")).count();
        assertTrue(told < 50, told + " changes told");
    }

    @Test
    void whoMovesToAnotherAddressIsKnownThereThoughAllPlacesWereTaken() {
        Node max = net.node("Max", 1).start();
        Node mina = net.node("Mina", 1).start();
        net.pass(3_000);
        byte[] announce = mina.packets.announce(NEXT);
        for (int i = 0; i < PeerRow.PLACES_MAX; i++) max.take(announce, VirtualNet.address(1_000 + i), 5_264);
        mina.die();
        for (int i = 0; i < 30; i++) {
            max.take(announce, ELSEWHERE, 5_264);
            net.pass(1_000);
        }
        assertTrue(max.listener.here()
                .get(mina.identity.fingerprint())
                .endpoints()
                .stream()
                .anyMatch(each -> each.address().equals(ELSEWHERE)));
    }

    @Test
    void aForgedStillFromAnotherPortMakesNobodyVanish() {
        Node max = net.node("Max", 1).start();
        Node mina = net.node("Mina", 1).start();
        for (int i = 0; i < 400; i++) { // in a crowd Mina speaks once in 40 s
            byte[] announce = announceOf(Identity.generate());
            max.take(announce, VirtualNet.address(2_000 + i), 5_264);
            mina.take(announce, VirtualNet.address(2_000 + i), 5_264);
            net.pass(20);
        }
        net.pass(90_000);
        byte[] forged = PacketCodec.still(mina.identity.fingerprint(), 1, 1, Packet.NEXT_MIN);
        for (int i = 0; i < 10; i++) {
            max.take(forged, mina.address, 40_000);
            net.pass(10_000);
        }
        assertEquals(List.of(), max.listener.peerEvents().stream().filter("left Mina SILENT"::equals).toList());
    }

    @Test
    void strangersAtAFriendsAddressTakeNoPlaceFromTheFriend() {
        Node max = net.node("Max", 1);
        Node mina = net.node("Mina", 1);
        max.core.remembered(List.of(met(mina)), net.now());
        max.start();
        for (int i = 0; i < PeerTable.ROWS_PER_ADDRESS_MAX; i++) {
            max.take(announceOf(Identity.generate()), mina.address, 5_264);
            net.pass(100);
        }
        net.pass(3_000);
        mina.start();
        net.pass(3_000);
        assertTrue(max.listener.lists(mina.identity.fingerprint()));
    }

    @Test
    void aTableFullOfStrangersThatSpeakSeldomHasAPlaceForAFriend() {
        Node max = net.node("Max", 1);
        Node mina = net.node("Mina", 1).start();
        net.pass(5_000);
        max.core.remembered(List.of(met(mina)), net.now());
        mina.plugged = false;
        max.start();
        for (int i = 0; i < PeerTable.ROWS_MAX; i++) {
            max.take(announceOf(Identity.generate()), VirtualNet.address(2_000 + i), 5_264);
            net.pass(10);
        }
        net.pass(10_000);
        assertEquals(PeerTable.ROWS_MAX, max.listener.count());
        mina.plugged = true;
        net.pass(Duration.ofSeconds(20));
        assertTrue(max.listener.lists(mina.identity.fingerprint()), "by Mina's still, an ask and a reply");
        assertEquals(PeerTable.ROWS_MAX, max.listener.count());
        max.take(announceOf(Identity.generate()), VirtualNet.address(9_000), 5_264);
        net.pass(5_000);
        assertTrue(max.listener.lists(mina.identity.fingerprint()));
    }

    private static boolean knows(Node one, Node other) {
        return one.listener.here()
                .get(other.identity.fingerprint())
                .endpoints()
                .stream()
                .anyMatch(each -> each.address().equals(other.address));
    }

    private static byte[] announceOf(Identity stranger) {
        return PacketCodec.announcement(PacketKind.ANNOUNCE, stranger, 1, 1, Node.own("Stranger"), Packet.NEXT_MAX);
    }

    private static RememberedPeer met(Node node) {
        return new RememberedPeer(node.identity.fingerprint(), List.of(node.address));
    }
}
