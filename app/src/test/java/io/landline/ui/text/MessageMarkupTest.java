package io.landline.ui.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.testing.Seed;
import io.landline.ui.text.MessageMarkup.Person;
import io.landline.ui.text.TextSpan.Called;
import io.landline.ui.text.TextSpan.CodeBlock;
import io.landline.ui.text.TextSpan.Coloured;
import io.landline.ui.text.TextSpan.Hit;
import io.landline.ui.text.TextSpan.Link;
import io.landline.ui.text.TextSpan.ListItem;
import io.landline.ui.text.TextSpan.Styled;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The few signs that are a style, and all others, which are letters (H44).
class MessageMarkupTest {
    private static final int HOSTILE_CHARACTERS = 64 * 1024;

    /// The text that is shown, and behind it each span with its letters.
    private static String read(String text) {
        return read(MessageMarkup.of(PeerText.block(text), false));
    }

    private static String read(SpannedText read) {
        var out = new StringBuilder(read.text());
        for (TextSpan span : read.spans()) {
            String letters = read.text().substring(span.start(), span.end());
            out.append(" | ").append(switch (span) {
                case Styled styled -> styled.style().name().toLowerCase(Locale.ROOT);
                case CodeBlock _ -> "block";
                case Coloured part -> part.kind().name().toLowerCase(Locale.ROOT);
                case ListItem item -> "item" + item.depth();
                case Link _ -> "link";
                case Called called -> called.own() ? "me" : "called";
                case Hit _ -> "hit";
            }).append(' ').append(letters);
        }
        return out.toString().replace("\n", "/");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '>', quoteCharacter = '"', textBlock = """
            **bold** and *italic*          > bold and italic | bold bold | italic italic
            _italic_, **bold**.            > italic, bold. | italic italic | bold bold
            ***both***                     > both | bold both | italic both
            **bold *and italic***          > bold and italic | italic and italic | bold bold and italic
            *italic **and bold***          > italic and bold | bold and bold | italic italic and bold
            (**bold**)                     > (bold) | bold bold
            a `code` b                     > a code b | code code
            ``a ` b``                      > a ` b | code a ` b
            `` `a` ``                      > `a` | code `a`
            `**letters**`                  > **letters** | code **letters**
            **bold `code`**                > bold code | code code | bold bold code
            这是**重要**的                   > 这是重要的 | bold 重要
            """)
    void signsAroundLettersAreAStyleAndAreNotShown(String text, String read) {
        assertEquals(read, read(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2*3*4 = 24", "2 * 3 * 4", "a_long_name and another_long_name", "__init__", "p*ss", "****",
            "**", "*", "_", "`", "**bold", "bold**", "*a", "** a **", "* ", "-", "- ", "1.", "1. ", "-5 degrees",
            "\\*letters\\*", "¯\\_(ツ)_/¯", "*.java and *.class", "# heading", "[name](http://)", "![](x)", "a | b",
            "<b>html</b>", "&lt;", "> quote", "``a`", "a\nb\n\nc", "   indented", "1234567890. too long"})
    void allElseIsLetters(String text) {
        assertEquals(text.replace("\n", "/"), read(text));
    }

    @Test
    void aStyleEndsWithItsLine() {
        assertEquals("**a/b**", read("**a\nb**"));
        assertEquals("`a/b`", read("`a\nb`"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '>', quoteCharacter = '"', textBlock = """
            - a/* b/c                      > • a/• b/c | item0 • a | item0 • b
            1. a/2) b                      > 1. a/2) b | item0 1. a | item0 2) b
            7. a                           > 7. a | item0 7. a
            - a/  - b/    - c              > • a/• b/• c | item0 • a | item1 • b | item2 • c
            - **a**                        > • a | item0 • a | bold a
            - a/        - b                > • a/• b | item0 • a | item3 • b
            """)
    void linesWithABulletOrANumberAreItems(String text, String read) {
        assertEquals(read, read(text.replace('/', '\n')));
    }

    @Test
    void linesBetweenFencesAreCodeAsItWasTyped() {
        assertEquals("see/int a = 1 * 2 * 3;/  b();/there | block int a = 1 * 2 * 3;/  b();"
                + " | keyword int | number 1 | number 2 | number 3",
                read("see\n```java\nint a = 1 * 2 * 3;\n  b();\n```\nthere"));
        assertEquals("- a/``/b | block - a/``/b", read("```\n- a\n``\nb\n```"));
        assertEquals("a/ | block a", read("```\na\n```\n"));
        assertEquals("```/a | block ```/a", read("````\n```\na\n````"));
        assertEquals("`http://a.example/`x | block `http://a.example/`x", read("```\n`http://a.example/`x"));
    }

    @Test
    void whatNothingEndsIsCodeToItsEnd() {
        assertEquals("a/b… | block a/b…", read("```\na\nb…"));
    }

    /// Words behind the backticks are not hidden, and what has no lines is none.
    @ParameterizedTest
    @ValueSource(strings = {"``` send it to me\na", "```\n```", "```\n\n```", "```", "~~~\na\n~~~"})
    void whatIsNoFenceIsLetters(String text) {
        assertEquals(text.replace("\n", "/"), read(text));
    }

    @Test
    void linksAreWholeWithinAndBesideStyles() {
        assertEquals("http://a.example/_a_*b*c | link http://a.example/_a_*b*c", read("http://a.example/_a_*b*c"));
        assertEquals("http://a.example/x | link http://a.example/x | bold http://a.example/x",
                read("**http://a.example/x**"));
        assertEquals("http://a.example http://a.example | link http://a.example | link http://a.example",
                read("http://a.example http://a.example"));
        assertEquals("http://a.example | code http://a.example", read("`http://a.example`"));
        assertEquals("• http://a.example | item0 • http://a.example | link http://a.example",
                read("- http://a.example"));
    }

    @Test
    void calledNamesAreMarkedWhereTheyStandWithTheirSign() {
        List<Person> people = List.of(new Person("Bob", false), new Person("Bob Smith", true));
        assertEquals("@Bob, @bob smith! a@Bob @Bobby | called @Bob | me @bob smith",
                read(MessageMarkup.of("@Bob, @bob smith! a@Bob @Bobby", false, people)));
    }

    @Test
    void aNameKeepsItsSigns() {
        List<Person> people = List.of(new Person("*Eve*", false));
        assertEquals("hello @*Eve* | called @*Eve* | bold hello @*Eve*",
                read(MessageMarkup.of("**hello @*Eve***", false, people)));
    }

    @Test
    void aMessageOnOneLineIsToldWithoutTheSigns() {
        assertEquals("bold and code", MessageMarkup.plain("**bold** and `code`"));
    }

    @Test
    void moreStylesAndBlocksThanTheMostAreLetters() {
        String styles = "*a* ".repeat(MessageMarkup.STYLES_MAX + 1);
        SpannedText styled = MessageMarkup.of(styles, false);
        assertEquals(MessageMarkup.STYLES_MAX, styled.all(Styled.class).size());
        assertTrue(styled.text().endsWith("a *a* "));
        assertEquals(MessageMarkup.STYLES_MAX,
                MessageMarkup.of("`a` ".repeat(MessageMarkup.STYLES_MAX + 1), false).all(Styled.class).size());
        SpannedText items = MessageMarkup.of("- a\n".repeat(MessageMarkup.BLOCKS_MAX + 1) + "```\na\n```", false);
        assertEquals(MessageMarkup.BLOCKS_MAX, items.spans().size());
        assertTrue(items.text().endsWith("• a\n- a\n```\na\n```"), items.text());
        List<Person> people = List.of(new Person("a", false));
        assertEquals(MessageMarkup.CALLED_MAX,
                MessageMarkup.of("@a ".repeat(MessageMarkup.CALLED_MAX + 1), false, people).spans().size());
    }

    /// Counts how often its letters are looked at.
    private static final class Watched implements CharSequence {
        private final String text;
        private long looks;

        Watched(String text) { this.text = text; }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            looks++;
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            throw new UnsupportedOperationException();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "_", "`", "*a", "a*", "**a ", " *a* ", "_a*", "*a_", "***a", " **a*_", "*a **a _a ",
            "`a``", "``a`", " `", "*_", "a** *b* "})
    void noLetterOfAHostileTextIsLookedAtMoreThanAFewTimes(String pattern) {
        var line = new Watched(pattern.repeat(HOSTILE_CHARACTERS / pattern.length()));
        Emphasis.in(line, List.of(), Integer.MAX_VALUE, new BitSet());
        CodeLetters.in(line, Integer.MAX_VALUE);
        assertTrue(line.looks < 8L * HOSTILE_CHARACTERS, pattern + ": " + line.looks);
    }

    @Test
    void backticksOfEverHigherNumbersAreLookedAtOnce() {
        var all = new StringBuilder();
        for (int i = 1; all.length() + i < HOSTILE_CHARACTERS; i++) all.append("`".repeat(i)).append('a');
        var line = new Watched(all.toString());
        assertEquals(List.of(), CodeLetters.in(line, Integer.MAX_VALUE));
        assertTrue(line.looks < 3L * HOSTILE_CHARACTERS, "looks: " + line.looks);
    }

    /// Whatever comes, spans lie in the text, and nothing is shown that was not typed, but bullets.
    @Test
    void anyTextIsRead() {
        var random = Seed.random("MessageMarkupTest");
        String[] pieces = {"*", "**", "_", "`", "```", "\n", " ", "a", "B", "é", "- ", "1. ", "http://a.example/",
                "@Eve",
                "שלום", "\uD83D\uDC4D", "\\", ".", "\t", "…"};
        List<Person> people = List.of(new Person("Eve", true));
        for (int round = 0; round < 20_000; round++) {
            var text = new StringBuilder();
            for (int i = random.nextInt(24); i > 0; i--) text.append(pieces[random.nextInt(pieces.length)]);
            SpannedText read = MessageMarkup.of(text.toString(), random.nextBoolean(), people);
            int typed = 0;
            for (char c : read.text().toCharArray()) {
                if (c == '•' || Character.isWhitespace(c)) continue;
                typed = text.indexOf(String.valueOf(c), typed) + 1;
                assertTrue(typed > 0, text::toString);
            }
            for (TextSpan span : read.spans()) read.part(span.start(), span.end());
        }
    }
}
