package io.landline.ui.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.ui.text.Emoji.Place;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EmojiTest {
    private static final String WAVING = "\uD83D\uDC4B";
    private static final String MEDIUM_SKIN = "\uD83C\uDFFD";
    private static final String FAMILY = "\uD83D\uDC69\u200D\uD83D\uDC69\u200D\uD83D\uDC67";
    private static final String FRANCE = "\uD83C\uDDEB\uD83C\uDDF7";

    /// Unicode's own list: every emoji, and the shorter forms in which programs send some.
    static List<String> listed() throws IOException {
        try (InputStream file = EmojiTest.class.getResourceAsStream("emoji-test.txt")) {
            var all = new ArrayList<String>();
            for (String line : new String(file.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                if (line.isBlank() || line.startsWith("#")) continue;
                var characters = new StringBuilder();
                for (String point : line.substring(0, line.indexOf(';')).strip().split(" ")) {
                    characters.appendCodePoint(Integer.parseInt(point, 16));
                }
                all.add(characters.toString());
            }
            return all;
        }
    }

    private static List<String> found(String text) {
        return Emoji.in(text).stream().map(place -> text.substring(place.start(), place.end())).toList();
    }

    @Test
    void eachLineOfUnicodesListIsOneEmoji() throws IOException {
        List<String> all = listed();
        assertTrue(all.size() > 4_000, "lines: " + all.size());
        for (String each : all) {
            if (isSign(each)) continue;
            String text = "a" + each + "b";
            assertEquals(List.of(each), found(text), () -> each.codePoints()
                    .mapToObj(Integer::toHexString)
                    .toList()
                    .toString());
        }
    }

    /// They are letters of every font, unless a picture is asked for.
    private static boolean isSign(String text) {
        return text.length() == 1 && "\u00A9\u00AE\u2122\u2194\u2195\u2196\u2197\u2198\u2199".contains(text);
    }

    @Test
    void signsThatEveryFontHasArePicturesOnlyWhereAskedFor() {
        assertEquals(List.of(), found("\u00A9 2026, 3 \u2194 4, #1 *2"));
        List<String> asked = List.of("\u00A9\uFE0F", "\u2194\uFE0F", "1\uFE0F\u20E3");
        assertEquals(asked, found(String.join(" ", asked)));
        assertEquals(List.of(), found("\u2764\uFE0E"), "a letter is asked for");
    }

    @Test
    void sequencesBesideEachOtherAreToldApart() {
        assertEquals(List.of(FRANCE, FRANCE, WAVING + MEDIUM_SKIN, WAVING, FAMILY),
                found(FRANCE + FRANCE + WAVING + MEDIUM_SKIN + WAVING + FAMILY));
    }

    /// A newer program may join what we do not know as one: its parts are shown, and nothing between them.
    @Test
    void anUnknownSequenceIsShownByItsParts() {
        String unknown = WAVING + "\u200D" + FRANCE;
        assertEquals(List.of(WAVING + "\u200D", FRANCE), found(unknown));
        assertEquals(List.of(), Emoji.in("\u200D\uFE0F plain"));
    }

    @Test
    void ofAFloodOnlyTheFirstAreNoted() {
        assertEquals(Emoji.IN_TEXT_MAX, Emoji.in(WAVING.repeat(Emoji.IN_TEXT_MAX)).size());
        assertEquals(Emoji.IN_TEXT_MAX, Emoji.in(WAVING.repeat(Emoji.IN_TEXT_MAX + 1)).size());
    }

    /// Characters that may all be of one emoji were read to their end, for each that could begin one: 12 seconds.
    @Test
    void h40_aMessageOfEmojiThatAreAllJoinedIsReadInNoTime() {
        for (String joined : List.of(WAVING + "\u200D", FAMILY + "\u200D", "1\u200D", WAVING + "\u200D\uFE0F")) {
            String message = joined.repeat(16 * 1024 / joined.getBytes(StandardCharsets.UTF_8).length);
            long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime(); // whatever else goes on here
            Emoji.in(message);
            var worked = Duration.ofNanos(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before);
            assertTrue(worked.compareTo(Duration.ofSeconds(2)) < 0, "worked for " + worked);
        }
    }

    @Test
    void aTextOfEmojiAloneIsCounted() {
        assertEquals(2, alone(WAVING + " " + FRANCE));
        assertEquals(0, alone(WAVING + "!"));
        assertEquals(0, alone(""));
    }

    private static int alone(String text) {
        List<Place> places = Emoji.in(text);
        return Emoji.alone(text, places);
    }

    @Test
    void offeredAreThoseOfEachGroupInOneToneOfSkin() {
        List<Emoji.Offered> offered = Emoji.offered();
        assertEquals(Emoji.GROUPS, offered.stream().map(Emoji.Offered::group).distinct().count());
        assertTrue(offered.stream().noneMatch(each -> each.characters().contains(MEDIUM_SKIN)));
        assertTrue(Emoji.isOffered(WAVING));
        assertTrue(!Emoji.isOffered(WAVING + MEDIUM_SKIN) && !Emoji.isOffered("x"));
    }
}
