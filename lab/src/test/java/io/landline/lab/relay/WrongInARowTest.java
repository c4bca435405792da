package io.landline.lab.relay;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import org.junit.jupiter.api.Test;

class WrongInARowTest {
    private static final SocketAddress ONE = InetSocketAddress.createUnresolved("one", 1);
    private static final SocketAddress OTHER = InetSocketAddress.createUnresolved("one", 2);
    private static final long LESS_THAN_A_PAUSE = WrongInARow.PAUSE.toNanos() - 1;

    private final WrongInARow wrong = new WrongInARow();
    private long now;

    private void fill() {
        for (int i = 0; i < WrongInARow.ANSWERED_MAX; i++) {
            assertTrue(wrong.mayAnswer(ONE, now), "number " + i);
            now += LESS_THAN_A_PAUSE;
        }
    }

    @Test
    void oneMoreInARowIsNotAnswered() {
        fill();
        assertFalse(wrong.mayAnswer(ONE, now));
        now += LESS_THAN_A_PAUSE;
        assertFalse(wrong.mayAnswer(ONE, now));
    }

    @Test
    void aPauseBeginsANewRow() {
        fill();
        assertFalse(wrong.mayAnswer(ONE, now));
        now += WrongInARow.PAUSE.toNanos();
        fill();
    }

    @Test
    void aRightMessageBeginsANewRow() {
        fill();
        wrong.end(ONE, now);
        fill();
    }

    @Test
    void othersHaveARowOfTheirOwn() {
        fill();
        assertTrue(wrong.mayAnswer(OTHER, now));
    }
}
