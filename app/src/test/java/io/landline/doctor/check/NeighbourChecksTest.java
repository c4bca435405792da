package io.landline.doctor.check;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.doctor.Finding;
import io.landline.doctor.FindingCode;
import io.landline.doctor.FindingState;
import io.landline.doctor.PrintedFinding;
import io.landline.doctor.check.RoomsCheck.Other;
import io.landline.doctor.system.FirewallPorts;
import io.landline.doctor.system.LinkNeighbours;
import io.landline.doctor.system.LinkNeighbours.Answer;
import io.landline.identity.RunCounter;
import io.landline.peer.Direction;
import io.landline.peer.Fingerprint;
import io.landline.peer.RoomListing;
import io.landline.peer.RoomName;
import io.landline.presence.ObservedDatagram;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the doctor concludes from those who are heard.
class NeighbourChecksTest {
    private static final Instant NOW = Instant.parse("2026-09-01T08:00:00Z");
    private static final Fingerprint SELF = Fingerprint.ofPublicKey(new byte[32]);
    private static final Fingerprint BOB = Fingerprint.of(new byte[Fingerprint.BYTES]);
    private static final RoomListing CLASS = new RoomListing(new RoomName("class"), false);
    private static final RoomListing OTHER = new RoomListing(new RoomName("other"), false);
    private static final FirewallPorts PORTS = new FirewallPorts(5263);
    private static final InetAddress ROUTER = InetAddress.ofLiteral("10.0.0.254");
    private static final Link NOTHING_SHOWN = new Link(Optional.empty());

    @TempDir
    Path folder;

    private static HeardPacket packet(String from, Fingerprint peer, Instant started) {
        return new HeardPacket(InetAddress.ofLiteral(from), Optional.of(peer),
                OptionalLong.of(started.toEpochMilli()), "");
    }

    private record Invented(List<HeardPacket> listen, int listed, @Nullable InetAddress twin,
            Instant now) implements NeighbourList {
        @Override
        public Fingerprint self() {
            return SELF;
        }
    }

    private record Link(Optional<LinkNeighbours> neighbours) implements IsolationCheck.Link {
        @Override
        public Set<InetAddress> gateways() {
            return Set.of(ROUTER);
        }
    }

    private static Finding hearingNobody(Map<InetAddress, Answer> answers) throws InterruptedException {
        return only(new ReceptionCheck(neighbours(), new Link(Optional.of(new LinkNeighbours(answers))), PORTS));
    }

    private static NeighbourList neighbours(HeardPacket... packets) {
        return new Invented(List.of(packets), packets.length, null, NOW);
    }

    private static Finding only(Check check) throws InterruptedException {
        List<Finding> findings = check.run();
        assertEquals(1, findings.size());
        return findings.getFirst();
    }

    @Test
    void whoIsHeardProvesThatUdpComesIn() throws InterruptedException {
        assertEquals(FindingState.OK,
                only(new ReceptionCheck(neighbours(packet("10.0.0.2", BOB, NOW)), NOTHING_SHOWN, PORTS)).state());
    }

    @Test
    void silenceProvesNothingWhereNobodyIsKnown() throws InterruptedException {
        assertEquals(FindingState.UNKNOWN, only(new ReceptionCheck(neighbours(), NOTHING_SHOWN, PORTS)).state());
    }

    @Test
    void whereOthersAnsweredOnTheLinkTheyAreNamedAndALookAroundIsNext() throws InterruptedException {
        Finding finding = hearingNobody(Map.of(InetAddress.ofLiteral("10.0.0.3"), Answer.REMEMBERED,
                InetAddress.ofLiteral("10.0.0.2"), Answer.ANSWERED, InetAddress.ofLiteral("10.0.0.4"), Answer.SILENT,
                ROUTER, Answer.ANSWERED));
        assertEquals(FindingState.UNKNOWN, finding.state());
        assertTrue(PrintedFinding.evidence(finding).endsWith(": 10.0.0.2, 10.0.0.3."),
                PrintedFinding.evidence(finding));
        assertTrue(PrintedFinding.remedy(finding).contains("landline peers --look-around"),
                PrintedFinding.remedy(finding));
    }

    @Test
    void aRouterAloneIsNobodyWhoRunsLandline() throws InterruptedException {
        Finding finding = hearingNobody(Map.of(ROUTER, Answer.ANSWERED));
        assertTrue(PrintedFinding.evidence(finding).startsWith("Nobody else"), PrintedFinding.evidence(finding));
    }

    @Test
    void silenceOfThoseWhoAreKnownByTcpIsWorthANote() throws InterruptedException {
        assertEquals(FindingState.NOTE,
                only(new ReceptionCheck(new Invented(List.of(), 2, null, NOW), NOTHING_SHOWN, PORTS)).state());
    }

    @Test
    void anotherVersionIsNamedWithItsAddress() throws InterruptedException {
        var newer = new HeardPacket(InetAddress.ofLiteral("10.0.0.9"), Optional.empty(), OptionalLong.empty(),
                "2");
        Finding finding = only(new VersionCheck(neighbours(newer)));
        assertEquals(FindingState.NOTE, finding.state());
        assertTrue(PrintedFinding.evidence(finding).contains("10.0.0.9 (version 2)"), PrintedFinding.evidence(finding));
    }

    @Test
    void aTwinThatProvedItIsBadAndOneThatClaimsItIsANote() throws InterruptedException {
        assertEquals(FindingState.BAD,
                only(new DuplicateIdentityCheck(new Invented(List.of(), 0, InetAddress.ofLiteral("10.0.0.3"), NOW)))
                        .state());
        assertEquals(FindingState.NOTE,
                only(new DuplicateIdentityCheck(neighbours(packet("10.0.0.3", SELF, NOW)))).state());
        assertEquals(FindingState.OK,
                only(new DuplicateIdentityCheck(neighbours(packet("10.0.0.3", BOB, NOW)))).state());
    }

    @Test
    void aStartInTheFutureIsOfAClockThatDiffers() throws InterruptedException {
        Instant limit = NOW.plus(ClockCheck.OFF_MIN);
        assertEquals(FindingState.OK,
                only(new ClockCheck(neighbours(packet("10.0.0.2", BOB, limit.minusMillis(1))))).state());
        assertEquals(FindingState.NOTE,
                only(new ClockCheck(neighbours(packet("10.0.0.2", BOB, limit.plus(Duration.ofMillis(1)))))).state());
    }

    @Test
    void aClockThatWasAheadAndIsRightAgainIsNoReason() throws Exception {
        RunCounter.next(folder, InstantSource.fixed(NOW.plus(Duration.ofDays(365))));
        long run = RunCounter.next(folder, InstantSource.fixed(NOW));
        assertEquals(FindingState.OK,
                only(new ClockCheck(neighbours(packet("10.0.0.2", BOB, Instant.ofEpochMilli(run))))).state());
    }

    @Test
    void aClockThatIsAheadIsOneAtAnyMillisecond() throws Exception {
        Instant ahead = NOW.plus(Duration.ofDays(365)).truncatedTo(ChronoUnit.SECONDS);
        for (int millis : new int[]{0, 1, 999}) {
            Path fresh = Files.createDirectory(folder.resolve("at-" + millis));
            long run = RunCounter.next(fresh, InstantSource.fixed(ahead.plusMillis(millis)));
            assertEquals(FindingState.NOTE,
                    only(new ClockCheck(neighbours(packet("10.0.0.2", BOB, Instant.ofEpochMilli(run))))).state());
        }
    }

    @Test
    void whereAllOthersAreAheadThisClockIsBehind() throws InterruptedException {
        Instant later = NOW.plus(Duration.ofHours(1)).plusMillis(1);
        Finding all = only(new ClockCheck(neighbours(packet("10.0.0.2", BOB, later), packet("10.0.0.3", BOB, later))));
        assertTrue(PrintedFinding.evidence(all).contains("This computer's clock is behind"),
                PrintedFinding.evidence(all));
        Finding one = only(new ClockCheck(neighbours(packet("10.0.0.2", BOB, later), packet("10.0.0.3", BOB, NOW))));
        assertTrue(PrintedFinding.evidence(one).contains("Either"), PrintedFinding.evidence(one));
    }

    @Test
    void aClockBeforeLandlineWasWrittenIsWrongWhoeverIsHeard() throws InterruptedException {
        assertEquals(FindingState.NOTE, only(new ClockCheck(new Invented(List.of(), 0, null, Instant.EPOCH))).state());
    }

    @Test
    void aDatagramIsReadAsTheWordOfAStranger() {
        String body = "{\"fingerprint\":\"" + BOB.hex() + "\",\"run\":7,\"seq\":1,\"next\":5000}";
        HeardPacket read = HeardPacket.of(datagram(body.getBytes(UTF_8), body));
        assertEquals(Optional.of(BOB), read.peer());
        assertEquals(OptionalLong.of(7), read.run());
        HeardPacket garbage = HeardPacket.of(datagram("[]".getBytes(UTF_8), "[]"));
        assertEquals(Optional.empty(), garbage.peer());
        assertEquals("", garbage.foreignVersion());
        byte[] ofVersion2 = {'L', 'N', 'D', 'L', 2, 1};
        assertEquals("2", HeardPacket.of(datagram(ofVersion2, "")).foreignVersion());
    }

    private static ObservedDatagram datagram(byte[] bytes, String body) {
        var own = new InetSocketAddress(InetAddress.ofLiteral("10.0.0.1"), 5264);
        var other = new InetSocketAddress(InetAddress.ofLiteral("10.0.0.2"), 5264);
        return new ObservedDatagram(NOW, new ObservedDatagram.Hop("eth0", Direction.IN, own, other), bytes,
                new ObservedDatagram.Content(Optional.empty(), Optional.empty(), body, Optional.empty()));
    }

    // Rooms

    private static Finding rooms(FindingCode code, List<RoomListing> own, List<Other> others, String... wrongKeys)
            throws InterruptedException {
        var company = new RoomsCheck.Company() {
            @Override
            public List<RoomListing> ownRooms() {
                return own;
            }

            @Override
            public List<Other> others() {
                return others;
            }

            @Override
            public List<String> wrongKeys() {
                return List.of(wrongKeys);
            }
        };
        return new RoomsCheck(company).run().stream().filter(each -> each.code() == code).findFirst().orElseThrow();
    }

    @Test
    void membersOfOneRoomAreFine() throws InterruptedException {
        var bob = List.of(new Other("Bob", List.of(CLASS), List.of("#class")));
        assertEquals(FindingState.OK, rooms(FindingCode.OTHER_ROOM, List.of(CLASS), bob).state());
        assertEquals(FindingState.OK, rooms(FindingCode.KEY_DIFFERS, List.of(CLASS), bob).state());
    }

    @Test
    void strangersAreANoteAndAWrongKeyIsBad() throws InterruptedException {
        var eve = List.of(new Other("Eve", List.of(OTHER), List.of()));
        assertEquals(FindingState.NOTE, rooms(FindingCode.OTHER_ROOM, List.of(CLASS), eve).state());
        var max = List.of(new Other("Max", List.of(CLASS), List.of()));
        assertEquals(FindingState.BAD, rooms(FindingCode.KEY_DIFFERS, List.of(CLASS), max, "Max").state());
        assertEquals(FindingState.UNKNOWN, rooms(FindingCode.KEY_DIFFERS, List.of(CLASS), max).state());
    }

    @Test
    void withNobodyHereNothingIsKnown() throws InterruptedException {
        assertEquals(FindingState.UNKNOWN, rooms(FindingCode.OTHER_ROOM, List.of(CLASS), List.of()).state());
    }
}
