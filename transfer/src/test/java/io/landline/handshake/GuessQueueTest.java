package io.landline.handshake;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.handshake.GuessQueue.Direction;
import io.landline.handshake.GuessQueue.Guess;
import io.landline.room.Room;
import io.landline.testing.Patience;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class GuessQueueTest {
    private static final Room CLASS = NegotiatorTest.CLASS;
    private static final InetAddress HERE = InetAddress.getLoopbackAddress();
    private final GuessQueue queue = new GuessQueue(() -> Duration.ofHours(1));

    private List<Guess> exhaust(Room room, Direction direction) {
        var guesses = new ArrayList<Guess>();
        for (int i = 0; i < GuessLedger.PER_SOURCE; i++) guesses.add(queue.ask(room, direction, HERE, false));
        assertTrue(guesses.stream().allMatch(Guess::isGranted));
        return guesses;
    }

    private static FutureTask<Boolean> waitFor(Guess guess) {
        var waiting = new FutureTask<>(guess::await);
        Thread.ofVirtual().name("waits-for-guess").start(waiting);
        return waiting;
    }

    @Test
    void whoWaitsGoesOnWhenAnotherGivesBack() throws Exception {
        List<Guess> taken = exhaust(CLASS, Direction.INBOUND);
        Guess next = queue.ask(CLASS, Direction.INBOUND, HERE, false);
        assertTrue(next.isWaiting());
        FutureTask<Boolean> waiting = waitFor(next);
        taken.getFirst().giveBack();
        assertTrue(waiting.get(Patience.SECONDS, TimeUnit.SECONDS));
    }

    @Test
    void whoWithdrawsStopsWaiting() throws Exception {
        exhaust(CLASS, Direction.INBOUND);
        Guess next = queue.ask(CLASS, Direction.INBOUND, HERE, false);
        FutureTask<Boolean> waiting = waitFor(next);
        next.withdraw();
        assertFalse(waiting.get(Patience.SECONDS, TimeUnit.SECONDS));
    }

    @Test
    void roomsAndDirectionsHaveBudgetsOfTheirOwn() {
        exhaust(CLASS, Direction.INBOUND);
        exhaust(CLASS, Direction.OUTBOUND);
        exhaust(NegotiatorTest.CLASS_OTHER_KEY, Direction.INBOUND);
        assertFalse(queue.ask(CLASS, Direction.INBOUND, HERE, false).isGranted());
        assertTrue(queue.ask(CLASS, Direction.INBOUND, HERE, true).isGranted());
    }
}
