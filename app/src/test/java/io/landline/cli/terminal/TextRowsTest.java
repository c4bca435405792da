package io.landline.cli.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// No row of a long line can be taken for the beginning of another one.
class TextRowsTest {
    private static List<String> rows(String text) {
        return TextRows.broken(text, 20).lines().toList();
    }

    @Test
    void aTextThatPadsItselfDoesNotReachTheEdge() {
        String said = "12:00  Mia: well" + " ".repeat(24) + "Ada: yes";
        List<String> rows = rows(said);
        assertTrue(rows.getLast().endsWith("Ada: yes"), rows.toString());
        assertTrue(rows.stream().allMatch(each -> each.length() <= 20), rows.toString());
        assertTrue(rows.stream().skip(1).allMatch(each -> each.startsWith("    ")), rows.toString());
    }

    @Test
    void aRowEndsBetweenWordsWhereTheNextOneHasPlaceInARow() {
        assertEquals(List.of("12:00  Ada: it is at", "    http://a.b/c/d/e", "    now"),
                rows("12:00  Ada: it is at http://a.b/c/d/e now"));
        assertEquals(List.of("12:00  Ada: /home/ad", "    a/long/path/of/a", "    ll"),
                rows("12:00  Ada: /home/ada/long/path/of/all"));
    }

    /// Whoever copies it from the terminal gets all of it.
    @ParameterizedTest
    @ValueSource(strings = {"http://a.example/long/path/of/all", "https://a.b:8080/?of=all&more#that"})
    void aLinkStaysWholeHoweverLongItIs(String link) {
        assertEquals(List.of("12:00  Ada: see", "    " + link, "    now"), rows("12:00  Ada: see " + link + " now"));
        assertEquals(List.of(link, "    now"), rows(link + " now"));
        assertEquals(List.of("x", "    " + link), rows("x " + link));
    }

    @Test
    void whatOnlyBeginsLikeALinkIsBroken() {
        assertEquals(List.of("http://a/12:00_Ada:y", "    es"), rows("http://a/12:00_Ada:yes"));
        assertEquals(List.of("http://a/" + "b".repeat(11), "    b\u6f22"),
                rows("http://a/" + "b".repeat(12) + "\u6f22"));
    }

    /// `Ada:80/yes` at the beginning of a row would look as if Ada had said it.
    @Test
    void aLinkStaysWholeOnlyWhereItsPortIsInItsFirstRow() {
        String whole = "http://" + "b".repeat(6) + ":80/yes_send_it";
        assertEquals(List.of("12:00  Ada: see", "    " + whole), rows("12:00  Ada: see " + whole));
        assertEquals(List.of("http://" + "b".repeat(13), "    Ada:80/yes_send_", "    it"),
                rows("http://" + "b".repeat(13) + "Ada:80/yes_send_it"));
        String later = "https://a.example/" + "c".repeat(20);
        assertEquals(List.of("http://bbbbbbbbbbbbb", "    Ada:80", "    " + later),
                rows("http://bbbbbbbbbbbbbAda:80 " + later), "the one behind it does");
    }

    @Test
    void theBlankBehindAFullRowIsLeftOut() {
        assertEquals(List.of("x".repeat(20)), rows("x".repeat(20) + " "));
        assertEquals(List.of("x".repeat(20), "    " + "y".repeat(16)),
                rows("x".repeat(20) + " " + "y".repeat(16) + " "));
        assertEquals(List.of("x".repeat(19) + " "), rows("x".repeat(19) + " "), "it has its place");
    }

    @Test
    void whatFitsStaysAndFurtherLinesAreBrokenToo() {
        assertEquals("x".repeat(20), TextRows.broken("x".repeat(20), 20));
        assertEquals(List.of("a", "    " + "y".repeat(16), "    " + "y".repeat(4), "b"),
                rows("a\n    " + "y".repeat(20) + "\nb"));
        assertEquals("", TextRows.broken("", 20));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 15})
    void whereNoWidthIsKnownNothingChanges(int columns) {
        assertEquals("z".repeat(99), TextRows.broken("z".repeat(99), columns));
    }

    /// Ten of them fill a row of twenty columns, then eight beside the indent.
    @ParameterizedTest
    @ValueSource(strings = {"\u6f22", "\uac00", "\uff21", "\uD83D\uDE00", "\uD842\uDFB7", "e\u0301e\u0301",
            "\u2764\uFE0F", "a\uFE0F", "\u25fd", "\u25fe", "\u2195", "\ud834\udf00", "\ud834\udf76"})
    void wideCharactersTakeTwoColumnsAndMarksNone(String wide) {
        assertEquals(List.of(wide.repeat(10), "    " + wide.repeat(8), "    " + wide), rows(wide.repeat(19)));
    }

    /// Java knows of no widths, but of these two kinds: terminals show both in two columns.
    @Test
    void noEmojiAndNoIdeographTakesOneColumn() {
        List<String> narrow = IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                .filter(each -> Character.isEmojiPresentation(each) || Character.isIdeographic(each))
                .filter(each -> Character.getType(each) != Character.NON_SPACING_MARK)
                .filter(each -> TextRows.rows(Character.toString(each).repeat(11), 20).size() == 1)
                .mapToObj(Integer::toHexString)
                .toList();
        assertEquals(List.of(), narrow);
    }

    @Test
    void whatIsOneCharacterStaysWholeIfARowHasPlaceForIt() {
        String family = "\uD83D\uDC69\u200D\uD83D\uDC69\u200D\uD83D\uDC67";
        assertEquals(List.of("x".repeat(15), "    " + family), rows("x".repeat(15) + family));
        String crowd = "\uD83D\uDC69" + "\u200D\uD83D\uDC69".repeat(40);
        assertTrue(rows(crowd).stream().allMatch(each -> each.codePoints().filter(c -> c > 0xffff).count() <= 10));
        assertEquals(List.of("a" + "\u0301".repeat(9_000)), rows("a" + "\u0301".repeat(9_000)));
    }

    @Test
    void aTabGoesAsFarAsItMay() {
        assertEquals(List.of("a\tb\t", "    \tc"), rows("a\tb\t\tc"));
    }
}
