package io.landline.handshake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.frame.Frame;
import io.landline.frame.FrameType;
import io.landline.room.Room;
import io.landline.testing.Seed;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Peers that lie, replay, reflect, guess, or say the right thing at the wrong time.
class HostileHandshakeTest {
    private static final Room CLASS = NegotiatorTest.CLASS;
    private static final Room WRONG = NegotiatorTest.CLASS_OTHER_KEY;
    private final TwoNodes nodes = new TwoNodes();

    private void assertNobodyGotIn() {
        for (TwoNodes.Node node : List.of(nodes.client, nodes.server)) {
            assertFalse(node.told.stream().anyMatch(event -> event.startsWith("joined")), node.told.toString());
            assertTrue(node.trust.pinned().isEmpty());
        }
    }

    /// Replaces the last hex digit of a field by another.
    private static Frame tampered(Frame frame, String field) {
        String json = new String(frame.body(), UTF_8);
        int from = json.indexOf("\"" + field + "\":\"");
        if (from < 0) return frame;
        int last = json.indexOf('"', from + field.length() + 4) - 1;
        char other = json.charAt(last) == '0' ? '1' : '0';
        return TwoNodes.frame(frame.type(), json.substring(0, last) + other + json.substring(last + 1));
    }

    @ParameterizedTest
    @CsvSource({"share,true", "share,false", "tag,true", "tag,false"})
    void h27_aChangedShareOrTagLetsNobodyIn(String field, boolean ofClient) {
        nodes.connect(List.of(CLASS), List.of(CLASS));
        TwoNodes.Node sender = ofClient ? nodes.client : nodes.server;
        TwoNodes.Node receiver = ofClient ? nodes.server : nodes.client;
        sender.wire = frame -> tampered(frame, field);
        nodes.begin();
        nodes.carry();
        assertFalse(receiver.told.contains("joined #class"), receiver.told.toString());
        assertTrue(receiver.trust.pinned().isEmpty());
        assertTrue(receiver.told.contains("refused #class wrong-key"), receiver.told.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"mine", "yours", "exchange"})
    void h27_aChangedNumberOfAnExchangeLetsNobodyIn(String field) {
        nodes.connect(List.of(CLASS), List.of(CLASS));
        nodes.client.wire = frame -> frame.type() != FrameType.EXCHANGE
                ? frame
                : TwoNodes.frame(frame.type(),
                        new String(frame.body(), UTF_8).replaceFirst("\"" + field + "\":1", "\"" + field + "\":2"));
        nodes.begin();
        nodes.carry();
        assertNobodyGotIn();
        assertTrue(nodes.server.told.contains("failed"), nodes.server.told.toString());
    }

    @Test
    void h27_aPeerWithAnotherKeyThanTheOneInTheExchangeDoesNotGetIn() {
        nodes.connect(List.of(CLASS), List.of(CLASS));
        // the server believes to talk to somebody else, as it would behind a relay
        var other = nodes.fresh();
        nodes.server.on(Role.SERVER, other.identity, InetAddress.getLoopbackAddress(), "connection 1".getBytes(UTF_8),
                List.of(CLASS), false);
        nodes.begin();
        nodes.carry();
        assertNobodyGotIn();
    }

    @Test
    void h28_anotherConnectionGivesAnotherKeyForTheSameFrames() {
        nodes.connect(List.of(CLASS), List.of(CLASS));
        nodes.server.on(Role.SERVER, nodes.client.identity, InetAddress.getLoopbackAddress(),
                "the other leg".getBytes(UTF_8), List.of(CLASS), false);
        nodes.begin();
        nodes.carry();
        assertNobodyGotIn();
        assertTrue(nodes.client.told.contains("refused #class wrong-key"));
    }

    @Test
    void h30_aRecordedHandshakeThatIsReplayedLetsNobodyIn() {
        nodes.meet(List.of(CLASS), List.of(CLASS));
        List<Frame> recorded = List.copyOf(nodes.client.allSent);
        var thief = new TwoNodes();
        var server = nodes.server;
        server.trust.forget(nodes.client.identity.fingerprint());
        server.told.clear();
        server.on(Role.SERVER, nodes.client.identity, InetAddress.getLoopbackAddress(),
                "a later connection".getBytes(UTF_8), List.of(CLASS), false);
        List<RoomSlot> slots = List.of(new RoomSlot(1, CLASS.listing()));
        server.happens(() -> server.negotiator.begin(slots));
        for (Frame frame : recorded) server.happens(() -> server.negotiator.received(frame));
        assertFalse(server.told.contains("joined #class"), server.told.toString());
        assertTrue(server.trust.proofsOf(nodes.client.identity.fingerprint()).isEmpty());
        assertTrue(thief.client.told.isEmpty());
    }

    @Test
    void h30_ourOwnFramesReflectedEndTheConnection() {
        nodes.connect(List.of(CLASS), List.of(CLASS));
        var client = nodes.client;
        client.happens(() -> client.negotiator.begin(List.of(new RoomSlot(1, CLASS.listing()))));
        for (int i = 0; i < 10; i++) {
            Frame frame = client.sent.poll();
            if (frame != null) client.happens(() -> client.negotiator.received(frame));
        }
        assertEquals(List.of("failed"), client.told);
        assertTrue(client.trust.pinned().isEmpty());
    }

    @Test
    void h30_ourOwnShareReflectedEndsTheConnection() {
        nodes.connect(List.of(CLASS), List.of(CLASS));
        nodes.client.wire = frame -> frame;
        nodes.begin();
        while (nodes.client.sentOf(FrameType.SHARE) == 0) {
            nodes.carryOne(nodes.server, nodes.client);
        }
        Frame own = nodes.client.allSent.stream()
                .filter(frame -> frame.type() == FrameType.SHARE)
                .findFirst()
                .orElseThrow();
        nodes.client.happens(() -> nodes.client.negotiator.received(own));
        assertEquals(List.of("failed"), nodes.client.told);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0000000000000000000000000000000000000000000000000000000000000000",
            "0100000000000000000000000000000000000000000000000000000000000000",
            "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f"})
    void aShareOfLowOrderEndsTheConnection(String share) {
        nodes.connect(List.of(CLASS), List.of(CLASS));
        nodes.client.wire = frame -> frame.type() == FrameType.SHARE
                ? TwoNodes.frame(FrameType.SHARE, "{\"exchange\":1,\"share\":\"" + share + "\"}")
                : frame;
        nodes.begin();
        nodes.carry();
        assertEquals(List.of("failed"), nodes.server.told);
        assertNobodyGotIn();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "8 | {\"exchange\":1}", "5 | {\"exchange\":1,\"share\":\"00\"}",
            "5 | {\"exchange\":1,\"share\":\"1d13c89278cdadd826f6d8d7f887701430f8380ddc17611cdd6dc989ce0c9f32\"}",
            "6 | {\"exchange\":1}", "7 | {\"exchange\":2,\"mine\":1,\"yours\":1}",
            "4 | {\"exchange\":2,\"mine\":1,\"yours\":1}", "4 | {\"exchange\":1,\"mine\":2,\"yours\":1}",
            "4 | {\"exchange\":1,\"mine\":1,\"yours\":2}", "4 | {\"exchange\":0,\"mine\":1,\"yours\":1}",
            "4 | {\"exchange\":1,\"mine\":1}", "3 | {\"rooms\":[]}", "3 | []",
            "9 | {\"rooms\":[{\"slot\":1,\"name\":\"other\",\"open\":false}]}",
            "9 | {\"rooms\":[{\"slot\":1,\"name\":\"class\",\"open\":true}]}",
            "9 | {\"rooms\":[{\"slot\":1,\"name\":\"class\"},{\"slot\":1,\"name\":\"class\"}]}", "1 | {}", "2 | {}",
            "32 | {}"})
    void aFrameThatIsNotDueEndsTheConnection(int type, String body) {
        nodes.connect(List.of(CLASS), List.of(CLASS));
        nodes.begin();
        nodes.carryOne(nodes.client, nodes.server); // its proven, so that only this frame is wrong
        nodes.server.happens(() -> nodes.server.negotiator.received(TwoNodes.frame(type, body)));
        assertEquals(List.of("failed"), nodes.server.told);
    }

    @Test
    void onlyTheClientBeginsExchanges() {
        nodes.connect(List.of(CLASS), List.of(CLASS));
        nodes.begin();
        nodes.carryOne(nodes.server, nodes.client);
        nodes.client.happens(() -> nodes.client.negotiator
                .received(TwoNodes.frame(FrameType.EXCHANGE, "{\"exchange\":2,\"mine\":1,\"yours\":1}")));
        assertEquals(List.of("failed"), nodes.client.told);
    }

    @Test
    void aPairIsTriedOnceAndNoMoreThanFourOfAName() {
        List<Room> ours = new ArrayList<>();
        for (int key = 1; key <= 6; key++) ours.add(NegotiatorTest.keyed("class", key));
        nodes.connect(List.of(NegotiatorTest.keyed("class", 99)), ours);
        nodes.begin();
        nodes.carryOne(nodes.client, nodes.server);
        var server = nodes.server;
        for (int i = 1; i <= RoomTable.PAIRS_A_NAME_MAX + 1; i++) {
            int slot = i;
            server.happens(() -> server.negotiator.received(TwoNodes.frame(FrameType.EXCHANGE,
                    "{\"exchange\":" + slot + ",\"mine\":1,\"yours\":" + slot + "}")));
            assertEquals(i > RoomTable.PAIRS_A_NAME_MAX, server.told.contains("failed"),
                    "after " + i + ": " + server.told);
        }
    }

    @Test
    void h29_guessesInALoopAreSlowedAndAMemberIsNot() {
        int answered = 0;
        var server = nodes.server;
        for (int guess = 0; guess < 8; guess++) {
            TwoNodes attacker = attackerOf(server);
            attacker.meet(List.of(NegotiatorTest.keyed("class", 50 + guess)), List.of(CLASS));
            answered += (int) attacker.server.sentOf(FrameType.SHARE);
            if (guess >= GuessLedger.PER_SOURCE) assertTrue(attacker.server.told.contains("slowed #class"));
        }
        assertEquals(GuessLedger.PER_SOURCE, answered);
        // a member with a proof runs no exchange
        TwoNodes member = attackerOf(server);
        member.client.trust.proven(CLASS.id(), server.identity.publicKey(), TwoNodes.WALL.instant());
        server.trust.proven(CLASS.id(), member.client.identity.publicKey(), TwoNodes.WALL.instant());
        member.meet(List.of(CLASS), List.of(CLASS));
        assertEquals(List.of("joined #class", "settled"), member.server.told);
    }

    /// Another stranger at the same address, talking to the same node: its trust and its budget stay the same.
    private static TwoNodes attackerOf(TwoNodes.Node server) {
        return new TwoNodes(server);
    }

    @Test
    void aSlowedExchangeGoesOnWhenItsTurnComes() {
        for (int i = 0; i < GuessLedger.PER_SOURCE; i++) {
            nodes.server.guesses.ask(CLASS, GuessQueue.Direction.INBOUND, nodes.clientAddress, false);
            nodes.uptime = nodes.uptime.plusSeconds(4);
        }
        nodes.meet(List.of(CLASS), List.of(CLASS));
        assertEquals(List.of("slowed #class"), nodes.client.told);
        assertEquals(List.of("slowed #class"), nodes.server.told);
        nodes.pass(Duration.ofSeconds(39));
        assertEquals(List.of("slowed #class"), nodes.server.told);
        nodes.pass(Duration.ofSeconds(1));
        assertEquals(List.of("slowed #class", "joined #class", "settled"), nodes.client.told);
        assertEquals(List.of("slowed #class", "joined #class", "settled"), nodes.server.told);
    }

    @Test
    void anExchangeWhoseTurnNeverComesIsNoRefusal() {
        for (int i = 0; i < GuessLedger.PER_SOURCE; i++) {
            nodes.server.guesses.ask(CLASS, GuessQueue.Direction.INBOUND, nodes.clientAddress, true);
        }
        nodes.uptime = nodes.uptime.plusMillis(1);
        for (int i = 0; i < GuessLedger.PER_SOURCE; i++) {
            // they wait before it
            nodes.server.guesses.ask(CLASS, GuessQueue.Direction.INBOUND, nodes.clientAddress, false);
        }
        nodes.meet(List.of(CLASS), List.of(CLASS));
        nodes.pass(GuessLedger.WAIT_MAX);
        nodes.pass(Negotiator.LAST_WORD_TIME_MAX);
        assertEquals(List.of("slowed #class", "undecided"), nodes.client.told);
        assertEquals(List.of("slowed #class", "undecided"), nodes.server.told);
    }

    @Test
    void anExchangeThatTheClientItselfMayNotBeginIsNoRefusalAndTheNextOneRuns() {
        for (int i = 0; i < 2 * GuessLedger.PER_SOURCE; i++) {
            nodes.client.guesses.ask(CLASS, GuessQueue.Direction.OUTBOUND, InetAddress.getLoopbackAddress(), true);
            nodes.uptime = nodes.uptime.plusSeconds(1); // the last five of these fall out of the minute too late
        }
        for (int i = 0; i < GuessLedger.PER_SOURCE; i++) {
            nodes.client.guesses.ask(CLASS, GuessQueue.Direction.OUTBOUND, InetAddress.getLoopbackAddress(), false);
        }
        nodes.meet(List.of(CLASS, NegotiatorTest.CLUB), List.of(CLASS, NegotiatorTest.CLUB));
        assertEquals(List.of("slowed #class"), nodes.server.told);
        nodes.pass(GuessLedger.WAIT_MAX);
        assertEquals(List.of("slowed #class", "joined #club", "settled"), nodes.client.told);
        assertEquals(List.of("slowed #class", "joined #club", "settled"), nodes.server.told);
    }

    @Test
    void h29_aFailedGuessStaysTakenOnBothSidesAndASuccessDoesNot() {
        for (int i = 0; i < 3 * GuessLedger.PER_SOURCE; i++) {
            nodes.meet(List.of(CLASS), List.of(CLASS));
            assertTrue(nodes.client.told.contains("joined #class"));
            nodes.client.trust.forget(nodes.server.identity.fingerprint());
        }
        for (int i = 0; i < GuessLedger.PER_SOURCE; i++) {
            nodes.meet(List.of(CLASS), List.of(WRONG));
            assertFalse(nodes.client.told.contains("slowed #class"));
        }
        nodes.meet(List.of(CLASS), List.of(WRONG));
        assertTrue(nodes.client.told.contains("slowed #class"), "the client's own budget outwards");
        nodes.client.negotiator.close();
    }

    @Test
    void randomFramesEndInAnOutcomeAndNothingElse() {
        var random = Seed.random("HostileHandshakeTest");
        String[] bodies = {"{\"exchange\":1,\"mine\":1,\"yours\":1}", "{\"exchange\":1}", "{\"rooms\":[]}", "{}",
                "{\"reason\":\"wrong-key\",\"slot\":1}", "{\"exchange\":1,\"share\":\"" + "09".repeat(32) + "\"}",
                "{\"exchange\":1,\"tag\":\"" + "0a".repeat(64) + "\"}",
                "{\"rooms\":[{\"slot\":1,\"id\":\"" + "0b".repeat(16) + "\"}]}", "{\"reason\":\"of-later\"}", "\u0000",
                "{\"exchange\":99999999999}"};
        for (int round = 0; round < 300; round++) {
            nodes.connect(List.of(CLASS), List.of(CLASS));
            nodes.begin();
            for (int i = 0; i < 12; i++) {
                TwoNodes.Node victim = random.nextBoolean() ? nodes.client : nodes.server;
                var frame = TwoNodes.frame(3 + random.nextInt(7), bodies[random.nextInt(bodies.length)]);
                victim.happens(() -> victim.negotiator.received(frame));
                nodes.uptime = nodes.uptime.plusSeconds(random.nextInt(20));
            }
            for (TwoNodes.Node node : List.of(nodes.client, nodes.server)) {
                assertFalse(node.told.contains("joined #class"), node.told.toString());
                node.negotiator.close();
            }
        }
    }
}
