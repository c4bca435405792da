package io.landline.cli.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A line each few seconds, and none where it is over before.
class SlowStartTest {
    private final List<String> lines = new ArrayList<>();
    private long nanos;
    private final SlowStart start = new SlowStart(lines::add, () -> nanos);

    @Test
    void itSaysHowFarItIsEachFewSeconds() {
        start.accept(1);
        nanos = SlowStart.LINE_EVERY.toNanos() - 1;
        start.accept(20);
        assertEquals(List.of(), lines);
        nanos++;
        start.accept(21);
        start.accept(22);
        assertEquals(List.of("Your history takes its new form: about 21 % is done."), lines);
        nanos += SlowStart.LINE_EVERY.toNanos();
        start.accept(60);
        assertEquals(2, lines.size());
    }
}
