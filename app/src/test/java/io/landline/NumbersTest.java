package io.landline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.fixture.Pages;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Holds docs/numbers.md true.
class NumbersTest {
    private static final int SIZE = 2_048;
    private static final long COUNT = 7;
    private static final Duration TIME = Duration.ofSeconds(90);
    private static int notFinal = 7;

    private static List<String> mistakesOf(String value, String constant) {
        return NumbersTable.mistakes("| what | value | constant |\n|---|---|---|\n| x | " + value
                + " | `io.landline.NumbersTest#" + constant + "` |\n");
    }

    @Test
    void everyNumberOfThePageIsItsConstants() throws IOException {
        assertEquals(List.of(), NumbersTable.mistakes(Pages.read("numbers.md")));
    }

    @Test
    void aNumberInAnyUnitIsCompared() {
        for (String size : List.of("2,048", "2048", "2,048 B", "2 KiB")) {
            assertEquals(List.of(), mistakesOf(size, "SIZE"), size);
        }
        assertEquals(List.of(), mistakesOf("7", "COUNT"));
        for (String time : List.of("90 s", "90,000 ms")) assertEquals(List.of(), mistakesOf(time, "TIME"), time);
    }

    @Test
    void everyTableOfAPageIsRead() {
        String header = "| what | value | constant |\n|---|---|---|\n";
        String right = "| x | 7 | `io.landline.NumbersTest#COUNT` |\n";
        String wrong = "| y | 8 | `io.landline.NumbersTest#COUNT` |\n";
        assertEquals(List.of(), NumbersTable.mistakes("## One\n\n" + header + right + "\n## Two\n\n" + header + right));
        assertEquals(1, NumbersTable.mistakes("## One\n\n" + header + right + "\n## Two\n\n" + header + wrong).size());
        assertEquals(1, NumbersTable.mistakes(header + "\n" + wrong).size(), "a row below a blank line");
    }

    @Test
    void whatIsNotSoIsFound() {
        for (String size : List.of("2,049", "2 MiB", "2,048 s", "20,48", "about 2,048", "2,048 things")) {
            assertEquals(1, mistakesOf(size, "SIZE").size(), size);
        }
        for (String time : List.of("90", "90 ms", "91 s", "90 B")) {
            assertEquals(1, mistakesOf(time, "TIME").size(), time);
        }
        assertTrue(mistakesOf("7", "GONE").getFirst().contains("there is no constant"));
        assertTrue(mistakesOf("7", "notFinal").getFirst().contains("there is no constant"));
        assertTrue(NumbersTable.mistakes("| what | value |\n|---|---|\n| x | 7 |\n").getFirst().contains("| x | 7 |"));
        assertEquals(List.of("the page has no table"), NumbersTable.mistakes("no table"));
        assertEquals(7, notFinal + COUNT - COUNT);
    }
}
