package io.landline.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class BenchTest {
    @TempDir
    Path folder;
    private final List<String> order = new ArrayList<>();

    /// Says the rates that it was given, and when it was asked.
    private Measure told(String name, Double... rates) {
        Iterator<Double> next = List.of(rates).iterator();
        return new Measure() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public double run() {
                order.add(name);
                return next.next();
            }
        };
    }

    @Test
    void measuresTakeTurnsAndTheWarmUpDoesNotCount() throws IOException {
        List<Figure> figures = Rounds.run(List.of(told("raw", 1.0, 100.0, 200.0, 50.0), told("ours", 999.0, 50.0, 50.0, 40.0)), 3);
        assertEquals(List.of("raw", "ours", "raw", "ours", "raw", "ours", "raw", "ours"), order);
        assertEquals(new Figure("raw", "raw", 1, 1, 1, 100), figures.getFirst());
        assertEquals(new Figure("ours", "raw", 0.5, 0.25, 0.8, 50), figures.getLast());
    }

    @Test
    void theMedianIsTheMiddleOrBetweenTheMiddleTwo() {
        assertEquals(2, Figure.median(new double[]{3, 1, 2}));
        assertEquals(2.5, Figure.median(new double[]{4, 1, 3, 2}));
    }

    @Test
    void h96_aFigureIsPrintedAlikeInEveryLanguage() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertEquals("ours: 0.41 of raw TCP (0.40 to 0.43), 345 MB/s", new Figure("ours", "raw TCP", 0.411, 0.4, 0.43, 345e6).line());
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void bytesThatAreNoMultipleOfTheWritesAllArriveAndNothingIsLeft() throws IOException {
        for (long bytes : new long[]{1, 4_096, 4_097, 1_000_001}) {
            assertTrue(RawTcp.toNowhere(bytes, 4_096).run() > 0);
            assertTrue(RawTcp.toFile(bytes, 4_096, folder).run() > 0);
        }
        try (var left = Files.list(folder)) {
            assertEquals(0, left.count());
        }
    }

    @Test
    void noRoundsAndNoBytesAreMistakes() {
        assertThrows(IllegalArgumentException.class, () -> Rounds.run(List.of(told("x", 1.0)), 0));
        assertThrows(IllegalArgumentException.class, () -> Rounds.run(List.of(), 1));
        assertThrows(IllegalArgumentException.class, () -> RawTcp.toNowhere(0, 1));
        assertThrows(IllegalArgumentException.class, () -> RawTcp.toNowhere(1, 0));
    }
}
