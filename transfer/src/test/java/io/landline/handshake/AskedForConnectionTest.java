package io.landline.handshake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.frame.FrameType;
import io.landline.handshake.GuessQueue.Direction;
import io.landline.handshake.RelistingServer.Manner;
import io.landline.room.Room;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What somebody at an address that our user typed can learn by guessing: our first exchanges with him never wait.
class AskedForConnectionTest {
    private static final Room CLASS = NegotiatorTest.CLASS;
    private static final byte[] CONNECTION = RelistingServer.connection("asked for");
    /// More than anybody may have, and few enough to run through.
    private static final int FRAMES_MAX = 600;

    private final TwoNodes nodes = new TwoNodes();

    private RelistingServer dialled(Manner manner, boolean userAsked, List<Room> ours) {
        var server = new RelistingServer(nodes, manner, CONNECTION, ours);
        nodes.client.on(Role.CLIENT, nodes.server.identity, InetAddress.getLoopbackAddress(), CONNECTION, ours,
                userAsked);
        List<RoomSlot> slots = server.slots();
        nodes.client.happens(() -> nodes.client.negotiator.begin(slots));
        server.sayNothingIsProven();
        return server;
    }

    /// One minute by the told clock, in which the server answers at once and lists anew whenever it can.
    private void oneMinute(RelistingServer server) {
        for (int second = 0; second < 60; second++) {
            server.answer(FRAMES_MAX / 60);
            nodes.passAtClient(Duration.ofSeconds(1));
        }
        server.answer(FRAMES_MAX);
    }

    private long told(String event) {
        return nodes.client.told.stream().filter(event::equals).count();
    }

    @ParameterizedTest
    @EnumSource(Manner.class)
    void h4_relistingSlotsEarnsNoFurtherGuesses(Manner manner) {
        RelistingServer server = dialled(manner, true, List.of(CLASS));
        oneMinute(server);
        assertEquals(RoomTable.PAIRS_A_NAME_MAX, server.guesses());
        assertEquals(1, told("refused #class wrong-key"), nodes.client.told.toString());
        assertFalse(nodes.client.told.contains("failed"), nodes.client.told.toString());
    }

    @ParameterizedTest
    @EnumSource(Manner.class)
    void h29_guessesByRelistingAreBoundedOnAConnectionThatNobodyAskedForToo(Manner manner) {
        RelistingServer server = dialled(manner, false, List.of(CLASS));
        oneMinute(server);
        assertEquals(RoomTable.PAIRS_A_NAME_MAX, server.guesses());
        assertEquals(1, told("refused #class wrong-key"), nodes.client.told.toString());
    }

    @Test
    void h29_theFirstFourExchangesOfAConnectionThatTheUserAskedForNeverWaitAndTheFifthDoes() {
        List<Room> rooms = List.of(CLASS, NegotiatorTest.CLUB, NegotiatorTest.keyed("choir", 4),
                NegotiatorTest.keyed("chess", 5), NegotiatorTest.keyed("dance", 6));
        for (Room room : rooms) useUp(room);
        dialled(Manner.ANSWERS, true, rooms);
        for (int i = 0; i < ExchangeTurns.EXCHANGES_WITHOUT_WAIT_MAX; i++) {
            assertEquals(i + 1, nodes.client.sentOf(FrameType.EXCHANGE));
            assertEquals(List.of(), nodes.client.told);
            nodes.passAtClient(ExchangeRun.TIME_MAX); // nobody answers: the next one's turn
        }
        assertEquals(ExchangeTurns.EXCHANGES_WITHOUT_WAIT_MAX, nodes.client.sentOf(FrameType.EXCHANGE));
        assertEquals(List.of("slowed #dance"), nodes.client.told);
        nodes.passAtClient(GuessLedger.PER_SOURCE_WINDOW
                .minus(ExchangeRun.TIME_MAX.multipliedBy(ExchangeTurns.EXCHANGES_WITHOUT_WAIT_MAX)));
        assertEquals(ExchangeTurns.EXCHANGES_WITHOUT_WAIT_MAX + 1, nodes.client.sentOf(FrameType.EXCHANGE),
                "when others' guesses are over");
    }

    /// So many guesses went to this address that one more has to wait.
    private void useUp(Room room) {
        for (int i = 0; i < GuessLedger.PER_SOURCE; i++) {
            nodes.client.guesses.ask(room, Direction.OUTBOUND, InetAddress.getLoopbackAddress(), false);
        }
    }

    @Test
    void aServerThatRelistsWhileAnExchangeWaitsIsToldOfOnce() {
        useUp(CLASS);
        RelistingServer server = dialled(Manner.ANSWERS, false, List.of(CLASS));
        for (int i = 0; i < 20; i++) server.relist();
        assertEquals(1, told("slowed #class"), nodes.client.told.toString());
        assertTrue(nodes.client.sentOf(FrameType.SLOWED) > 1, "the peer is told of each");
    }
}
