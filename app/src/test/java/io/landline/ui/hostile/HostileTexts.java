package io.landline.ui.hostile;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntFunction;

/// The kinds of hostile text (H40–H51), each of any length. Every kind begins with a letter: so it is accepted as a
/// message, as a name and as a question.
public final class HostileTexts {
    /// What the others are compared with: words of one script.
    public static final String PLAIN = "plain words";

    private static final Map<String, IntFunction<String>> KINDS = kinds();

    private HostileTexts() {}

    /// All of them by their names, [#PLAIN] first, each as many bytes long as fit into this number.
    public static Map<String, String> of(int bytes) {
        var texts = new LinkedHashMap<String, String>();
        KINDS.forEach((kind, text) -> texts.put(kind, text.apply(bytes)));
        return texts;
    }

    private static Map<String, IntFunction<String>> kinds() {
        var kinds = new LinkedHashMap<String, IntFunction<String>>();
        repeat(kinds, PLAIN, "plain words ");
        repeat(kinds, "one long word", "x");
        repeat(kinds, "empty lines", "\n");
        repeat(kinds, "short lines", "x\n");
        repeat(kinds, "carriage returns", "x\r\n");
        repeat(kinds, "paragraph separators", "x\u2028\u2029");
        repeat(kinds, "tabs", "\t");
        repeat(kinds, "blanks that do not break", "\u00A0");
        repeat(kinds, "wide blanks", "\u3000\u2003");
        repeat(kinds, "letters and blanks", "x ");
        repeat(kinds, "hyphens", "-");
        repeat(kinds, "colons in numbers", "1:");
        repeat(kinds, "colons behind words", "ab:");
        repeat(kinds, "soft hyphens", "a\u00AD");
        repeat(kinds, "marks on one letter", "\u0301\u0336");
        repeat(kinds, "few marks on each letter", "a\u0301\u0336\u0327\u0302\u0323\u0489");
        repeat(kinds, "enclosing marks", "\u20DD\u20E3");
        repeat(kinds, "marks with a width", "\u093E");
        repeat(kinds, "marks with a width on letters", "\u0915\u093E\u0903");
        repeat(kinds, "marks of Hangul", "\u1100\u1161\u11A8");
        repeat(kinds, "first parts of Hangul alone", "\u1100");
        repeat(kinds, "nested overrides", "\u202Ea\u202Db");
        repeat(kinds, "nested isolates", "\u2066a\u2067b\u2068");
        repeat(kinds, "marks of direction", "\u200Ea\u200Fb\u061C");
        repeat(kinds, "Hebrew without blanks", "\u05D0");
        repeat(kinds, "Arabic words", "\u0645\u0631\u062D\u0628\u0627 ");
        repeat(kinds, "Arabic without blanks", "\u0645\u0628");
        repeat(kinds, "two directions by turns", "a\u05D0");
        repeat(kinds, "two directions by turns, with blanks", "a \u05D0 ");
        repeat(kinds, "digits and Arabic by turns", "1\u0628");
        repeat(kinds, "letters of no width", "a\u200B\u2060\uFEFF");
        repeat(kinds, "joiners between letters", "a\u200D\u200C");
        repeat(kinds, "joiners alone", "\u200D");
        repeat(kinds, "emoji", "\uD83D\uDC4D");
        repeat(kinds, "emoji joined without end", "\uD83D\uDC68\u200D");
        repeat(kinds, "families", "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67\u200D\uD83D\uDC66");
        repeat(kinds, "skin tones alone", "\uD83C\uDFFF");
        repeat(kinds, "flags without a gap", "\uD83C\uDDE9");
        repeat(kinds, "keycaps", "1\uFE0F\u20E3");
        repeat(kinds, "tags on a flag", "\uD83C\uDFF4\uDB40\uDC67\uDB40\uDC62\uDB40\uDC7F");
        repeat(kinds, "tags alone", "\uDB40\uDC67");
        repeat(kinds, "variation selectors", "a\uFE0F\uFE0E");
        repeat(kinds, "ideographic variations", "\u845B\uDB40\uDD00");
        repeat(kinds, "emoji of a later Unicode", "\uD83E\uDEE8\uD83E\uDFFF");
        repeat(kinds, "escapes of a terminal", "\u001B[31mx\u001B]52;c;eA==\u0007");
        repeat(kinds, "control characters", "\u0001\u0085\u009B");
        repeat(kinds, "NUL", "\u0000");
        repeat(kinds, "noncharacters", "\uFFFE\uFFFF\uFDD0");
        repeat(kinds, "half surrogates", "\uD83D ");
        repeat(kinds, "private use", "\uE000\uDBC0\uDC00");
        repeat(kinds, "unassigned", "\u0378\uD87F\uDFFD");
        repeat(kinds, "HTML", "<b><script>x</script>");
        repeat(kinds, "links", "http://a.b ");
        repeat(kinds, "links without a gap", "http://");
        repeat(kinds, "hosts behind signs", "!www.a.org/");
        repeat(kinds, "brackets in a link", " http://a.b/((()))");
        repeat(kinds, "hosts of other letters", " http://\u0430.\u0431");
        repeat(kinds, "patterns", "%s{0}${x}\\u0041");
        repeat(kinds, "stars", "*a* **b ");
        repeat(kinds, "stars that open", " *a");
        repeat(kinds, "low lines", " _a_");
        repeat(kinds, "backticks", "`a` ");
        repeat(kinds, "backticks of every length", " `a ``b ```c");
        repeat(kinds, "fences", "\n```\nx\n```");
        repeat(kinds, "open fences", "\n```x");
        repeat(kinds, "lists in lists", "\n- a\n  - b\n    - c");
        repeat(kinds, "calls", "@");
        repeat(kinds, "search signs", "%_\"*' ");
        repeat(kinds, "Thai", "\u0E01\u0E33");
        repeat(kinds, "Thai marks", "\u0E01\u0E34\u0E49");
        repeat(kinds, "Khmer", "\u1780\u17D2\u1780");
        repeat(kinds, "Devanagari conjuncts", "\u0915\u094D\u0937");
        repeat(kinds, "conjuncts without end", "\u0915\u094D");
        repeat(kinds, "Tibetan stacks", "\u0F40\u0F90");
        repeat(kinds, "Myanmar", "\u1000\u1039\u1000");
        repeat(kinds, "Chinese", "\u4E2D");
        repeat(kinds, "the widest ligature", "\uFDFA");
        repeat(kinds, "the widest letter", "\uD808\uDC2B");
        repeat(kinds, "hieroglyphs", "\uD80C\uDC00");
        repeat(kinds, "mathematical letters", "\uD835\uDD04");
        repeat(kinds, "Mongolian", "\u182E\u1823\u180B");
        kinds.put("colours of code", bytes -> "a\n```java\n" + "1\"\"".repeat((bytes - 12) / 3));
        kinds.put("vowels within a word", bytes -> "a" + "\u093E".repeat((bytes - 2) / 3) + "b");
        kinds.put("each letter of another script", bytes -> each(bytes, 0xA1, 0x2FFF, 97));
        kinds.put("each letter another ideograph", bytes -> each(bytes, 0x4E00, 0x9FFF, 1));
        kinds.put("each letter of another plane", bytes -> each(bytes, 0x10000, 0x1FFFF, 211));
        return kinds;
    }

    private static void repeat(Map<String, IntFunction<String>> kinds, String name, String part) {
        kinds.put(name, bytes -> {
            String start = name.equals(PLAIN) ? "" : "a";
            return start + part.repeat((bytes - start.length()) / part.getBytes(StandardCharsets.UTF_8).length);
        });
    }

    /// Characters of a range in steps, round and round.
    private static String each(int bytes, int from, int to, int step) {
        var text = new StringBuilder("a");
        int used = 1;
        int at = from;
        while (true) {
            String one = Character.toString(at);
            used += one.getBytes(StandardCharsets.UTF_8).length;
            if (used > bytes) return text.toString();
            text.append(one);
            do {
                at = from + (at - from + step) % (to - from);
            } while (at >= Character.MIN_SURROGATE && at <= Character.MAX_SURROGATE);
        }
    }
}
