package io.landline.doctor;

import static io.landline.doctor.Examinations.ADA;
import static io.landline.doctor.Examinations.BOB;
import static io.landline.doctor.Examinations.beside;
import static io.landline.doctor.Examinations.doctor;
import static io.landline.doctor.Examinations.said;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.fixture.LanNodes;
import io.landline.fixture.LanNodes.DoctorOutput;
import io.landline.testing.NamespaceLan;
import io.landline.testing.Patience;
import io.landline.testing.StartsPrograms;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/// The command `doctor` on a computer of its own, in networks that are broken in one way each (H91, H92). Each network
/// is apart from the others, and a doctor mostly waits: several examinations go on at once, and the tests look at what
/// they said. So nothing else runs beside it.
@Isolated
@StartsPrograms
class DoctorInNamespacesTest {
    /// Each starts two JVMs; more at once would make the doctor's own deadlines tight on a machine of two cores. The
    /// first four mostly wait.
    private static final int AT_ONCE = 8;
    /// In the subnet that [NamespaceLan] makes for IPv6.
    private static final String BOB_6 = "fd77::2";

    @TempDir
    private static Path folder;
    private static Examinations examinations;
    private static Future<Twice> peersMeet;
    private static Future<DoctorOutput> udpDroppedThere;
    private static Future<DoctorOutput> allDroppedThere;
    private static Future<DoctorOutput> tcpDroppedHere;
    private static Future<DoctorOutput> computerOff;
    private static Future<DoctorOutput> noLandlineThere;
    private static Future<DoctorOutput> twoSubnets;
    private static Future<DoctorOutput> otherKey;
    private static Future<DoctorOutput> broadcastDroppedHere;
    private static Future<DoctorOutput> allDroppedHere;
    private static Future<DoctorOutput> ipv6DroppedHere;
    private static Future<DoctorOutput> cutOffJustNow;
    private static Future<DoctorOutput> cutOffAWhileAgo;
    private static Future<DoctorOutput> cutOffFromARunningNode;
    private static Future<DoctorOutput> cutOffWithConnections;
    private static Future<DoctorOutput> allDroppedThereAndKnown;
    private static Future<DoctorOutput> peersMeetByIpv6;
    private static Future<DoctorOutput> firstCopiesAreLost;
    private static Future<DoctorOutput> othersWithoutLandline;
    private static Future<DoctorOutput> ownAddress;
    private static Future<DoctorOutput> forbiddenThere;

    /// What the doctor says with a node of its own, and what it says when it asks one that runs.
    private record Twice(DoctorOutput alone, DoctorOutput asking) {}

    @BeforeAll
    static void begin() {
        examinations = new Examinations(folder, AT_ONCE);
        cutOffJustNow = examinations.begin("cut-off-just-now", () -> NamespaceLan.of(2), (lan, nodes) -> {
            KnownNeighbour.answersAreGoodFor(lan, Duration.ofMinutes(10)); // no verdict of the system comes in time
            KnownNeighbour.meetOnTheLink(lan);
            lan.linkDown(2);
            return doctor(lan, nodes, "--peer", lan.address(2));
        });
        cutOffAWhileAgo = examinations.begin("cut-off-a-while-ago", () -> NamespaceLan.of(2), (lan, nodes) -> {
            KnownNeighbour.answersAreGoodFor(lan, Duration.ofSeconds(1));
            KnownNeighbour.meetOnTheLink(lan);
            lan.linkDown(2);
            return doctor(lan, nodes, "--peer", lan.address(2));
        });
        cutOffFromARunningNode = examinations.beginWithBob("cut-off-from-a-running-node", () -> NamespaceLan.of(2),
                (lan, nodes) -> beside(nodes.startIn(lan, 1, ADA, null, null), node -> {
                    assertNotNull(node.await("joined", _ -> true, Patience.OF_PROGRAMS));
                    lan.linkDown(2);
                    return doctor(lan, nodes, "--peer", lan.address(2));
                }));
        cutOffWithConnections = examinations.begin("cut-off-with-connections", () -> NamespaceLan.of(2),
                (lan, nodes) -> {
                    KnownNeighbour.answersAreGoodFor(lan, Duration.ofSeconds(1));
                    try (IdleConnections.Sending sending = IdleConnections.between(lan)) {
                        lan.linkDown(2);
                        sending.begin();
                        return doctor(lan, nodes, "--peer", lan.address(2));
                    }
                });
        allDroppedThereAndKnown = examinations.begin("all-dropped-there-and-known", () -> NamespaceLan.of(2),
                (lan, nodes) -> {
                    lan.blockInbound(2);
                    KnownNeighbour.answersAreGoodFor(lan, Duration.ofSeconds(1));
                    KnownNeighbour.meetOnTheLink(lan);
                    return doctor(lan, nodes, "--peer", lan.address(2));
                });
        peersMeet = examinations.beginWithBob("peers-meet", () -> NamespaceLan.of(2), (lan, nodes) -> {
            DoctorOutput alone = doctor(lan, nodes, "--peer", lan.address(2));
            return beside(nodes.startIn(lan, 1, ADA, null, null), node -> {
                assertNotNull(node.await("joined", _ -> true, Patience.OF_PROGRAMS));
                return new Twice(alone, doctor(lan, nodes, "--peer", lan.address(2)));
            });
        });
        computerOff = examinations.begin("computer-off", () -> NamespaceLan.of(2),
                (lan, nodes) -> doctor(lan, nodes, "--peer", "10.77.0.99"));
        allDroppedThere = examinations.begin("all-dropped-there", () -> NamespaceLan.of(2), (lan, nodes) -> {
            lan.blockInbound(2);
            return doctor(lan, nodes, "--peer", lan.address(2));
        });
        noLandlineThere = examinations.begin("no-landline-there", () -> NamespaceLan.of(2),
                (lan, nodes) -> doctor(lan, nodes, "--peer", lan.address(2)));
        udpDroppedThere = examinations.beginWithBob("udp-dropped-there", () -> NamespaceLan.of(2), (lan, nodes) -> {
            lan.firewall(2, "add rule inet lan i meta l4proto udp drop");
            return doctor(lan, nodes, "--peer", lan.address(2));
        });
        tcpDroppedHere = examinations.beginWithBob("tcp-dropped-here", () -> NamespaceLan.of(2), (lan, nodes) -> {
            lan.firewall(1, "add rule inet lan i tcp dport " + LanNodes.PORT + " ct state new drop");
            return doctor(lan, nodes, "--peer", lan.address(2));
        });
        twoSubnets = examinations.beginWithBob("two-subnets", () -> NamespaceLan.ofTwoSubnets(2),
                (lan, nodes) -> doctor(lan, nodes, "--peer", lan.address(2)));
        otherKey = examinations.begin("other-key", () -> NamespaceLan.of(2), (lan, nodes) -> {
            examinations.giveAda(nodes);
            return beside(nodes.startIn(lan, 2, BOB, LanNodes.ROOM, "amber fox piano lake"),
                    _ -> doctor(lan, nodes, "--peer", lan.address(2)));
        });
        peersMeetByIpv6 = examinations.beginWithBob("peers-meet-by-ipv6", () -> ofIpv6(2),
                (lan, nodes) -> doctor(lan, nodes, "--peer", BOB_6));
        firstCopiesAreLost = examinations.begin("first-copies-are-lost", () -> ofIpv6(1), (lan, nodes) -> {
            // the doctor's own datagram has eight bytes, and 56 with its headers: one stays below the quota
            lan.firewall(1, "add rule inet lan i ip6 daddr ff12::/16 udp length 16 quota until 100 bytes drop");
            return doctor(lan, nodes);
        });
        othersWithoutLandline = examinations.begin("others-without-landline", () -> NamespaceLan.of(2),
                (lan, nodes) -> {
                    KnownNeighbour.meetOnTheLink(lan);
                    return doctor(lan, nodes);
                });
        forbiddenThere = examinations.begin("forbidden-there", () -> NamespaceLan.of(2), (lan, nodes) -> {
            lan.firewall(2, "add rule inet lan i reject with icmpx admin-prohibited");
            return doctor(lan, nodes, "--peer", lan.address(2));
        });
        ownAddress = examinations.begin("own-address", () -> NamespaceLan.of(1),
                (lan, nodes) -> doctor(lan, nodes, "--peer", lan.address(1)));
        broadcastDroppedHere = examinations.begin("broadcast-dropped-here", () -> NamespaceLan.of(1), (lan, nodes) -> {
            lan.firewall(1, "add rule inet lan o ip daddr { 255.255.255.255, 10.77.0.255 } drop");
            return doctor(lan, nodes);
        });
        allDroppedHere = examinations.begin("all-dropped-here", () -> NamespaceLan.of(1), (lan, nodes) -> {
            lan.blockInbound(1);
            return doctor(lan, nodes);
        });
        ipv6DroppedHere = examinations.begin("ipv6-dropped-here", () -> ofIpv6(1), (lan, nodes) -> {
            lan.blockInbound(1);
            return doctor(lan, nodes);
        });
    }

    @AfterAll
    static void end() {
        examinations.close();
    }

    private static NamespaceLan ofIpv6(int peers) {
        NamespaceLan lan = NamespaceLan.of(peers);
        for (int peer = 1; peer <= peers; peer++) lan.cards(peer).onlyIpv6();
        return lan;
    }

    private static void assertSays(DoctorOutput said, FindingCode code, FindingState state) {
        String finding = said.findings().get(code.word());
        assertNotNull(finding, () -> code + " is missing in " + said);
        assertTrue(finding.startsWith(state.word() + ": "), () -> code + " in " + said);
    }

    @Test
    void wherePeersMeetNothingIsBad() throws Exception {
        DoctorOutput said = said(peersMeet).alone();
        assertEquals(0, said.exitCode(), said::toString);
        for (FindingCode code : FindingCode.values()) assertSays(said, code, FindingState.OK);
        String calledBack = said.findings().get(FindingCode.FIREWALL_HERE.word());
        assertTrue(calledBack.contains("TCP port 5263 came in") && calledBack.matches(".*UDP port 52\\d\\d came in.*"),
                calledBack);
    }

    @Test
    void aFirewallThereThatDropsUdpIsNamedAndKeepsNobodyOutWhereTcpGetsIn() throws Exception {
        DoctorOutput said = said(udpDroppedThere);
        assertEquals(0, said.exitCode(), said::toString);
        assertSays(said, FindingCode.UDP_IN_BLOCKED, FindingState.NOTE);
        assertSays(said, FindingCode.FIREWALL_HERE, FindingState.OK);
    }

    @Test
    void aFirewallThereThatDropsAllIsToldFromAComputerThatIsOff() throws Exception {
        DoctorOutput said = said(allDroppedThere);
        assertEquals(1, said.exitCode(), said::toString);
        assertSays(said, FindingCode.UDP_IN_BLOCKED, FindingState.BAD);
        assertSays(said, FindingCode.ISOLATION, FindingState.OK);
    }

    @Test
    void aFirewallHereThatDropsTcpAloneIsSeenByTheOtherComputer() throws Exception {
        DoctorOutput said = said(tcpDroppedHere);
        assertSays(said, FindingCode.FIREWALL_HERE, FindingState.NOTE);
        assertTrue(said.findings().get(FindingCode.FIREWALL_HERE.word()).contains("got no answer"), said::toString);
        assertTrue(said.findings().get(FindingCode.FIREWALL_HERE.word()).contains("came in"), said::toString);
        assertEquals(0, said.exitCode(), said::toString);
    }

    @Test
    void aComputerThatIsOffLooksLikeIsolation() throws Exception {
        DoctorOutput said = said(computerOff);
        assertEquals(1, said.exitCode(), said::toString);
        assertSays(said, FindingCode.ISOLATION, FindingState.BAD);
        assertTrue(said.findings().get("isolation").contains("Either"), said::toString);
    }

    /// Nothing that was known before counts as an answer.
    private static void assertBlamesNobody(DoctorOutput said) {
        assertEquals(1, said.exitCode(), said::toString);
        assertSays(said, FindingCode.UDP_IN_BLOCKED, FindingState.UNKNOWN);
        assertSays(said, FindingCode.NOT_FOUND, FindingState.BAD);
        for (FindingCode code : List.of(FindingCode.UDP_IN_BLOCKED, FindingCode.ISOLATION, FindingCode.NOT_FOUND)) {
            String finding = said.findings().get(code.word());
            assertFalse(finding.matches(".*10\\.77\\.0\\.2 is (on|here).*") || finding.contains("firewall there"),
                    finding);
        }
    }

    @Test
    void aComputerThatWasCutOffJustNowIsNotCalledOn() throws Exception {
        DoctorOutput said = said(cutOffJustNow);
        assertBlamesNobody(said);
        assertSays(said, FindingCode.ISOLATION, FindingState.UNKNOWN);
    }

    @Test
    void theSystemsOwnVerdictOnAComputerThatWasCutOffIsAwaited() throws Exception {
        DoctorOutput said = said(cutOffAWhileAgo);
        assertBlamesNobody(said);
        assertSays(said, FindingCode.ISOLATION, FindingState.BAD);
    }

    @Test
    void aSessionFromBeforeACutIsNoSignOfLife() throws Exception {
        DoctorOutput said = said(cutOffFromARunningNode);
        assertBlamesNobody(said);
        assertSays(said, FindingCode.OTHER_ROOM, FindingState.UNKNOWN);
    }

    @Test
    void aReceiptFromBeforeACutThatTheSystemNotesLaterIsNoSignOfLife() throws Exception {
        DoctorOutput said = said(cutOffWithConnections);
        assertBlamesNobody(said);
        assertSays(said, FindingCode.ISOLATION, FindingState.UNKNOWN);
    }

    @Test
    void aFirewallThatDropsAllIsToldWhereTheComputerWasKnownBefore() throws Exception {
        DoctorOutput said = said(allDroppedThereAndKnown);
        assertEquals(1, said.exitCode(), said::toString);
        assertSays(said, FindingCode.UDP_IN_BLOCKED, FindingState.BAD);
        assertSays(said, FindingCode.ISOLATION, FindingState.OK);
    }

    @Test
    void aComputerWithoutLandlineRefusesAndIsNotBlamedOnAFirewall() throws Exception {
        DoctorOutput said = said(noLandlineThere);
        assertEquals(1, said.exitCode(), said::toString);
        assertSays(said, FindingCode.NOT_FOUND, FindingState.BAD);
        assertSays(said, FindingCode.UDP_IN_BLOCKED, FindingState.UNKNOWN);
        assertSays(said, FindingCode.ISOLATION, FindingState.OK);
    }

    @Test
    void whereOthersAnswerOnTheLinkAndNobodyIsHeardALookAroundIsNext() throws Exception {
        DoctorOutput said = said(othersWithoutLandline);
        assertSays(said, FindingCode.UDP_IN_BLOCKED, FindingState.UNKNOWN);
        String heard = said.findings().get(FindingCode.UDP_IN_BLOCKED.word());
        assertTrue(heard.contains("others answered on the link: 10.77.0.2."), heard);
        String next = said.remedies().get(FindingCode.UDP_IN_BLOCKED.word());
        assertTrue(next.matches(".*: landline --profile \\S+/Ada peers --look-around, or .*"), next);
    }

    @Test
    void anAddressOfThisComputerIsSaidToBeOne() throws Exception {
        DoctorOutput said = said(ownAddress);
        assertEquals(0, said.exitCode(), said::toString);
        assertSays(said, FindingCode.NOT_FOUND, FindingState.NOTE);
        assertTrue(said.findings().get("not-found").contains("10.77.0.1 is an address of this very computer"),
                said::toString);
        assertSays(said, FindingCode.UDP_IN_BLOCKED, FindingState.UNKNOWN);
    }

    @Test
    void aFirewallThereThatForbidsAllIsToldFromAComputerWithoutLandline() throws Exception {
        DoctorOutput said = said(forbiddenThere);
        assertEquals(1, said.exitCode(), said::toString);
        assertSays(said, FindingCode.UDP_IN_BLOCKED, FindingState.BAD);
        assertSays(said, FindingCode.ISOLATION, FindingState.OK);
        assertTrue(said.findings().get("not-found").contains("a firewall there, or on this computer, forbids"),
                said::toString);
    }

    @Test
    void anotherSubnetIsANoteWhereThePeerIsReached() throws Exception {
        DoctorOutput said = said(twoSubnets);
        assertEquals(0, said.exitCode(), said::toString);
        assertSays(said, FindingCode.OTHER_SUBNET, FindingState.NOTE);
        assertSays(said, FindingCode.KEY_DIFFERS, FindingState.OK);
    }

    @Test
    void anotherKeyIsBad() throws Exception {
        DoctorOutput said = said(otherKey);
        assertEquals(1, said.exitCode(), said::toString);
        assertSays(said, FindingCode.KEY_DIFFERS, FindingState.BAD);
        assertSays(said, FindingCode.NOT_FOUND, FindingState.OK);
    }

    @Test
    void whereBroadcastIsHeldBackHereMulticastIsSeenToGo() throws Exception {
        DoctorOutput said = said(broadcastDroppedHere);
        assertEquals(0, said.exitCode(), said::toString);
        assertSays(said, FindingCode.NO_BROADCAST, FindingState.NOTE);
        assertSays(said, FindingCode.NO_MULTICAST, FindingState.OK);
    }

    @Test
    void aFirewallHereIsSeenByWhatDoesNotComeBack() throws Exception {
        DoctorOutput said = said(allDroppedHere);
        assertEquals(1, said.exitCode(), said::toString);
        assertSays(said, FindingCode.FIREWALL_HERE, FindingState.BAD);
        assertSays(said, FindingCode.UDP_OUT_BLOCKED, FindingState.OK);
    }

    @Test
    void aRunningNodeIsAsked() throws Exception {
        DoctorOutput said = said(peersMeet).asking();
        assertEquals(0, said.exitCode(), said::toString);
        assertSays(said, FindingCode.KEY_DIFFERS, FindingState.OK);
        assertSays(said, FindingCode.UDP_IN_BLOCKED, FindingState.OK);
    }

    @Test
    void withIpv6AloneTheOwnMulticastIsHeardBackAndBroadcastIsNoMatter() throws Exception {
        DoctorOutput said = said(peersMeetByIpv6);
        for (FindingCode code : List.of(FindingCode.NO_INTERFACE, FindingCode.NO_PERMISSION,
                FindingCode.UDP_OUT_BLOCKED, FindingCode.FIREWALL_HERE,
                FindingCode.NO_MULTICAST)) {
            assertSays(said, code, FindingState.OK);
        }
        assertSays(said, FindingCode.NO_BROADCAST, FindingState.NOTE);
        assertTrue(said.findings().get(FindingCode.NO_BROADCAST.word()).contains("IPv6 has no broadcast"),
                said::toString);
    }

    @Test
    void withIpv6AloneAFirewallHereIsSeenByWhatDoesNotComeBack() throws Exception {
        DoctorOutput said = said(ipv6DroppedHere);
        assertEquals(1, said.exitCode(), said::toString);
        assertSays(said, FindingCode.FIREWALL_HERE, FindingState.BAD);
        assertSays(said, FindingCode.UDP_OUT_BLOCKED, FindingState.OK);
    }

    @Test
    void oneCopyThatIsLostIsNoFirewall() throws Exception {
        DoctorOutput said = said(firstCopiesAreLost);
        assertEquals(0, said.exitCode(), said::toString);
        assertSays(said, FindingCode.FIREWALL_HERE, FindingState.OK);
        assertSays(said, FindingCode.NO_MULTICAST, FindingState.OK);
    }

    @Test
    void wherePeersMeetByIpv6AloneNothingIsBad() throws Exception {
        DoctorOutput said = said(peersMeetByIpv6);
        assertEquals(0, said.exitCode(), said::toString);
        for (FindingCode code : FindingCode.values()) {
            assertSays(said, code, code == FindingCode.NO_BROADCAST ? FindingState.NOTE : FindingState.OK);
        }
    }
}
