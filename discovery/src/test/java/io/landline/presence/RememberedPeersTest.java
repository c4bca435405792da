package io.landline.presence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.identity.Identity;
import io.landline.peer.Fingerprint;
import io.landline.presence.VirtualNet.Node;
import io.landline.testing.Seed;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Asking for those whom we met before, where that was.
class RememberedPeersTest {
    private final VirtualNet net = new VirtualNet(Seed.random("RememberedPeersTest"), 0);

    @Test
    void whereBroadcastIsSwallowedOneIsFoundWhereItWasMetBeforeAnySweep() {
        net.swallowsBroadcast = true;
        Node max = net.node("Max", 1);
        Node mina = net.node("Mina", 1).start();
        max.core.remembered(List.of(met(mina)), net.now());
        max.start();
        net.pass(700);
        assertTrue(max.listener.here().containsKey(mina.identity.fingerprint()));
    }

    @Test
    void firewallsOnBothSidesAreCrossedWhereBothRememberEachOther() {
        net.swallowsBroadcast = true;
        Node max = firewalled("Max");
        Node mina = firewalled("Mina");
        max.core.remembered(List.of(met(mina)), net.now());
        mina.core.remembered(List.of(met(max)), net.now());
        max.start();
        mina.start();
        net.pass(2_900);
        assertTrue(max.listener.here().containsKey(mina.identity.fingerprint()), "Max sees Mina");
        assertTrue(mina.listener.here().containsKey(max.identity.fingerprint()), "Mina sees Max");
    }

    @Test
    void whoeverIsListedIsNotAsked() {
        Node max = net.node("Max", 1);
        Node mina = net.node("Mina", 1).start();
        max.core.remembered(List.of(met(mina)), net.now());
        max.start();
        net.pass(10_000);
        assertEquals(0, max.sent("ask 10.0.0.2"));
    }

    @Test
    void whoDoesNotAnswerIsAskedTwiceAndThenOnlyWhenWeAreAlone() {
        Node max = net.node("Max", 1);
        net.node("Company", 1).start();
        max.core.remembered(List.of(new RememberedPeer(stranger(), List.of(VirtualNet.address(99)))), net.now());
        max.start();
        net.pass(Duration.ofHours(1));
        assertEquals(2, rounds(max, 99));
    }

    @Test
    void whoIsAloneAsksAgainWithEachSweep() {
        Node max = net.node("Max", 1);
        max.core.remembered(List.of(new RememberedPeer(stranger(), List.of(VirtualNet.address(60_000)))), net.now());
        max.start();
        net.pass(Duration.ofMinutes(29));
        assertEquals(2 + 3, rounds(max, 60_000), "twice after the start; with the sweeps after 3 s, 1 and 5 minutes");
    }

    @Test
    void anotherNetworkIsAskedAnew() {
        Node max = net.node("Max", 1);
        net.node("Company", 1).start();
        max.core.remembered(List.of(new RememberedPeer(stranger(), List.of(VirtualNet.address(99)))), net.now());
        max.start();
        net.pass(10_000);
        max.core.interfacesChanged(net.now());
        max.run();
        net.pass(10_000);
        assertEquals(4, rounds(max, 99));
    }

    @Test
    void noMoreThanTenAddressesASecondAreAsked() {
        Node max = net.node("Max", 1);
        net.node("Company", 1).start();
        max.core.remembered(crowd(RememberedPeers.PEERS_MAX), net.now());
        max.start();
        for (int second = 0; second < 15; second++) {
            long before = max.sent("ask");
            net.pass(1_000);
            long asks = (max.sent("ask") - before) / 2; // from the own and from the shared port
            assertTrue(asks <= PeerSearch.NEW_ADDRESSES_PER_SECOND_MAX, asks + " in one second");
        }
    }

    @Test
    void thoseBeyondTheLimitAreNotAsked() {
        Node max = net.node("Max", 1);
        net.node("Company", 1).start();
        max.core.remembered(crowd(RememberedPeers.PEERS_MAX + 1), net.now());
        max.start();
        net.pass(20_000);
        assertEquals(2, rounds(max, 100 + RememberedPeers.PEERS_MAX - 1));
        assertEquals(0, rounds(max, 100 + RememberedPeers.PEERS_MAX));
    }

    @Test
    void anAddressOfTheInternetAndOneThatIsOursByNowAreNotAsked() throws Exception {
        Node max = net.node("Max", 1);
        net.node("Company", 1).start();
        max.core.remembered(
                List.of(new RememberedPeer(stranger(), List.of(InetAddress.getByName("198.51.100.7"), max.address))),
                net.now());
        max.start();
        net.pass(10_000);
        assertFalse(max.sent.stream().anyMatch(each -> each.startsWith("ask")), () -> max.sent.toString());
    }

    private Node firewalled(String name) {
        Node node = net.node(name, 1);
        node.firewalled = true;
        return node;
    }

    private static long rounds(Node node, int host) {
        // from the own and from the shared port
        return node.sent("ask " + VirtualNet.address(host).getHostAddress()) / 2;
    }

    private static List<RememberedPeer> crowd(int peers) {
        var crowd = new ArrayList<RememberedPeer>();
        for (int i = 0; i < peers; i++) crowd.add(new RememberedPeer(stranger(), List.of(VirtualNet.address(100 + i))));
        return crowd;
    }

    private static RememberedPeer met(Node node) {
        return new RememberedPeer(node.identity.fingerprint(), List.of(node.address));
    }

    private static Fingerprint stranger() {
        return Identity.generate().fingerprint();
    }
}
