package io.landline.presence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.beacon.ListenOnlyNetworks;
import io.landline.beacon.UsableInterface;
import io.landline.presence.VirtualNet.Node;
import io.landline.presence.packet.Packet;
import io.landline.presence.packet.PacketCodec;
import io.landline.testing.Seed;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// A network in which we announce nothing and still find others.
class ListeningOnlyTest {
    /// The one network that there is, as each node names it.
    private static final ListenOnlyNetworks HERE = new ListenOnlyNetworks(Set.of("eth0 10.0.0.0/16"));

    private final VirtualNet net = new VirtualNet(Seed.random("ListeningOnlyTest"), 0);

    @Test
    void nothingIsSentWhereNobodyIs() throws Exception {
        Node max = quiet("Max");
        max.core.typed(List.of(InetAddress.getByName("10.0.0.77")), net.now());
        max.core.remembered(
                List.of(new RememberedPeer(net.node("Mina", 1).identity.fingerprint(),
                        List.of(VirtualNet.address(78)))),
                net.now());
        max.start();
        net.pass(Duration.ofHours(1));
        max.core.probe(VirtualNet.address(79));
        max.core.interfacesChanged(net.now());
        max.run();
        net.pass(10_000);
        max.core.leave();
        assertEquals(List.of(), max.sent);
    }

    @Test
    void whoAnnouncesIsFound() {
        Node max = quiet("Max").start();
        Node mina = net.node("Mina", 1).start();
        net.pass(100);
        assertTrue(max.listener.here().containsKey(mina.identity.fingerprint()));
        assertEquals(List.of(), mina.listener.peerEvents(), "Mina sees nobody");
        assertEquals(List.of(), max.sent);
    }

    @Test
    void whoWasThereBeforeIsFoundByAnAskThatDoesNotSayWhose() {
        Node mina = net.node("Mina", 1).start();
        net.pass(60_000);
        Node max = quiet("Max").start();
        net.pass(7_000);
        assertTrue(max.listener.here().containsKey(mina.identity.fingerprint()));
        assertEquals(List.of("ask 10.0.0.1"), max.sent.stream().distinct().toList());
        assertEquals(List.of(), mina.listener.peerEvents(), "Mina sees nobody");
    }

    @Test
    void anAskThatDoesNotSayWhoseNamesNeitherUsNorOurRun() throws Exception {
        Node max = quiet("Max");
        var ask = (Packet.Ask) PacketCodec.decode(max.packets.unnamedAsk(net.node("Mina", 1).identity.fingerprint()));
        assertFalse(ask.peer().equals(max.identity.fingerprint()));
        assertFalse(ask.run() == max.packets.run);
    }

    @Test
    void anAskForUsIsNotAnswered() {
        Node max = quiet("Max").start();
        Node mina = net.node("Mina", 1).start();
        net.pass(5_000);
        max.sent.clear();
        max.take(mina.packets.ask(max.identity.fingerprint()), mina.address, VirtualNet.SHARED_PORT);
        net.pass(1_000);
        assertEquals(List.of(), max.sent);
    }

    @Test
    void whoFallsSilentIsAskedAndGoneWhereNoAnswerComes() {
        Node max = quiet("Max").start();
        Node mina = net.node("Mina", 1).start();
        net.pass(5_000);
        mina.die();
        net.pass(Duration.ofMinutes(2));
        assertFalse(max.listener.here().containsKey(mina.identity.fingerprint()));
        assertTrue(max.sent.stream().allMatch(each -> each.startsWith("ask")), () -> max.sent.toString());
    }

    @Test
    void whoBeginsToListenOnlyFadesAndWhoEndsItIsSeenAtOnce() {
        Node max = net.node("Max", 2).start();
        Node mina = net.node("Mina", 1).start();
        net.pass(5_000);
        max.core.listenOnly(HERE, net.now());
        max.run();
        net.pass(Duration.ofMinutes(2));
        assertFalse(mina.listener.here().containsKey(max.identity.fingerprint()), "faded");
        max.core.listenOnly(ListenOnlyNetworks.NOWHERE, net.now());
        max.run();
        net.pass(100);
        assertTrue(mina.listener.here().containsKey(max.identity.fingerprint()), "seen again");
    }

    /// A computer that is carried into the network, or whose cable is plugged in: the next look at the interfaces may
    /// be a second away.
    @Test
    void nobodyIsAnsweredInTheNetworkBeforeItIsKnownThatWeAreThere() throws Exception {
        Node max = net.node("Max", 2);
        Node mina = net.node("Mina", 1);
        max.core.listenOnly(new ListenOnlyNetworks(Set.of("eth0 10.9.0.0/16")), net.now());
        max.start();
        net.pass(2_000);
        max.sent.clear();
        InetAddress there = InetAddress.getByName("10.9.0.2");
        max.interfacesNow = List.of(new UsableInterface("eth0", 1, false, true,
                List.of(new UsableInterface.OwnAddress(InetAddress.getByName("10.9.0.1"), 16, null))));
        max.take(mina.packets.announce(Duration.ofSeconds(6)), there, 5_264);
        max.take(mina.packets.ask(max.identity.fingerprint()), there, VirtualNet.SHARED_PORT);
        max.core.probe(there);
        net.pass(400);
        assertEquals(List.of(), max.sent);
    }

    private Node quiet(String name) {
        Node node = net.node(name, 2);
        node.core.listenOnly(HERE, net.now());
        return node;
    }
}
