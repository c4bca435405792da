package io.landline.doctor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.doctor.RoomsCheck.Other;
import io.landline.peer.Fingerprint;
import io.landline.peer.RoomListing;
import io.landline.peer.RoomName;
import io.landline.presence.PassedDatagram;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.jspecify.annotations.Nullable;

/// What the doctor concludes from those who are heard.
class CrowdChecksTest {
    private static final Instant NOW = Instant.parse("2026-09-01T08:00:00Z");
    private static final Fingerprint SELF = Fingerprint.ofPublicKey(new byte[32]);
    private static final Fingerprint BOB = Fingerprint.of(new byte[Fingerprint.BYTES]);
    private static final RoomListing CLASS = new RoomListing(new RoomName("class"), false);
    private static final RoomListing OTHER = new RoomListing(new RoomName("other"), false);
    private static final Ports PORTS = new Ports(5263);

    private static Voice voice(String from, Fingerprint peer, Instant started) {
        return new Voice(InetAddress.ofLiteral(from), "still", Optional.of(peer),
                OptionalLong.of(started.toEpochMilli()), "");
    }

    private record Invented(List<Voice> listen, int listed, @Nullable InetAddress twin, Instant now) implements Crowd {
        @Override
        public Fingerprint self() {
            return SELF;
        }
    }

    private static Crowd crowd(Voice... voices) {
        return new Invented(List.of(voices), voices.length, null, NOW);
    }

    private static Finding only(Check check) throws InterruptedException {
        List<Finding> findings = check.look();
        assertEquals(1, findings.size());
        return findings.getFirst();
    }

    @Test
    void whoIsHeardProvesThatUdpComesIn() throws InterruptedException {
        assertEquals(State.OK, only(new HearingCheck(crowd(voice("10.0.0.2", BOB, NOW)), PORTS)).state());
    }

    @Test
    void silenceProvesNothingWhereNobodyIsKnown() throws InterruptedException {
        assertEquals(State.UNKNOWN, only(new HearingCheck(crowd(), PORTS)).state());
    }

    @Test
    void silenceOfThoseWhoAreKnownByTcpIsWorthANote() throws InterruptedException {
        assertEquals(State.NOTE, only(new HearingCheck(new Invented(List.of(), 2, null, NOW), PORTS)).state());
    }

    @Test
    void anotherVersionIsNamedWithItsAddress() throws InterruptedException {
        var newer = new Voice(InetAddress.ofLiteral("10.0.0.9"), "unknown", Optional.empty(), OptionalLong.empty(),
                "2");
        Finding finding = only(new VersionCheck(crowd(newer)));
        assertEquals(State.NOTE, finding.state());
        assertTrue(Spoken.evidence(finding).contains("10.0.0.9 (version 2)"), Spoken.evidence(finding));
    }

    @Test
    void aTwinThatProvedItIsBadAndOneThatClaimsItIsANote() throws InterruptedException {
        assertEquals(State.BAD,
                only(new TwinCheck(new Invented(List.of(), 0, InetAddress.ofLiteral("10.0.0.3"), NOW))).state());
        assertEquals(State.NOTE, only(new TwinCheck(crowd(voice("10.0.0.3", SELF, NOW)))).state());
        assertEquals(State.OK, only(new TwinCheck(crowd(voice("10.0.0.3", BOB, NOW)))).state());
    }

    @Test
    void aStartInTheFutureIsOfAClockThatDiffers() throws InterruptedException {
        Instant limit = NOW.plus(ClockCheck.OFF_MIN);
        assertEquals(State.OK, only(new ClockCheck(crowd(voice("10.0.0.2", BOB, limit)))).state());
        assertEquals(State.NOTE,
                only(new ClockCheck(crowd(voice("10.0.0.2", BOB, limit.plus(Duration.ofMillis(1)))))).state());
    }

    @Test
    void whereAllOthersAreAheadThisClockIsBehind() throws InterruptedException {
        Instant later = NOW.plus(Duration.ofHours(1));
        Finding all = only(new ClockCheck(crowd(voice("10.0.0.2", BOB, later), voice("10.0.0.3", BOB, later))));
        assertTrue(Spoken.evidence(all).contains("This computer's clock is behind"), Spoken.evidence(all));
        Finding one = only(new ClockCheck(crowd(voice("10.0.0.2", BOB, later), voice("10.0.0.3", BOB, NOW))));
        assertTrue(Spoken.evidence(one).contains("Either"), Spoken.evidence(one));
    }

    @Test
    void aClockBeforeLandlineWasWrittenIsWrongWhoeverIsHeard() throws InterruptedException {
        assertEquals(State.NOTE, only(new ClockCheck(new Invented(List.of(), 0, null, Instant.EPOCH))).state());
    }

    @Test
    void aDatagramIsReadAsTheWordOfAStranger() {
        String body = "{\"fingerprint\":\"" + BOB.hex() + "\",\"run\":7,\"seq\":1,\"next\":5000}";
        Voice read = Voice.of(datagram("still", body, Optional.empty()));
        assertEquals(Optional.of(BOB), read.peer());
        assertEquals(OptionalLong.of(7), read.run());
        Voice garbage = Voice.of(datagram("unknown", "[]", Optional.of("kind 236")));
        assertEquals(Optional.empty(), garbage.peer());
        assertEquals("", garbage.foreignVersion());
        assertEquals("2", Voice.of(datagram("unknown", "", Optional.of("version 2"))).foreignVersion());
    }

    private static PassedDatagram datagram(String kind, String body, Optional<String> problem) {
        var own = new InetSocketAddress(InetAddress.ofLiteral("10.0.0.1"), 5264);
        var other = new InetSocketAddress(InetAddress.ofLiteral("10.0.0.2"), 5264);
        return new PassedDatagram(NOW, "eth0", PassedDatagram.Direction.IN, own, other, kind, body.getBytes(UTF_8),
                body, Optional.empty(), problem);
    }

    // ---- rooms

    private static Finding rooms(Code code, List<RoomListing> own, List<Other> others, String... wrongKeys)
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
        return new RoomsCheck(company).look().stream().filter(each -> each.code() == code).findFirst().orElseThrow();
    }

    @Test
    void membersOfOneRoomAreFine() throws InterruptedException {
        var bob = List.of(new Other("Bob", List.of(CLASS), List.of("#class")));
        assertEquals(State.OK, rooms(Code.OTHER_ROOM, List.of(CLASS), bob).state());
        assertEquals(State.OK, rooms(Code.KEY_DIFFERS, List.of(CLASS), bob).state());
    }

    @Test
    void strangersAreANoteAndAWrongKeyIsBad() throws InterruptedException {
        var eve = List.of(new Other("Eve", List.of(OTHER), List.of()));
        assertEquals(State.NOTE, rooms(Code.OTHER_ROOM, List.of(CLASS), eve).state());
        var max = List.of(new Other("Max", List.of(CLASS), List.of()));
        assertEquals(State.BAD, rooms(Code.KEY_DIFFERS, List.of(CLASS), max, "Max").state());
        assertEquals(State.UNKNOWN, rooms(Code.KEY_DIFFERS, List.of(CLASS), max).state());
    }

    @Test
    void withNobodyHereNothingIsKnown() throws InterruptedException {
        assertEquals(State.UNKNOWN, rooms(Code.OTHER_ROOM, List.of(CLASS), List.of()).state());
    }
}
