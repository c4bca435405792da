package io.landline.ui.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The emoji that we have pictures of, and where they stand in a text (UTS #51). Of several that could begin at a
/// place, the longest counts. Stateless; any thread.
public final class Emoji {
    /// Unicode's groups of emoji, from faces to flags.
    public static final int GROUPS = 9;
    /// A message of 16 KiB could hold over four thousand, each of which is a node of its own on the screen.
    public static final int IN_TEXT_MAX = 600;
    private static final int COLUMN_GROUP = 1;
    private static final String SAME_AS = "=";
    private static final int AS_PICTURE = 0xFE0F;
    private static final int AS_LETTER = 0xFE0E;
    private static final int JOINER = 0x200D;
    private static final int KEYCAP = 0x20E3;
    private static final int TAG_FIRST = 0xE0020;
    private static final int TAG_LAST = 0xE007F;
    private static final int FLAG_FIRST = 0x1F1E6;
    private static final int FLAG_LAST = 0x1F1FF;
    /// Below, only signs that every font has: pictures where the text asks for them.
    private static final int SURELY_FROM = 0x203C;

    private Emoji() {}

    /// An emoji in a text.
    ///
    /// @param start of its first UTF-16 unit
    /// @param end behind its last one
    /// @param picture the number of its picture
    public record Place(int start, int end, int picture) {}

    /// One that a person can choose.
    ///
    /// @param picture the number of its picture
    /// @param group 0 to [#GROUPS] - 1
    public record Offered(String characters, int picture, int group) {}

    /// What stands in the file, read when the first emoji is met.
    private static final class Known {
        /// By the sequence without what only asks for a picture.
        static final Map<String, Integer> PICTURES = new HashMap<>();
        static final List<Offered> OFFERED = new ArrayList<>();
        /// UTF-16 units of the longest sequence. Somebody may join emoji without end.
        static final int LONGEST;

        static {
            InputStream file = Objects.requireNonNull(Emoji.class.getResourceAsStream("emoji.tsv"), "emoji.tsv");
            try (var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.US_ASCII))) {
                lines.lines().forEach(Known::read);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            LONGEST = PICTURES.keySet().stream().mapToInt(String::length).max().orElseThrow();
        }

        private static void read(String line) {
            String[] columns = line.split("\t");
            String characters = characters(columns[0]);
            String second = columns.length > COLUMN_GROUP ? columns[COLUMN_GROUP] : "";
            if (second.startsWith(SAME_AS)) {
                PICTURES.put(bare(characters), PICTURES.get(characters(second.substring(SAME_AS.length()))));
                return;
            }
            int picture = PICTURES.size();
            PICTURES.put(bare(characters), picture);
            if (!second.isEmpty()) OFFERED.add(new Offered(characters, picture, Integer.parseInt(second)));
        }

        private static String characters(String points) {
            var characters = new StringBuilder();
            for (String point : points.split("-")) characters.appendCodePoint(Integer.parseInt(point, 16));
            return characters.toString();
        }
    }

    private static String bare(String characters) {
        return characters.indexOf(AS_PICTURE) < 0 ? characters : characters.replace("\uFE0F", "");
    }

    /// All that a person can choose, in the order of Unicode.
    public static List<Offered> offered() {
        return List.copyOf(Known.OFFERED);
    }

    /// Whether these characters are one emoji that is offered.
    public static boolean isOffered(String characters) {
        Integer picture = Known.PICTURES.get(bare(characters));
        return picture != null && picture < Known.OFFERED.size();
    }

    /// The first [#IN_TEXT_MAX] emoji of a text, in their order.
    public static List<Place> in(String text) {
        int at = next(text, 0);
        if (at < 0) return List.of();
        var places = new ArrayList<Place>();
        while (at >= 0 && places.size() < IN_TEXT_MAX) {
            Place found = at(text, at);
            if (found != null) places.add(found);
            at = next(text, found == null ? at + Character.charCount(text.codePointAt(at)) : found.end());
        }
        return places;
    }

    /// Where the next character stands that may begin one; -1 for none. Most texts have none.
    private static int next(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= SURELY_FROM && !Character.isLowSurrogate(c)) return i;
            boolean isAsked = i + 1 < text.length()
                    && (text.charAt(i + 1) == AS_PICTURE || text.charAt(i + 1) == KEYCAP);
            if (isAsked) return i;
        }
        return -1;
    }

    private static @Nullable Place at(String text, int start) {
        if (!Character.isEmoji(text.codePointAt(start))) return null;
        var key = new StringBuilder();
        Place longest = null;
        int at = start;
        int before = 0;
        while (at < text.length()) {
            int c = text.codePointAt(at);
            if (at > start && !goesOn(before, c, key)) break;
            at += Character.charCount(c);
            before = c;
            if (c == AS_PICTURE) {
                if (longest != null && longest.end() == at - 1) longest = new Place(start, at, longest.picture());
                continue;
            }
            if (c == AS_LETTER) return null;
            key.appendCodePoint(c);
            if (key.length() > Known.LONGEST) break; // what follows makes no emoji of it
            Integer picture = Known.PICTURES.get(key.toString());
            if (picture != null) longest = new Place(start, at, picture);
        }
        if (longest == null || isSign(text, longest)) return null;
        return new Place(start, behind(text, longest.end()), longest.picture());
    }

    /// Whether the second character belongs to the emoji that the first is of.
    private static boolean goesOn(int before, int c, StringBuilder key) {
        if (c == AS_PICTURE || c == AS_LETTER || c == JOINER || c == KEYCAP || before == JOINER) return true;
        if (c >= TAG_FIRST && c <= TAG_LAST || Character.isEmojiModifier(c)) return true;
        boolean isFlag = c >= FLAG_FIRST && c <= FLAG_LAST && before >= FLAG_FIRST && before <= FLAG_LAST;
        return isFlag && key.codePointCount(0, key.length()) == 1;
    }

    /// ©, ®, ™ and arrows are letters of every font, unless the text asks for a picture.
    private static boolean isSign(String text, Place place) {
        int first = text.codePointAt(place.start());
        boolean isAlone = place.end() == place.start() + Character.charCount(first);
        return isAlone && (first < SURELY_FROM || first == 0x2122 || first >= 0x2194 && first <= 0x2199);
    }

    /// What belongs to no emoji that we know, and has no shape: the toolkit would draw boxes for it.
    private static int behind(String text, int end) {
        int at = end;
        while (at < text.length()) {
            int c = text.codePointAt(at);
            if (c != AS_PICTURE && c != JOINER && !(c >= TAG_FIRST && c <= TAG_LAST)) break;
            at += Character.charCount(c);
        }
        return at;
    }

    /// How many emoji a text consists of, beside blanks; 0 where it says more, or nothing.
    public static int alone(String text, List<Place> places) {
        int at = 0;
        for (Place place : places) {
            if (!text.substring(at, place.start()).isBlank()) return 0;
            at = place.end();
        }
        return text.substring(at).isBlank() ? places.size() : 0;
    }
}
