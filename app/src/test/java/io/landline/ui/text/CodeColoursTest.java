package io.landline.ui.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.testing.Seed;
import io.landline.ui.text.TextSpan.Coloured;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Which letters of a program are keywords, strings, numbers and comments (H44).
class CodeColoursTest {
    private static final int HOSTILE_CHARACTERS = 64 * 1024;

    private static List<Coloured> in(CharSequence code, String language) {
        return CodeColours.in(code, language, Integer.MAX_VALUE);
    }

    /// Each part by the first letter of its kind.
    private static String read(String language, String code) {
        var out = new ArrayList<String>();
        for (Coloured part : in(code, language)) {
            out.add(part.kind().name().toLowerCase(Locale.ROOT).charAt(0) + ":"
                    + code.substring(part.start(), part.end()).replace("\n", "/"));
        }
        return out.isEmpty() ? "nothing" : String.join(" | ", out);
    }

    /// A language, its code, and what is read in it.
    private static final String LANGUAGES = """
            java ¦ public static int a = 0x1F + 1.5e-3f; // no ¦ k:public static int | n:0x1F | n:1.5e-3f | c:// no
            java ¦ @Override String s = "a\\"b" + 'c'; /* if */ ¦ k:@Override | s:"a\\"b" | s:'c' | c:/* if */
            java ¦ newest = ifs + a1 ¦ nothing
            kotlin ¦ fun f() = 1..10 /* a /* b */ c */ val ¦ k:fun | n:1 | n:10 | c:/* a /* b */ c */ | k:val
            python ¦ def f(): return f'a' + "b" # if ¦ k:def | k:return | s:'a' | s:"b" | c:# if
            c ¦ #include <a.h> ¦ k:#include
            cpp ¦ long n = 1'000'000; char c = 'x'; ¦ k:long | n:1'000'000 | k:char | s:'x'
            cpp ¦ auto s = R"(a " b)"; int ¦ k:auto | s:R"(a " b)" | k:int
            c# ¦ var p = @"c:\\"; string s = $@"\\"; return ¦ k:var | s:@"c:\\" | k:string | s:$@"\\" | k:return
            js ¦ const a = `b ${c}` + 'd'; $if ¦ k:const | s:`b ${c}` | s:'d'
            TypeScript ¦ let a: number = 1 ¦ k:let | k:number | n:1
            go ¦ func f() { s := `a"b` } ¦ k:func | s:`a"b`
            rust ¦ fn f<'a>(s: &'a str) -> char { '\\'' } ¦ k:fn | k:str | k:char | s:'\\''
            rust ¦ let a = 'b'; r#"c"d"# /* e /* f */ */ ¦ k:let | s:'b' | s:r#"c"d"# | c:/* e /* f */ */
            sh ¦ if [ $# -gt 1 ]; then echo "a\\"b" \\" # c ¦ k:if | n:1 | k:then | s:"a\\"b" | c:# c
            sh ¦ a-if; done ¦ k:done
            sql ¦ SELECT a FROM b WHERE c = 'it''s' -- d ¦ k:SELECT | k:FROM | k:WHERE | s:'it''s' | c:-- d
            json ¦ {"a": "b", "c": [1, "d", true]} ¦ k:"a" | s:"b" | k:"c" | n:1 | s:"d" | k:true
            css ¦ a:hover { color : red; margin-top:-1px } /* b */ ¦ k:color | k:margin-top | n:1px | c:/* b */
            css ¦ @media print ¦ k:@media
            html ¦ <a href="b">c if</a><!-- d --> 1 < 2 ¦ k:<a | s:"b" | k:> | k:</a> | c:<!-- d -->
            xml ¦ <?xml version='1'?><n:a b="c"/> ¦ k:<?xml | s:'1' | k:><n:a | s:"c" | k:>
            """;

    static Stream<String> languages() {
        return LANGUAGES.lines();
    }

    @ParameterizedTest
    @MethodSource("languages")
    void eachLanguageHasItsSigns(String line) {
        String[] parts = line.split(" ¦ ");
        assertEquals(parts[2], read(parts[0], parts[1]));
    }

    @Test
    void whatHasNoEndGoesToTheEndOfTheLineOrOfTheCode() {
        assertEquals("s:\"a | k:int", read("java", "\"a\nint"));
        assertEquals("c:// a | k:int", read("java", "// a\nint"));
        assertEquals("c:/* a/int", read("java", "/* a\nint"));
        assertEquals("s:\"\"\"a/b\"\"\" | k:int", read("java", "\"\"\"a\nb\"\"\" int"));
        assertEquals("s:'''a/if", read("python", "'''a\nif"));
        assertEquals("k:<a | s:\"b>", read("html", "<a c=\"b>"));
        assertEquals("s:\"a\\", read("c", "\"a\\"));
    }

    /// Each part is a node on the screen.
    @Test
    void partsOfOneKindThatOnlyBlanksPartAreOne() {
        assertEquals("k:public  static/void", read("java", "public  static\nvoid"));
        assertEquals("c:// a/  // b", read("java", "// a\n  // b"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "text", "plain", "javac", "brainfuck", "#"})
    void aWordThatIsNoLanguageGivesNoColours(String language) {
        assertEquals(List.of(), in("int a = 1; // \"b\"", language));
    }

    @Test
    void thereAreNoMorePartsThanTheMost() {
        for (String language : CodeLanguage.names()) {
            assertTrue(CodeColours.in("int 1 \"\" <a> ".repeat(500), language, 7).size() <= 7, language);
            assertEquals(List.of(), CodeColours.in("int 1 \"\" <a> ", language, 0));
        }
        SpannedText read = MessageMarkup.of("```java\nint 1\n```\n".repeat(20) + "```java\n" + "int 1 ".repeat(2_000),
                false);
        assertEquals(MessageMarkup.COLOURS_MAX, read.all(Coloured.class).size());
    }

    /// Whatever comes, all parts and what is between them are the text.
    @Test
    void anyTextOfAnyLanguageIsRead() {
        var random = Seed.random("CodeColoursTest");
        String[] pieces = {"\"", "'", "\"\"\"", "'''", "`", "\\", "/", "*", "/*", "*/", "//", "#", "--", "<", ">", "</",
                "<!--", "-->", "<![CDATA[", "]]>", "@", "$", "@\"", "R\"(", ")\"", "r#\"", "\"#", "{", "}", ":", ";",
                ",", "\n", " ", "\t", "a", "if", "int", "return", "0x", "1", "9.", "e-", "_", "-", "é", "שלום", "…",
                "\uD83D\uDC4D", "\uFE0F\u20E3", "\u0301", "\uD83D"};
        List<String> languages = List.copyOf(CodeLanguage.names());
        for (int round = 0; round < 50_000; round++) {
            var text = new StringBuilder();
            for (int i = random.nextInt(24); i > 0; i--) text.append(pieces[random.nextInt(pieces.length)]);
            String language = languages.get(random.nextInt(languages.size()));
            var all = new StringBuilder();
            for (Coloured part : in(text, language)) {
                assertTrue(part.start() >= all.length() && part.end() > part.start(), language + ": " + text);
                all.append(text, all.length(), part.start()).append(text, part.start(), part.end());
                boolean isCut = part.end() < text.length() && Character.isHighSurrogate(text.charAt(part.end() - 1))
                        && Character.isLowSurrogate(text.charAt(part.end()));
                assertTrue(!isCut, language + ": " + text);
            }
            all.append(text, all.length(), text.length());
            assertEquals(text.toString(), all.toString());
        }
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
            looks += end - start;
            return text.substring(start, end);
        }
    }

    static List<String> hostile() {
        return List.of("\"", "'", "\"\"\"", "'''", "`", "\"'", "\" ", "\\\"", "\\", "/*", "/* ", "*/", "//", "/", "#",
                "--", "-", "<", "<a", "<a ", "<a \"", "<a '", "<!--", "<!-", "<![CDATA[", "]]", "@", "@\"", "$@\"",
                "R\"(", "r#\"", "r##\"", "{\"", "{a ", "{\"a\"      ", "\n", " ", "if ", "1", "1'", "1e-", "0x", "a",
                "'\\", "'\\a", "1 \"\" ", "int\t1 ");
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void noLetterOfAHostileTextIsLookedAtMoreThanAFewTimes(String pattern) {
        for (String language : CodeLanguage.names()) {
            for (String start : List.of("", "{", "\"", "/*", "<a ")) {
                var code = new Watched(start + pattern.repeat(HOSTILE_CHARACTERS / pattern.length()));
                in(code, language);
                assertTrue(code.looks < 16L * HOSTILE_CHARACTERS, language + " " + start + pattern + ": " + code.looks);
            }
        }
    }
}
