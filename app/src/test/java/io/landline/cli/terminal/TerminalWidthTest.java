package io.landline.cli.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.system.OperatingSystem;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// When a terminal is asked for its width, and what counts where it does not answer.
class TerminalWidthTest {
    private final List<Duration> asked = new ArrayList<>();
    private Object answer = 80;
    private long nanos = Long.MAX_VALUE; // it may wrap around
    private final TerminalWidth width = new TerminalWidth(this::ask, () -> nanos);

    private int ask(Duration within) throws IOException, InterruptedException {
        asked.add(within);
        return switch (answer) {
            case IOException failure -> throw failure;
            case InterruptedException interrupt -> throw interrupt;
            default -> (Integer) answer;
        };
    }

    private int columnsLater() {
        nanos += TerminalWidth.KEPT.toNanos();
        return width.columns();
    }

    @Test
    void itIsAskedAgainAfterAWhile() {
        assertEquals(80, width.columns());
        answer = 132;
        nanos += TerminalWidth.KEPT.toNanos() - 1;
        assertEquals(80, width.columns());
        nanos++;
        assertEquals(132, width.columns());
        assertEquals(2, asked.size());
    }

    /// The lines of two seconds went out whole.
    @Test
    void aQuestionThatFailsLeavesTheWidthAsItWas() {
        assertEquals(80, width.columns());
        answer = new IOException("no answer in time");
        assertEquals(80, columnsLater());
        answer = new InterruptedException();
        assertEquals(80, columnsLater());
        assertTrue(Thread.interrupted(), "the thread is still to end");
        answer = 60;
        assertEquals(60, columnsLater());
    }

    @Test
    void theFirstAnswerMayTakeLonger() {
        width.columns();
        columnsLater();
        assertEquals(List.of(TerminalWidth.FIRST_ANSWER_WITHIN, TerminalWidth.ANSWERS_WITHIN), asked);
    }

    @Test
    void whatIsNoTerminalIsAskedOnce() {
        answer = TerminalWidth.Question.NO_TERMINAL;
        assertEquals(0, width.columns());
        answer = 80;
        assertEquals(0, columnsLater());
        assertEquals(1, asked.size());
    }

    @Test
    void aTerminalThatDoesNotKnowItsWidthIsAskedAgain() {
        answer = 0;
        assertEquals(0, width.columns());
        answer = 80;
        assertEquals(80, columnsLater());
    }

    /// It looks in the current folder first: a file of that name, which somebody sent, would be started.
    @Test
    void onWindowsNothingIsStarted() {
        assertEquals(List.of(), TerminalWidth.command(OperatingSystem.WINDOWS));
        assertFalse(TerminalWidth.command(OperatingSystem.LINUX).isEmpty());
    }
}
