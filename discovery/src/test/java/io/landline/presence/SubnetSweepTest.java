package io.landline.presence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.beacon.UsableInterface;
import io.landline.beacon.UsableInterface.OwnAddress;
import io.landline.presence.VirtualNet.Node;
import io.landline.testing.Seed;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Looking for others by unicast when nobody is heard.
class SubnetSweepTest {
    private final VirtualNet net = new VirtualNet(Seed.random("SweepTest"), 0);

    // When

    @Test
    void afterThreeSecondsAloneTheNearest64AreAskedWithinSevenSecondsAndNeverMoreThanTenInASecond() {
        Node max = net.node("Max", 1).start();
        net.pass(2_900);
        assertEquals(0, unicasts(max));
        net.pass(7_100);
        assertTrue(unicasts(max) >= 64, "only " + unicasts(max));
        long before = unicasts(max);
        net.pass(1_000);
        assertEquals(10, unicasts(max) - before);
    }

    @Test
    void itIsMadeAgainAfterOneFiveAndThirtyMinutesAloneAndEachThirtyAfterThat() throws Exception {
        var sweep = new SubnetSweep();
        var cards = List.of(card("eth0", "192.168.1.2", 30));
        var asked = new ArrayList<Duration>();
        Duration end = Duration.ofMinutes(100);
        for (Duration now = Duration.ZERO; now.compareTo(end) < 0; now = now.plus(SubnetSweep.STEP)) {
            sweep.alone(true, now);
            if (sweep.claim(cards, now) != null) asked.add(now);
        }
        assertEquals(List.of(Duration.ofSeconds(3), Duration.ofMinutes(1), Duration.ofMinutes(5),
                Duration.ofMinutes(30), Duration.ofMinutes(60), Duration.ofMinutes(90)), asked);
    }

    @Test
    void whoeverIsNotAloneAsksNobody() {
        Node max = net.node("Max", 1).start();
        net.node("Mina", 1).start();
        net.pass(600_000);
        assertEquals(0, unicasts(max));
    }

    @Test
    void whoComesAndGoesAllTheTimeStartsNoMoreThanOneSweepAMinute() throws Exception {
        var sweep = new SubnetSweep();
        var cards = List.of(card("eth0", "192.168.1.2", 30));
        int asked = 0;
        for (Duration now = Duration.ZERO; now.compareTo(Duration.ofMinutes(10)) < 0; now = now
                .plus(SubnetSweep.STEP)) {
            sweep.alone(now.toSeconds() % 10 < 8, now);
            if (sweep.claim(cards, now) != null) asked++;
        }
        assertTrue(asked <= 10, asked + " sweeps in ten minutes");
    }

    @Test
    void anotherNetworkIsSweptAtOnce() throws Exception {
        var sweep = new SubnetSweep();
        sweep.alone(true, Duration.ZERO);
        sweep.claim(List.of(card("eth0", "192.168.1.2", 30)), Duration.ofSeconds(3));
        sweep.beginAnew();
        sweep.alone(true, Duration.ofSeconds(5));
        InetAddress next = sweep.claim(List.of(card("wlan0", "10.3.2.1", 30)), Duration.ofSeconds(8));
        assertEquals("10.3.2.2", next == null ? null : next.getHostAddress());
    }

    // What it finds

    @Test
    void whereBroadcastIsSwallowedTwoFindEachOtherInSeconds() {
        net.swallowsBroadcast = true;
        Node max = net.node("Max", 1).start();
        Node mina = net.node("Mina", 1).start();
        net.pass(5_000);
        long before = unicasts(max);
        stayListed(max, mina);
        assertEquals(before, unicasts(max), "whoever is listed ends the sweep");
    }

    @Test
    void aFirewallOnOneSideThatLetsOnlyAnswersInIsCrossed() {
        Node max = net.node("Max", 1).start();
        max.firewalled = true;
        Node mina = net.node("Mina", 1).start();
        net.pass(5_000);
        stayListed(max, mina);
    }

    @Test
    void firewallsOnBothSidesAreCrossedBecauseBothSweep() {
        Node max = net.node("Max", 1).start();
        max.firewalled = true;
        net.pass(15_000);
        Node mina = net.node("Mina", 1);
        mina.firewalled = true;
        mina.start();
        net.pass(75_000);
        stayListed(max, mina);
    }

    private void stayListed(Node max, Node mina) {
        assertTrue(max.listener.here().containsKey(mina.identity.fingerprint()), "Max sees Mina");
        assertTrue(mina.listener.here().containsKey(max.identity.fingerprint()), "Mina sees Max");
        net.pass(Duration.ofHours(1));
        assertFalse(max.listener.peerEvents().contains("left Mina SILENT"), "nobody flickers");
        assertFalse(mina.listener.peerEvents().contains("left Max SILENT"), "nobody flickers");
    }

    private static long unicasts(Node node) {
        return node.sent.stream().filter(each -> each.startsWith("announce") && !each.endsWith("all")).count();
    }

    private static UsableInterface card(String name, String address, int prefixBits) throws Exception {
        return new UsableInterface(name, 2, false, true,
                List.of(new OwnAddress(InetAddress.getByName(address), prefixBits, null)));
    }
}
