package io.landline.node.handin.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.filetransfer.Choice;
import io.landline.testing.Seed;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Which names a box wants.
class NamePatternTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|',
            textBlock = """
                    *.pdf        | essay.pdf      | true
                    *.pdf        | ESSAY.PDF      | true
                    *.pdf        | essay.pdf.exe  | false
                    *.pdf        | pdf            | false
                    *.pdf, *.odt | essay.odt      | true
                    essay?.txt   | essay1.txt     | true
                    essay?.txt   | essay.txt      | false
                    *            | anything       | true
                    a*b*c        | aXbYbZc        | true
                    a*b*c        | aXbYbZ         | false
                    [a].txt      | [a].txt        | true
                    [a].txt      | a.txt          | false
                    été.*        | ÉTÉ.pdf        | true
                    """)
    void aStarIsAnyLettersAndAQuestionMarkOne(String pattern, String name, boolean takes) {
        assertEquals(takes, new NamePattern(pattern).takes(name));
        assertEquals(takes, Choice.of(new NamePattern(pattern).globs()).takes(List.of(name)), "as a choice");
    }

    @Test
    void noPatternMeansAllNames() {
        assertTrue(new NamePattern("").isAll());
        assertTrue(new NamePattern(" , ").takes("essay.pdf"));
    }

    /// A backtracking matcher would take longer than the universe is old.
    @Test
    @Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aPatternOfManyStarsIsMatchedAtOnce() {
        assertFalse(new NamePattern("*a".repeat(100) + "b").takes("a".repeat(255)));
    }

    @Test
    void bothWaysOfMatchingAgreeOnRandomNames() {
        var random = Seed.random("NamePatternTest");
        for (int round = 0; round < 2_000; round++) {
            String pattern = text(random, "ab.*?", 6);
            String name = text(random, "ab.", 8);
            assertEquals(Choice.of(new NamePattern(pattern).globs()).takes(List.of(name)),
                    new NamePattern(pattern).takes(name), pattern + " of " + name);
        }
    }

    private static String text(Random random, String letters, int max) {
        var text = new StringBuilder();
        for (int i = 1 + random.nextInt(max); i > 0; i--) text.append(letters.charAt(random.nextInt(letters.length())));
        return text.toString();
    }
}
