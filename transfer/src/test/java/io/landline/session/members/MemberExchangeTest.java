package io.landline.session.members;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.frame.Frame;
import io.landline.frame.FrameType;
import io.landline.frame.MalformedFrameException;
import io.landline.peer.Endpoint;
import io.landline.room.RoomId;
import io.landline.session.EndReason;
import io.landline.session.core.SessionInMemory;
import io.landline.session.members.MemberFrames.Answer;
import io.landline.session.members.MemberFrames.Member;
import io.landline.session.members.MemberFrames.Request;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Who is told of whom, and what is believed, with sessions in memory and told time.
class MemberExchangeTest {
    private static final RoomId CLASS = room(1);
    private static final RoomId OTHER = room(2);
    private static final Duration ASKING = MemberExchange.ASK_AFTER_JOIN;

    private final List<Member> heardOf = new ArrayList<>();
    private Duration now = Duration.ZERO;
    private final MemberExchange exchange = new MemberExchange(() -> now, new Random(5), _ -> {},
            (_, member) -> heardOf.add(member));

    /// The other end of a session, as a member sees it.
    private static final class Peer extends SessionInMemory {
        Peer(int number) { super(number, at(10, 77, 0, number)); }

        Request asked() throws MalformedFrameException {
            return Request.of(got.getLast());
        }

        List<Member> told() throws MalformedFrameException {
            return got.isEmpty() ? List.of() : Answer.of(got.getLast()).members();
        }
    }

    private Peer joined(int number, RoomId... rooms) {
        var peer = new Peer(number);
        for (RoomId room : rooms) {
            peer.rooms.add(room);
            exchange.joined(peer, room);
        }
        return peer;
    }

    private void pass(Duration time) {
        now = now.plus(time);
        exchange.runDue(now);
    }

    private void hear(Peer from, Frame frame) throws MalformedFrameException {
        exchange.received(from, frame);
    }

    // Asking

    @Test
    void afterAJoinThreeMembersAreAskedAndLaterOneEachMinute() {
        List<Peer> peers = List.of(joined(1, CLASS), joined(2, CLASS), joined(3, CLASS), joined(4, CLASS),
                joined(5, CLASS));
        pass(ASKING.minusMillis(1));
        assertEquals(0, questions(peers));
        pass(Duration.ofMillis(1));
        assertEquals(3, questions(peers));
        pass(Duration.ofSeconds(47));
        assertEquals(3, questions(peers));
        pass(Duration.ofSeconds(26));
        assertEquals(4, questions(peers));
    }

    @Test
    void aQuestionNamesThoseWhoAreKnown() throws Exception {
        Peer one = joined(1, CLASS);
        Peer two = joined(2, CLASS);
        pass(ASKING);
        assertEquals(Set.of(one.peer.brief(), two.peer.brief()), new HashSet<>(one.asked().known()));
        assertEquals(CLASS, one.asked().room());
    }

    @Test
    void aQuestionNamesNobodyOfAnotherRoom() throws Exception {
        Peer one = joined(1, CLASS);
        joined(2, OTHER);
        pass(ASKING);
        assertEquals(List.of(one.peer.brief()), one.asked().known());
    }

    @Test
    void whereNobodyIsThereNothingIsDue() {
        Peer one = joined(1, CLASS);
        assertEquals(ASKING, exchange.dueAt());
        exchange.closed(one, EndReason.LOST);
        assertNull(exchange.dueAt());
        now = now.plusMillis(100);
        joined(2, CLASS);
        assertEquals(now.plus(ASKING), exchange.dueAt());
    }

    // Telling

    @Test
    void whoAsksIsToldOfThoseWhomItDoesNotKnow() throws Exception {
        Peer asking = joined(1, CLASS);
        Peer known = joined(2, CLASS);
        Peer news = joined(3, CLASS);
        hear(asking, new Request(CLASS, List.of(known.peer.brief())).toFrame());
        assertEquals(List.of(new Member(news.peer, at(10, 77, 0, 3))), asking.told());
    }

    @Test
    void whoKnowsAllIsToldNothing() throws Exception {
        Peer asking = joined(1, CLASS);
        Peer known = joined(2, CLASS);
        hear(asking, new Request(CLASS, List.of(known.peer.brief())).toFrame());
        assertEquals(List.of(), asking.got);
    }

    @Test
    void onlyMembersOfTheRoomAreToldAndOnlyOfMembersOfTheRoom() throws Exception {
        Peer member = joined(1, CLASS);
        Peer stranger = joined(2, OTHER);
        hear(stranger, new Request(CLASS, List.of()).toFrame());
        assertEquals(List.of(), stranger.got);
        hear(member, new Request(CLASS, List.of()).toFrame());
        assertEquals(List.of(), member.got);
    }

    @Test
    void whoeverLeftTheRoomIsToldNothingAndNotToldOf() throws Exception {
        Peer left = joined(1, CLASS);
        Peer member = joined(2, CLASS);
        exchange.left(left, CLASS);
        hear(left, new Request(CLASS, List.of()).toFrame());
        hear(member, new Request(CLASS, List.of()).toFrame());
        assertEquals(List.of(), left.got);
        assertEquals(List.of(), member.got);
    }

    @Test
    void addressesThatMeanNothingElsewhereAreNotTold() throws Exception {
        Peer asking = joined(1, CLASS);
        joined(2, CLASS).listensAt = at(127, 0, 0, 1);
        joined(3, CLASS).listensAt = at(169, 254, 3, 3);
        joined(4, CLASS).listensAt = new Endpoint(InetAddress.getByName("fe80::4%1"), 5_263);
        joined(5, CLASS).listensAt = null;
        hear(asking, new Request(CLASS, List.of()).toFrame());
        assertEquals(List.of(), asking.got);
    }

    @Test
    void oneAnswerTellsOfSoManyAndOnePeerGetsOneASecond() throws Exception {
        Peer asking = joined(1, CLASS);
        for (int i = 2; i < 120; i++) joined(i, CLASS);
        for (int i = 0; i < 10; i++) hear(asking, new Request(CLASS, List.of()).toFrame());
        assertEquals(1, asking.got.size());
        assertEquals(MemberFrames.MEMBERS_MAX, asking.told().size());
        pass(MemberExchange.ANSWER_EVERY);
        hear(asking, new Request(CLASS, List.of()).toFrame());
        assertEquals(2, asking.got.stream().filter(frame -> frame.type() == FrameType.MEMBERS).count());
    }

    // Being told

    @Test
    void anAnswerIsPassedOnAndOneThatNobodyAskedForIsNot() throws Exception {
        Peer peer = joined(1, CLASS);
        var news = new Member(new Peer(9).peer, at(10, 1, 2, 3));
        hear(peer, new Answer(CLASS, List.of(news)).toFrame());
        assertEquals(List.of(), heardOf);
        pass(ASKING);
        hear(peer, new Answer(OTHER, List.of(news)).toFrame());
        assertEquals(List.of(), heardOf);
        hear(peer, new Answer(CLASS, List.of(news)).toFrame());
        assertEquals(List.of(news), heardOf);
        hear(peer, new Answer(CLASS, List.of(news)).toFrame());
        assertEquals(1, heardOf.size(), "one answer to one question");
    }

    @Test
    void anAnswerThatComesTooLateIsNone() throws Exception {
        Peer peer = joined(1, CLASS);
        pass(ASKING);
        pass(MemberExchange.ANSWER_WITHIN.plusMillis(1));
        hear(peer, new Answer(CLASS, List.of(new Member(new Peer(9).peer, at(10, 1, 2, 3)))).toFrame());
        assertEquals(List.of(), heardOf);
    }

    // Hostile bodies

    @Test
    void h10_whatIsNoAddressPortOrFingerprintEndsTheConnection() throws Exception {
        String good = "{\"fingerprint\":\"" + "0a".repeat(32) + "\",\"address\":\"0a4d0001\",\"port\":5263}";
        assertEquals(1, Answer.of(told(good)).members().size());
        for (String bad : List.of(good.replace("5263", "80"), good.replace("5263", "65536"), good.replace("5263", "0"),
                good.replace("5263", "\"5263\""), good.replace("0a4d0001", "0a4d00"),
                good.replace("0a4d0001", "10.77.0.1"), good.replace("0a4d0001", "fe80::1%0"),
                good.replace("0a4d0001", "localhost"), good.replace("0a0a", "0x0a"), "{}", "7", "null")) {
            assertThrows(MalformedFrameException.class, () -> Answer.of(told(bad)), bad);
        }
        String many = (good + ",").repeat(MemberFrames.MEMBERS_MAX) + good;
        assertThrows(MalformedFrameException.class, () -> Answer.of(told(many)));
    }

    @Test
    void h10_aQuestionWithTooManyOrTooLongNamesEndsTheConnection() {
        String room = "{\"room\":\"" + CLASS.hex() + "\",\"known\":[";
        String many = ("\"0a0a0a0a\",").repeat(MemberFrames.KNOWN_MAX) + "\"0a0a0a0a\"";
        for (String known : List.of(many, "\"0a0a0a0a0\"", "7", "null")) {
            var frame = new Frame(FrameType.MEMBERS_WANTED, (room + known + "]}").getBytes(UTF_8));
            assertThrows(MalformedFrameException.class, () -> Request.of(frame));
        }
        assertThrows(MalformedFrameException.class, () -> Request.of(new Frame(FrameType.MEMBERS_WANTED, new byte[0])));
    }

    @Test
    void h10_theLargestFramesFitAControlFrame() throws Exception {
        var six = new Endpoint(InetAddress.getByName("fd77::1"), 65_535);
        var members = new ArrayList<Member>();
        for (int i = 0; i < MemberFrames.MEMBERS_MAX; i++) members.add(new Member(new Peer(i).peer, six));
        var known = new ArrayList<String>();
        for (int i = 0; i < MemberFrames.KNOWN_MAX; i++) known.add("0a0a0a0a");
        assertTrue(new Answer(CLASS, members).toFrame().body().length < Frame.CONTROL_BODY_BYTES_MAX);
        assertTrue(new Request(CLASS, known).toFrame().body().length < Frame.CONTROL_BODY_BYTES_MAX);
    }

    private static Frame told(String member) {
        return new Frame(FrameType.MEMBERS,
                ("{\"room\":\"" + CLASS.hex() + "\",\"members\":[" + member + "]}").getBytes(UTF_8));
    }

    private static long questions(List<Peer> peers) {
        return peers.stream()
                .flatMap(peer -> peer.got.stream())
                .filter(frame -> frame.type() == FrameType.MEMBERS_WANTED)
                .count();
    }

    private static Endpoint at(int... octets) {
        try {
            var bytes = new byte[]{(byte) octets[0], (byte) octets[1], (byte) octets[2], (byte) octets[3]};
            return new Endpoint(InetAddress.getByAddress(bytes), 5_263);
        } catch (UnknownHostException e) {
            throw new AssertionError("four bytes make an address", e);
        }
    }

    private static RoomId room(int number) {
        var bytes = new byte[RoomId.BYTES];
        bytes[0] = (byte) number;
        return RoomId.of(bytes);
    }
}
