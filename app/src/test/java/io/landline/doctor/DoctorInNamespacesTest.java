package io.landline.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.fixture.LanNodes;
import io.landline.fixture.LanNodes.Said;
import io.landline.process.NodeProcess;
import io.landline.testing.NamespaceLan;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The command `doctor` on a computer of its own, in networks that are broken in one way each.
class DoctorInNamespacesTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private NodeProcess bob(NamespaceLan lan, String key) throws IOException, InterruptedException {
        NodeProcess bob = new LanNodes(folder).startIn(lan, 2, "Bob", LanNodes.ROOM, key);
        assertNotNull(bob.await("ready", _ -> true, PATIENCE));
        return bob;
    }

    /// Runs the doctor on the first computer.
    private Said doctor(NamespaceLan lan, String... more) throws IOException {
        return new LanNodes(folder).doctor(lan, 1, "Ada", more);
    }

    private static void assertSays(Said said, Code code, State state) {
        String finding = said.findings().get(code.word());
        assertNotNull(finding, () -> code + " is missing in " + said);
        assertTrue(finding.startsWith(state.word() + ": "), () -> code + " in " + said);
    }

    @Test
    void wherePeersMeetNothingIsBad() throws Exception {
        try (var lan = NamespaceLan.of(2); NodeProcess _ = bob(lan, LanNodes.KEY)) {
            Said said = doctor(lan, "--peer", lan.address(2));
            assertEquals(0, said.exitCode(), said::toString);
            for (Code code : List.of(Code.NO_INTERFACE, Code.PORT_TAKEN, Code.UDP_OUT_BLOCKED, Code.FIREWALL_HERE, Code.NO_BROADCAST,
                    Code.NO_MULTICAST, Code.UDP_IN_BLOCKED, Code.VPN_ROUTE, Code.OTHER_SUBNET, Code.ISOLATION, Code.NOT_FOUND,
                    Code.OTHER_VERSION, Code.OTHER_ROOM, Code.KEY_DIFFERS, Code.IDENTITY_TWICE, Code.CLOCK_OFF)) {
                assertSays(said, code, State.OK);
            }
            String calledBack = said.findings().get(Code.FIREWALL_HERE.word());
            assertTrue(calledBack.contains("TCP port 5263 came in") && calledBack.matches(".*UDP port 52\\d\\d came in.*"), calledBack);
        }
    }

    @Test
    void aFirewallThereThatDropsUdpIsNamedAndKeepsNobodyOutWhereTcpGetsIn() throws Exception {
        try (var lan = NamespaceLan.of(2); NodeProcess _ = bob(lan, LanNodes.KEY)) {
            lan.firewall(2, "add rule inet lan i meta l4proto udp drop");
            Said said = doctor(lan, "--peer", lan.address(2));
            assertEquals(0, said.exitCode(), said::toString);
            assertSays(said, Code.UDP_IN_BLOCKED, State.NOTE);
            assertSays(said, Code.FIREWALL_HERE, State.OK);
        }
    }

    @Test
    void aFirewallThereThatDropsAllIsToldFromAComputerThatIsOff() throws Exception {
        try (var lan = NamespaceLan.of(2)) {
            lan.blockInbound(2);
            Said said = doctor(lan, "--peer", lan.address(2));
            assertEquals(1, said.exitCode(), said::toString);
            assertSays(said, Code.UDP_IN_BLOCKED, State.BAD);
            assertSays(said, Code.ISOLATION, State.OK);
        }
    }

    @Test
    void aFirewallHereThatDropsTcpAloneIsSeenByTheOtherComputer() throws Exception {
        try (var lan = NamespaceLan.of(2); NodeProcess _ = bob(lan, LanNodes.KEY)) {
            lan.firewall(1, "add rule inet lan i tcp dport " + LanNodes.PORT + " ct state new drop");
            Said said = doctor(lan, "--peer", lan.address(2));
            assertSays(said, Code.FIREWALL_HERE, State.NOTE);
            assertTrue(said.findings().get(Code.FIREWALL_HERE.word()).contains("got no answer"), said::toString);
            assertTrue(said.findings().get(Code.FIREWALL_HERE.word()).contains("came in"), said::toString);
            assertEquals(0, said.exitCode(), said::toString);
        }
    }

    @Test
    void aComputerThatIsOffLooksLikeIsolation() throws Exception {
        try (var lan = NamespaceLan.of(2)) {
            Said said = doctor(lan, "--peer", "10.77.0.99");
            assertEquals(1, said.exitCode(), said::toString);
            assertSays(said, Code.ISOLATION, State.BAD);
            assertTrue(said.findings().get("isolation").contains("Either"), said::toString);
        }
    }

    @Test
    void aComputerWithoutLandlineRefusesAndIsNotBlamedOnAFirewall() throws Exception {
        try (var lan = NamespaceLan.of(2)) {
            Said said = doctor(lan, "--peer", lan.address(2));
            assertEquals(1, said.exitCode(), said::toString);
            assertSays(said, Code.NOT_FOUND, State.BAD);
            assertSays(said, Code.UDP_IN_BLOCKED, State.UNKNOWN);
            assertSays(said, Code.ISOLATION, State.OK);
        }
    }

    @Test
    void anotherSubnetIsANoteWhereThePeerIsReached() throws Exception {
        try (var lan = NamespaceLan.ofTwoSubnets(2); NodeProcess _ = bob(lan, LanNodes.KEY)) {
            Said said = doctor(lan, "--peer", lan.address(2));
            assertEquals(0, said.exitCode(), said::toString);
            assertSays(said, Code.OTHER_SUBNET, State.NOTE);
            assertSays(said, Code.KEY_DIFFERS, State.OK);
        }
    }

    @Test
    void anotherKeyIsBad() throws Exception {
        try (var lan = NamespaceLan.of(2); NodeProcess _ = bob(lan, "amber fox piano lake")) {
            Said said = doctor(lan, "--peer", lan.address(2));
            assertEquals(1, said.exitCode(), said::toString);
            assertSays(said, Code.KEY_DIFFERS, State.BAD);
            assertSays(said, Code.NOT_FOUND, State.OK);
        }
    }

    @Test
    void whereBroadcastIsHeldBackHereMulticastIsSeenToGo() throws Exception {
        try (var lan = NamespaceLan.of(1)) {
            lan.firewall(1, "add rule inet lan o ip daddr { 255.255.255.255, 10.77.0.255 } drop");
            Said said = doctor(lan);
            assertEquals(0, said.exitCode(), said::toString);
            assertSays(said, Code.NO_BROADCAST, State.NOTE);
            assertSays(said, Code.NO_MULTICAST, State.OK);
        }
    }

    @Test
    void aFirewallHereIsSeenByWhatDoesNotComeBack() throws Exception {
        try (var lan = NamespaceLan.of(1)) {
            lan.blockInbound(1);
            Said said = doctor(lan);
            assertEquals(1, said.exitCode(), said::toString);
            assertSays(said, Code.FIREWALL_HERE, State.BAD);
            assertSays(said, Code.UDP_OUT_BLOCKED, State.OK);
        }
    }

    @Test
    void aRunningNodeIsAsked() throws Exception {
        try (var lan = NamespaceLan.of(2);
                NodeProcess _ = bob(lan, LanNodes.KEY);
                NodeProcess ada = new LanNodes(folder).start(lan, 1, "Ada")) {
            assertNotNull(ada.await("joined", _ -> true, PATIENCE));
            Said said = doctor(lan, "--peer", lan.address(2));
            assertEquals(0, said.exitCode(), said::toString);
            assertSays(said, Code.KEY_DIFFERS, State.OK);
            assertSays(said, Code.UDP_IN_BLOCKED, State.OK);
        }
    }
}
