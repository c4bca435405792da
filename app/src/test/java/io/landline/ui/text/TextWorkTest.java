package io.landline.ui.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/// Long texts take work in proportion to their length. Compared are two lengths in the same run, so a slow computer
/// makes no difference, and neither does other work of it.
class TextWorkTest {
    private static final int LONGER = 4;
    /// Work that grows with the square of the length grows by 16.
    private static final double GROWTH_MAX = 8;
    /// The first also load and compile classes.
    private static final int TRIES = 6;

    private static long nanos(Runnable work) {
        var threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        work.run();
        return threads.getCurrentThreadCpuTime() - start;
    }

    private static void assertGrowsWithTheLength(String text, String longer, Consumer<String> work) {
        long shortest = Long.MAX_VALUE;
        long shortestOfLonger = Long.MAX_VALUE;
        for (int i = 0; i < TRIES; i++) {
            shortest = Math.min(shortest, nanos(() -> work.accept(text)));
            shortestOfLonger = Math.min(shortestOfLonger, nanos(() -> work.accept(longer)));
        }
        double growth = (double) shortestOfLonger / shortest;
        assertTrue(growth < GROWTH_MAX, "grows by " + growth + ", from " + shortest + " ns");
    }

    /// Each of them begins what could be one long address.
    @Test
    void hostsBehindSignsAreReadInProportion() {
        String host = "!www.a.org/";
        int hosts = 3_000;
        assertGrowsWithTheLength(host.repeat(hosts), host.repeat(LONGER * hosts),
                text -> MessageLinks.in(text, false, MessageLinks.LINKS_MAX));
    }

    @Test
    void theEndOfAWordWithManyVowelSignsIsFoundInProportion() {
        int signs = 8_000;
        SearchTerms sought = SearchTerms.of("ab");
        assertGrowsWithTheLength(word(signs), word(LONGER * signs),
                text -> assertEquals(List.of(new SearchTerms.Range(0, text.length())), sought.in(text)));
    }

    private static String word(int signs) {
        return "a" + "\u093E".repeat(signs) + "b";
    }
}
