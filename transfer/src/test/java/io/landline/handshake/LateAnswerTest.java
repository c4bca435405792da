package io.landline.handshake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.frame.Frame;
import io.landline.frame.FrameType;
import io.landline.handshake.GuessQueue.Direction;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Answers that come too late, as in a class of busy laptops, say nothing about the keys.
class LateAnswerTest {
    private static final String WRONG = "refused #class wrong-key";

    private final TwoNodes nodes = new TwoNodes();

    @Test
    void aServerThatTakesTheTagAndKeepsSilentIsNotSaidToHaveAnotherKey() {
        meetWithSilentServer();
        assertEquals(List.of("undecided"), nodes.client.told);
        assertEquals(0, nodes.client.sentOf(FrameType.REFUSED), "the peer is not told of another key either");
    }

    @Test
    void aServerThatTakesTheTagAndKeepsSilentHasUsedItsGuess() {
        nodes.connect(List.of(NegotiatorTest.CLASS), List.of(NegotiatorTest.CLASS));
        nodes.server.wire = frame -> frame.type() == FrameType.TAG ? null : frame;
        for (int i = 0; i < GuessLedger.PER_SOURCE - 1; i++) {
            nodes.client.guesses.ask(NegotiatorTest.CLASS, Direction.OUTBOUND, nodes.clientAddress, false);
        }
        nodes.begin();
        nodes.carry();
        nodes.pass(ExchangeRun.TIME_MAX);
        var next = nodes.client.guesses.ask(NegotiatorTest.CLASS, Direction.OUTBOUND, nodes.clientAddress, false);
        assertTrue(next.isWaiting(), "the fifth of this minute was not given back");
    }

    @Test
    void fourExchangesWithoutAnAnswerAreAllThatOneNameGets() {
        nodes.connect(List.of(NegotiatorTest.CLASS, NegotiatorTest.keyed("class", 7)),
                List.of(NegotiatorTest.CLASS_OTHER_KEY, NegotiatorTest.keyed("class", 8),
                        NegotiatorTest.keyed("class", 9)));
        nodes.server.wire = frame -> frame.type() == FrameType.TAG ? null : frame;
        nodes.begin();
        nodes.carry();
        for (int i = 0; i < RoomTable.PAIRS_A_NAME_MAX; i++) {
            nodes.passAtClient(ExchangeRun.TIME_MAX);
            nodes.carry();
        }
        assertEquals(RoomTable.PAIRS_A_NAME_MAX, nodes.client.sentOf(FrameType.EXCHANGE));
        assertTrue(nodes.client.told.contains(WRONG), nodes.client.told.toString());
    }

    @Test
    void aServerThatGivesUpWhileTheTagIsOnItsWayHasNotSaidThatTheKeysDiffer() {
        var held = new ArrayList<Frame>();
        for (int i = 0; i < GuessLedger.PER_SOURCE; i++) {
            nodes.server.guesses.ask(NegotiatorTest.CLASS, Direction.INBOUND, nodes.clientAddress, false);
        }
        Duration late = Duration.ofSeconds(5);
        nodes.uptime = nodes.uptime.plus(late);
        nodes.connect(List.of(NegotiatorTest.CLASS), List.of(NegotiatorTest.CLASS));
        nodes.server.wire = frame -> frame.type() == FrameType.SHARE && held.add(frame) ? null : frame;
        nodes.client.wire = frame -> frame.type() == FrameType.TAG && held.add(frame) ? null : frame;
        nodes.begin();
        nodes.carry();
        nodes.pass(GuessLedger.PER_SOURCE_WINDOW.minus(late)); // only now has its turn come
        nodes.pass(late);
        nodes.server.sent.add(held.removeFirst()); // its share
        nodes.carry();
        assertEquals(1, held.size(), "the client's tag is on its way");
        nodes.pass(ExchangeRun.TIME_MAX.minus(late)); // the server gives up
        assertFalse(nodes.client.told.contains(WRONG), nodes.client.told.toString());
    }

    private void meetWithSilentServer() {
        nodes.connect(List.of(NegotiatorTest.CLASS), List.of(NegotiatorTest.CLASS));
        nodes.server.wire = frame -> frame.type() == FrameType.TAG ? null : frame;
        nodes.begin();
        nodes.carry();
        nodes.pass(ExchangeRun.TIME_MAX);
        nodes.pass(Negotiator.LAST_WORD_TIME_MAX);
    }
}
