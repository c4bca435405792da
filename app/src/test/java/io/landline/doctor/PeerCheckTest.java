package io.landline.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.doctor.Neighbours.Answer;
import io.landline.doctor.PeerEvidence.CalledBack;
import io.landline.doctor.PeerEvidence.Meeting;
import io.landline.doctor.PeerEvidence.Tcp;
import io.landline.doctor.PeerEvidence.Udp;
import io.landline.node.CallBack;
import io.landline.peer.RoomListing;
import io.landline.peer.RoomName;
import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PeerCheckTest {
    private static final InetAddress BOB = InetAddress.ofLiteral("10.77.0.2");
    private static final InetAddress SELF = InetAddress.ofLiteral("10.77.0.1");
    private static final InetAddress ROUTER = InetAddress.ofLiteral("10.77.0.254");
    private static final Card ETHERNET = new Card("eth0", true, false, false, List.of(SELF));
    private static final Card TUNNEL = new Card("tun0", true, false, true, List.of(InetAddress.ofLiteral("10.8.0.2")));
    private static final Meeting NOBODY = new Meeting.None(Optional.empty());
    private static final Meeting JOINED = new Meeting.Joined("Bob", List.of("#class"));
    private static final List<RoomListing> ROOMS = List.of(new RoomListing(new RoomName("class"), false));

    /// Evidence of a peer in the same subnet; each test changes what it is about.
    private Route route = new Route(BOB, SELF, Optional.of(ETHERNET));
    private Optional<String> onLink = Optional.of("eth0");
    private Tcp tcp = Tcp.CONNECTED;
    private Udp udp = Udp.ANSWERED;
    private String version = "";
    private Map<InetAddress, Answer> neighbours = Map.of(BOB, Answer.ANSWERED, ROUTER, Answer.ANSWERED);
    private Meeting meeting = JOINED;
    private List<RoomListing> rooms = ROOMS;
    private Optional<CalledBack> calledBack = Optional.of(new CalledBack(5263, CallBack.CONNECTED, 5265, true));

    private Finding look(Code code) throws InterruptedException {
        var evidence = new PeerEvidence(BOB, 5263, route, onLink, tcp, udp, version,
                Optional.of(new Neighbours(neighbours)), List.of(ROUTER), meeting, rooms, calledBack);
        List<Finding> all = new PeerCheck(() -> evidence, new Ports(5263)).look();
        return all.stream().filter(each -> each.code() == code).findFirst().orElseThrow();
    }

    private void isSilent() {
        tcp = Tcp.SILENT;
        udp = Udp.SILENT;
        meeting = NOBODY;
    }

    @Test
    void aMemberThatAnswersIsFineInEveryRespect() throws InterruptedException {
        for (Code code : new PeerCheck(() -> null, new Ports(5263)).codes()) {
            assertEquals(State.OK, look(code).state(), code.word());
        }
    }

    @Test
    void aComputerThatAnswersOnTheLinkAloneHasAFirewall() throws InterruptedException {
        isSilent();
        assertEquals(State.BAD, look(Code.UDP_IN_BLOCKED).state());
        assertEquals(State.OK, look(Code.ISOLATION).state());
    }

    @Test
    void aComputerThatIsOffAndIsolationLookAlike() throws InterruptedException {
        isSilent();
        neighbours = Map.of(BOB, Answer.SILENT, ROUTER, Answer.ANSWERED);
        Finding finding = look(Code.ISOLATION);
        assertEquals(State.BAD, finding.state());
        assertTrue(Spoken.evidence(finding).contains("Either") && Spoken.evidence(finding).contains("10.77.0.254"),
                Spoken.evidence(finding));
        assertEquals(State.UNKNOWN, look(Code.UDP_IN_BLOCKED).state());
    }

    @Test
    void anAnswerFromBeforeIsNoSignThatAComputerIsOn() throws InterruptedException {
        isSilent();
        neighbours = Map.of(BOB, Answer.REMEMBERED);
        assertEquals(State.UNKNOWN, look(Code.ISOLATION).state());
        assertFalse(look(Code.ISOLATION).remedy().isEmpty());
        assertEquals(State.UNKNOWN, look(Code.UDP_IN_BLOCKED).state());
    }

    @Test
    void aRouterThatAnsweredLongAgoIsNoEvidence() throws InterruptedException {
        isSilent();
        neighbours = Map.of(BOB, Answer.SILENT, ROUTER, Answer.REMEMBERED);
        assertFalse(Spoken.evidence(look(Code.ISOLATION)).contains("10.77.0.254"));
    }

    @Test
    void aPeerThatWasHereBeforeAndSaysNothingNowIsNotFound() throws InterruptedException {
        isSilent();
        neighbours = Map.of(BOB, Answer.SILENT);
        meeting = new Meeting.Lapsed("Bob");
        assertEquals(State.BAD, look(Code.NOT_FOUND).state());
        assertEquals(State.BAD, look(Code.ISOLATION).state());
        for (Code code : List.of(Code.UDP_IN_BLOCKED, Code.OTHER_VERSION, Code.OTHER_ROOM, Code.KEY_DIFFERS)) {
            assertEquals(State.UNKNOWN, look(code).state(), code.word());
        }
    }

    @Test
    void aRefusedConnectionCountsAsReached() throws InterruptedException {
        isSilent();
        tcp = Tcp.REFUSED;
        neighbours = Map.of();
        assertEquals(State.OK, look(Code.ISOLATION).state());
        assertTrue(Spoken.evidence(look(Code.NOT_FOUND)).contains("nothing listens"));
        assertEquals(State.UNKNOWN, look(Code.UDP_IN_BLOCKED).state());
    }

    @Test
    void udpThatIsNotAnsweredIsANoteOnceASessionStands() throws InterruptedException {
        udp = Udp.SILENT;
        assertEquals(State.NOTE, look(Code.UDP_IN_BLOCKED).state());
    }

    @Test
    void udpThatIsHeardAndNotAnsweredIsBadWhereNoSessionComesAbout() throws InterruptedException {
        isSilent();
        udp = Udp.HEARD;
        meeting = new Meeting.Listed("Bob");
        assertEquals(State.BAD, look(Code.UDP_IN_BLOCKED).state());
        assertEquals(State.BAD, look(Code.NOT_FOUND).state());
    }

    @Test
    void whatTheOtherComputerCannotReachHereIsANoteWithEvidence() throws InterruptedException {
        assertEquals(State.OK, look(Code.FIREWALL_HERE).state());
        calledBack = Optional.of(new CalledBack(5263, CallBack.SILENT, 5265, true));
        assertEquals(State.NOTE, look(Code.FIREWALL_HERE).state());
        assertTrue(Spoken.evidence(look(Code.FIREWALL_HERE)).contains("TCP port 5263 got no answer"));
        calledBack = Optional.of(new CalledBack(5263, CallBack.CONNECTED, 5265, false));
        assertEquals(State.NOTE, look(Code.FIREWALL_HERE).state());
        assertTrue(Spoken.evidence(look(Code.FIREWALL_HERE)).contains("UDP port 5265 did not come in"));
    }

    @Test
    void anotherSubnetIsBadOnlyWhereThePeerIsNotReached() throws InterruptedException {
        onLink = Optional.empty();
        neighbours = Map.of(ROUTER, Answer.ANSWERED);
        assertEquals(State.NOTE, look(Code.OTHER_SUBNET).state());
        isSilent();
        assertEquals(State.BAD, look(Code.OTHER_SUBNET).state());
        assertEquals(State.UNKNOWN, look(Code.ISOLATION).state());
    }

    @Test
    void aTunnelThatTakesWhatIsMeantForANeighbourIsNamed() throws InterruptedException {
        isSilent();
        route = new Route(BOB, InetAddress.ofLiteral("10.8.0.2"), Optional.of(TUNNEL));
        Finding finding = look(Code.VPN_ROUTE);
        assertEquals(State.BAD, finding.state());
        assertTrue(Spoken.evidence(finding).contains("tun0") && Spoken.evidence(finding).contains("eth0"),
                Spoken.evidence(finding));
    }

    @Test
    void withoutARouteThatIsSaid() throws InterruptedException {
        isSilent();
        route = new Route(BOB, null, Optional.empty());
        assertEquals(State.BAD, look(Code.VPN_ROUTE).state());
    }

    @Test
    void eachRefusalHasItsFinding() throws InterruptedException {
        meeting = new Meeting.Refused("Bob", "#class", "wrong-key");
        assertEquals(State.BAD, look(Code.KEY_DIFFERS).state());
        assertEquals(State.OK, look(Code.OTHER_ROOM).state());
        meeting = new Meeting.Refused("Bob", "", "no-common-room");
        assertEquals(State.BAD, look(Code.OTHER_ROOM).state());
        assertEquals(State.UNKNOWN, look(Code.KEY_DIFFERS).state());
        meeting = new Meeting.Refused("Bob", "#class", "open-differs");
        assertEquals(State.BAD, look(Code.OTHER_ROOM).state());
        meeting = new Meeting.Refused("Bob", "", "version");
        assertEquals(State.BAD, look(Code.OTHER_VERSION).state());
        assertEquals(State.OK, look(Code.NOT_FOUND).state());
    }

    @Test
    void aProfileWithoutRoomsIsNotBlamedForSharingNone() throws InterruptedException {
        rooms = List.of();
        meeting = new Meeting.Refused("Bob", "", "no-common-room");
        assertEquals(State.NOTE, look(Code.OTHER_ROOM).state());
    }

    @Test
    void anotherVersionOfPresenceIsBad() throws InterruptedException {
        isSilent();
        version = "2";
        Finding finding = look(Code.OTHER_VERSION);
        assertEquals(State.BAD, finding.state());
        assertTrue(Spoken.evidence(finding).contains("version 2"), Spoken.evidence(finding));
    }
}
