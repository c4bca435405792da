package io.landline.doctor.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.doctor.Finding;
import io.landline.doctor.FindingCode;
import io.landline.doctor.FindingState;
import io.landline.doctor.PrintedFinding;
import io.landline.doctor.check.PeerEvidence.CalledBack;
import io.landline.doctor.check.PeerEvidence.RoomResult;
import io.landline.doctor.check.PeerEvidence.Tcp;
import io.landline.doctor.check.PeerEvidence.Udp;
import io.landline.doctor.system.FirewallPorts;
import io.landline.doctor.system.LinkNeighbours;
import io.landline.doctor.system.LinkNeighbours.Answer;
import io.landline.doctor.system.NetworkAdapter;
import io.landline.doctor.system.Route;
import io.landline.handshake.RefusalReason;
import io.landline.peer.RoomListing;
import io.landline.peer.RoomName;
import io.landline.session.CallBackResult;
import io.landline.session.ConnectFailure;
import java.net.BindException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PeerCheckTest {
    private static final InetAddress BOB = InetAddress.ofLiteral("10.77.0.2");
    private static final InetAddress SELF = InetAddress.ofLiteral("10.77.0.1");
    private static final InetAddress ROUTER = InetAddress.ofLiteral("10.77.0.254");
    private static final NetworkAdapter ETHERNET = new NetworkAdapter("eth0", true, false, false, List.of(SELF));
    private static final NetworkAdapter TUNNEL = new NetworkAdapter("tun0", true, false, true,
            List.of(InetAddress.ofLiteral("10.8.0.2")));
    private static final RoomResult NOBODY = new RoomResult.None(Optional.empty());
    private static final RoomResult JOINED = new RoomResult.Joined("Bob", List.of("#class"));
    private static final List<RoomListing> ROOMS = List.of(new RoomListing(new RoomName("class"), false));

    /// Evidence of a peer in the same subnet; each test changes what it is about.
    private Route route = new Route(BOB, SELF, Optional.of(ETHERNET));
    private Optional<String> onLink = Optional.of("eth0");
    private Tcp tcp = Tcp.CONNECTED;
    private Udp udp = Udp.ANSWERED;
    private String version = "";
    private Map<InetAddress, Answer> neighbours = Map.of(BOB, Answer.ANSWERED, ROUTER, Answer.ANSWERED);
    private RoomResult meeting = JOINED;
    private List<RoomListing> rooms = ROOMS;
    private Optional<CalledBack> calledBack = Optional.of(new CalledBack(5263, CallBackResult.CONNECTED, 5265, true));

    private InetAddress asked = BOB;

    private Finding look(FindingCode code) throws InterruptedException {
        var evidence = new PeerEvidence(asked, 5263,
                new PeerEvidence.Link(route, onLink, Optional.of(new LinkNeighbours(neighbours)), List.of(ROUTER)), tcp,
                udp, version, meeting, rooms, calledBack);
        List<Finding> all = new PeerCheck(() -> evidence, new FirewallPorts(5263)).run();
        return all.stream().filter(each -> each.code() == code).findFirst().orElseThrow();
    }

    private void isSilent() {
        tcp = Tcp.SILENT;
        udp = Udp.SILENT;
        meeting = NOBODY;
    }

    @Test
    void aMemberThatAnswersIsFineInEveryRespect() throws InterruptedException {
        for (FindingCode code : new PeerCheck(() -> null, new FirewallPorts(5263)).codes()) {
            assertEquals(FindingState.OK, look(code).state(), code.word());
        }
    }

    @Test
    void aRefusalIsARefusalInEveryLanguageOfTheSystem() {
        assertEquals(Tcp.REFUSED, Tcp.of(new ConnectException("Connexion refusée")));
        assertEquals(Tcp.SILENT, Tcp.of(new SocketTimeoutException("Connect timed out")));
        assertEquals(Tcp.UNREACHABLE, Tcp.of(new NoRouteToHostException("Aucun chemin d’accès")));
        assertEquals(Tcp.UNREACHABLE, Tcp.of(new BindException("Permission non accordée")));
        assertEquals(Tcp.NO_ROUTE, Tcp.of(new SocketException("Network is unreachable")));
    }

    @Test
    void aComputerThatAnswersOnTheLinkAloneHasAFirewall() throws InterruptedException {
        isSilent();
        assertEquals(FindingState.BAD, look(FindingCode.UDP_IN_BLOCKED).state());
        assertEquals(FindingState.OK, look(FindingCode.ISOLATION).state());
    }

    @Test
    void aComputerThatIsOffAndIsolationLookAlike() throws InterruptedException {
        isSilent();
        neighbours = Map.of(BOB, Answer.SILENT, ROUTER, Answer.ANSWERED);
        Finding finding = look(FindingCode.ISOLATION);
        assertEquals(FindingState.BAD, finding.state());
        assertTrue(
                PrintedFinding.evidence(finding).contains("Either")
                        && PrintedFinding.evidence(finding).contains("10.77.0.254"),
                PrintedFinding.evidence(finding));
        assertEquals(FindingState.UNKNOWN, look(FindingCode.UDP_IN_BLOCKED).state());
    }

    @Test
    void anAnswerFromBeforeIsNoSignThatAComputerIsOn() throws InterruptedException {
        isSilent();
        neighbours = Map.of(BOB, Answer.REMEMBERED);
        assertEquals(FindingState.UNKNOWN, look(FindingCode.ISOLATION).state());
        assertFalse(look(FindingCode.ISOLATION).remedy().isEmpty());
        assertEquals(FindingState.UNKNOWN, look(FindingCode.UDP_IN_BLOCKED).state());
    }

    @Test
    void aRouterThatAnsweredLongAgoIsNoEvidence() throws InterruptedException {
        isSilent();
        neighbours = Map.of(BOB, Answer.SILENT, ROUTER, Answer.REMEMBERED);
        assertFalse(PrintedFinding.evidence(look(FindingCode.ISOLATION)).contains("10.77.0.254"));
    }

    @Test
    void aPeerThatWasHereBeforeAndSaysNothingNowIsNotFound() throws InterruptedException {
        isSilent();
        neighbours = Map.of(BOB, Answer.SILENT);
        meeting = new RoomResult.Lapsed("Bob");
        assertEquals(FindingState.BAD, look(FindingCode.NOT_FOUND).state());
        assertEquals(FindingState.BAD, look(FindingCode.ISOLATION).state());
        for (FindingCode code : List.of(FindingCode.UDP_IN_BLOCKED, FindingCode.OTHER_VERSION, FindingCode.OTHER_ROOM,
                FindingCode.KEY_DIFFERS)) {
            assertEquals(FindingState.UNKNOWN, look(code).state(), code.word());
        }
    }

    @Test
    void aRefusedConnectionCountsAsReached() throws InterruptedException {
        isSilent();
        tcp = Tcp.REFUSED;
        neighbours = Map.of();
        assertEquals(FindingState.OK, look(FindingCode.ISOLATION).state());
        assertTrue(PrintedFinding.evidence(look(FindingCode.NOT_FOUND)).contains("nothing listens"));
        assertEquals(FindingState.UNKNOWN, look(FindingCode.UDP_IN_BLOCKED).state());
    }

    @Test
    void whatIsForbiddenAtAComputerThatAnswersOnTheLinkIsAFirewall() throws InterruptedException {
        isSilent();
        for (Tcp each : List.of(Tcp.UNREACHABLE, Tcp.NO_ROUTE)) { // which of them is what the firewall chose to say
            tcp = each;
            Finding inward = look(FindingCode.UDP_IN_BLOCKED);
            assertEquals(FindingState.BAD, inward.state());
            assertTrue(PrintedFinding.evidence(inward).contains("a firewall forbids"), PrintedFinding.evidence(inward));
            assertTrue(PrintedFinding.remedy(inward).contains("5263-5279"), PrintedFinding.remedy(inward));
            Finding found = look(FindingCode.NOT_FOUND);
            assertTrue(PrintedFinding.evidence(found).contains("a firewall there, or on this computer, forbids"),
                    PrintedFinding.evidence(found));
            assertEquals(FindingState.OK, look(FindingCode.ISOLATION).state());
        }
    }

    @Test
    void aComputerThatIsOffIsNotBlamedOnAFirewallThoughTheSystemSaysUnreachable() throws InterruptedException {
        isSilent();
        tcp = Tcp.UNREACHABLE;
        neighbours = Map.of(BOB, Answer.SILENT);
        assertEquals(FindingState.UNKNOWN, look(FindingCode.UDP_IN_BLOCKED).state());
        assertEquals(FindingState.BAD, look(FindingCode.ISOLATION).state());
        assertFalse(PrintedFinding.evidence(look(FindingCode.NOT_FOUND)).contains("firewall"));
    }

    @Test
    void behindARouterWhoSaysThatNothingIsReachedIsNotKnown() throws InterruptedException {
        isSilent();
        tcp = Tcp.UNREACHABLE;
        onLink = Optional.empty();
        neighbours = Map.of(ROUTER, Answer.ANSWERED);
        Finding finding = look(FindingCode.NOT_FOUND);
        assertTrue(PrintedFinding.evidence(finding).contains("a router or a firewall on the way"),
                PrintedFinding.evidence(finding));
        assertEquals(FindingState.UNKNOWN, look(FindingCode.UDP_IN_BLOCKED).state());
    }

    @Test
    void aRefusalMayBeThatOfAFirewall() throws InterruptedException {
        isSilent();
        tcp = Tcp.REFUSED;
        Finding finding = look(FindingCode.NOT_FOUND);
        assertTrue(PrintedFinding.evidence(finding).endsWith("nothing listens there, or a firewall there refuses."),
                PrintedFinding.evidence(finding));
        assertTrue(PrintedFinding.remedy(finding).contains("firewall"), PrintedFinding.remedy(finding));
    }

    @Test
    void udpThatIsNotAnsweredIsANoteOnceASessionStands() throws InterruptedException {
        udp = Udp.SILENT;
        assertEquals(FindingState.NOTE, look(FindingCode.UDP_IN_BLOCKED).state());
    }

    @Test
    void udpThatIsHeardAndNotAnsweredIsBadWhereNoSessionComesAbout() throws InterruptedException {
        isSilent();
        udp = Udp.HEARD;
        meeting = new RoomResult.Listed("Bob");
        assertEquals(FindingState.BAD, look(FindingCode.UDP_IN_BLOCKED).state());
        assertEquals(FindingState.BAD, look(FindingCode.NOT_FOUND).state());
    }

    @Test
    void whatTheOtherComputerCannotReachHereIsANoteWithEvidence() throws InterruptedException {
        assertEquals(FindingState.OK, look(FindingCode.FIREWALL_HERE).state());
        calledBack = Optional.of(new CalledBack(5263, CallBackResult.SILENT, 5265, true));
        assertEquals(FindingState.NOTE, look(FindingCode.FIREWALL_HERE).state());
        assertTrue(PrintedFinding.evidence(look(FindingCode.FIREWALL_HERE)).contains("TCP port 5263 got no answer"));
        calledBack = Optional.of(new CalledBack(5263, CallBackResult.CONNECTED, 5265, false));
        assertEquals(FindingState.NOTE, look(FindingCode.FIREWALL_HERE).state());
        assertTrue(PrintedFinding.evidence(look(FindingCode.FIREWALL_HERE)).contains("UDP port 5265 did not come in"));
    }

    @Test
    void anotherSubnetIsBadOnlyWhereThePeerIsNotReached() throws InterruptedException {
        onLink = Optional.empty();
        neighbours = Map.of(ROUTER, Answer.ANSWERED);
        assertEquals(FindingState.NOTE, look(FindingCode.OTHER_SUBNET).state());
        isSilent();
        assertEquals(FindingState.BAD, look(FindingCode.OTHER_SUBNET).state());
        assertEquals(FindingState.UNKNOWN, look(FindingCode.ISOLATION).state());
    }

    @Test
    void aModemIsNotCalledAVpn() throws InterruptedException {
        isSilent();
        onLink = Optional.empty();
        for (String name : List.of("wwan0", "ppp0")) {
            InetAddress inside = InetAddress.ofLiteral("10.64.0.2");
            route = new Route(BOB, inside, Optional.of(new NetworkAdapter(name, true, false, true, List.of(inside))));
            Finding finding = look(FindingCode.VPN_ROUTE);
            assertEquals(FindingState.BAD, finding.state());
            String said = PrintedFinding.evidence(finding);
            assertTrue(said.contains(name) && !said.contains("tunnel"), said);
            assertTrue(PrintedFinding.remedy(finding).startsWith("Connect to the network that 10.77.0.2 is in"),
                    PrintedFinding.remedy(finding));
        }
    }

    @Test
    void aTunnelThatTakesWhatIsMeantForANeighbourIsNamed() throws InterruptedException {
        isSilent();
        route = new Route(BOB, InetAddress.ofLiteral("10.8.0.2"), Optional.of(TUNNEL));
        Finding finding = look(FindingCode.VPN_ROUTE);
        assertEquals(FindingState.BAD, finding.state());
        assertTrue(
                PrintedFinding.evidence(finding).contains("tun0") && PrintedFinding.evidence(finding).contains("eth0"),
                PrintedFinding.evidence(finding));
    }

    @Test
    void withoutARouteThatIsSaid() throws InterruptedException {
        isSilent();
        route = new Route(BOB, null, Optional.empty());
        assertEquals(FindingState.BAD, look(FindingCode.VPN_ROUTE).state());
    }

    /// As with a wrong subnet mask: what is sent to all comes in, and what is meant for HOST alone cannot leave.
    @Test
    void whereNoRouteLeadsNoFirewallThereIsBlamed() throws InterruptedException {
        isSilent();
        tcp = Tcp.NO_ROUTE;
        udp = Udp.HEARD;
        meeting = new RoomResult.Listed("Bob");
        neighbours = Map.of();
        onLink = Optional.empty();
        route = new Route(BOB, null, Optional.empty());
        assertEquals(FindingState.UNKNOWN, look(FindingCode.UDP_IN_BLOCKED).state());
        for (FindingCode each : List.of(FindingCode.VPN_ROUTE, FindingCode.OTHER_SUBNET, FindingCode.NOT_FOUND)) {
            assertEquals(FindingState.BAD, look(each).state());
            String remedy = PrintedFinding.remedy(look(each));
            assertTrue(remedy.contains("subnet masks") && !remedy.contains("firewall"), remedy);
        }
    }

    @Test
    void anAddressOfThisComputerIsSaidToBeOneAndNoVerdictIsGiven() throws InterruptedException {
        isSilent();
        for (String own : List.of("10.77.0.1", "127.0.0.9")) {
            asked = InetAddress.ofLiteral(own);
            for (Tcp each : Tcp.values()) {
                tcp = each;
                for (FindingCode code : new PeerCheck(() -> null, new FirewallPorts(5263)).codes()) {
                    FindingState state = code == FindingCode.NOT_FOUND ? FindingState.NOTE : FindingState.UNKNOWN;
                    assertEquals(state, look(code).state(), code.word());
                    String said = PrintedFinding.evidence(look(code));
                    assertTrue(said.startsWith(own + " is an address of this very computer"), said);
                }
                assertTrue(PrintedFinding.remedy(look(FindingCode.NOT_FOUND)).contains("the other computer"));
            }
        }
    }

    @Test
    void anotherNodeOnThisComputerIsLookedAtAsAnyOther() throws InterruptedException {
        asked = SELF;
        assertEquals(FindingState.OK, look(FindingCode.NOT_FOUND).state());
        assertEquals(FindingState.OK, look(FindingCode.KEY_DIFFERS).state());
    }

    @Test
    void aCopyOfThisProfileElsewhereIsNoProgramThatSpeaksSomethingElse() throws InterruptedException {
        isSilent();
        tcp = Tcp.CONNECTED;
        meeting = new RoomResult.None(Optional.of(new PeerEvidence.Unmet("10.77.0.2", 5263, ConnectFailure.OWN_KEY)));
        Finding finding = look(FindingCode.NOT_FOUND);
        assertEquals(FindingState.BAD, finding.state());
        assertEquals("10.77.0.2:5263 is this very computer, or a copy of its profile.",
                PrintedFinding.evidence(finding));
        assertTrue(PrintedFinding.remedy(finding).contains("landline id --new"), PrintedFinding.remedy(finding));
    }

    @Test
    void eachRefusalHasItsFinding() throws InterruptedException {
        meeting = new RoomResult.Refused("Bob", "#class", RefusalReason.WRONG_KEY);
        assertEquals(FindingState.BAD, look(FindingCode.KEY_DIFFERS).state());
        assertEquals(FindingState.OK, look(FindingCode.OTHER_ROOM).state());
        meeting = new RoomResult.Refused("Bob", "", RefusalReason.NO_COMMON_ROOM);
        assertEquals(FindingState.BAD, look(FindingCode.OTHER_ROOM).state());
        assertEquals(FindingState.UNKNOWN, look(FindingCode.KEY_DIFFERS).state());
        meeting = new RoomResult.Refused("Bob", "#class", RefusalReason.OPEN_DIFFERS);
        assertEquals(FindingState.BAD, look(FindingCode.OTHER_ROOM).state());
        meeting = new RoomResult.Refused("Bob", "", RefusalReason.VERSION);
        assertEquals(FindingState.BAD, look(FindingCode.OTHER_VERSION).state());
        assertEquals(FindingState.OK, look(FindingCode.NOT_FOUND).state());
    }

    @Test
    void aProfileWithoutRoomsIsNotBlamedForSharingNone() throws InterruptedException {
        rooms = List.of();
        meeting = new RoomResult.Refused("Bob", "", RefusalReason.NO_COMMON_ROOM);
        assertEquals(FindingState.NOTE, look(FindingCode.OTHER_ROOM).state());
    }

    @Test
    void anotherVersionOfPresenceIsBad() throws InterruptedException {
        isSilent();
        version = "2";
        Finding finding = look(FindingCode.OTHER_VERSION);
        assertEquals(FindingState.BAD, finding.state());
        assertTrue(PrintedFinding.evidence(finding).contains("version 2"), PrintedFinding.evidence(finding));
    }
}
