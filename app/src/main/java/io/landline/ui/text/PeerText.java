package io.landline.ui.text;

import io.landline.language.Texts;
import io.landline.peer.CodePoints;
import io.landline.peer.InvisibleCharacters;
import io.landline.peer.NameSkeleton;
import io.landline.peer.PeerName;
import java.text.BreakIterator;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Other people's text, made safe to show (H40–H47): what it says stays readable, what it would do to the line around
/// it does not happen. Only for showing: what is stored, copied and compared is never changed. Stateless; any thread.
public final class PeerText {
    /// Combining marks that one base character may carry: Vietnamese needs two, Hebrew with accents four.
    public static final int MARKS_MAX = 6;
    /// Marks with a width of their own and joiners, together: Burmese needs four, Persian three.
    private static final int OTHER_MARKS_MAX = 6;
    /// A name in a chooser, beside its ending.
    private static final int FILE_NAME_CHARACTERS_MAX = 60;
    /// Stands for a character that would steer the text instead of being read.
    private static final char BOX = '\u25A1';
    /// Keeps apart what runs from right to left and what is beside it (UAX #9). Isolates and embeddings would say it
    /// better, but JavaFX draws them, and all other characters without a shape, as boxes; this one it does not draw.
    private static final char LEFT_TO_RIGHT_MARK = '\u200E';

    /// What the window calls its own user, or all, in one of its languages: a peer of such a name could speak for them
    /// (H47).
    private static final Set<NameSkeleton> RESERVED = Stream
            .of("Landline", "You", "Me", "System", "Everyone", "Vous", "Moi", "Système", "Tout le monde", "Du", "Ich",
                    "Alle", "Tú", "Yo", "Sistema", "Todos", "أنت", "أنا", "النظام", "الجميع")
            .map(NameSkeleton::of)
            .collect(Collectors.toUnmodifiableSet());
    /// UTF-16 units of a character in a shortened text, in the mean. The longest of Unicode's emoji has 15.
    static final int UNITS_A_CHARACTER_MAX = 16;
    private static final String NOT_THE_ONE = " (2)";

    private PeerText() {}

    /// A name that a person chose: as [#line], and a name that looks like a word of the window's own gets a suffix. One
    /// that passes for more than a name stands in quotation marks ([PeerName#marked]).
    public static String person(String name) {
        return line(unlikeOurs(PeerName.marked(name)));
    }

    /// The title of a conversation: a person's as [#person]. A room may have any sign in its name.
    public static String title(String title, boolean isRoom) {
        return isRoom ? line(unlikeOurs(title)) : person(title);
    }

    private static String unlikeOurs(String name) {
        return RESERVED.contains(NameSkeleton.of(name)) ? name + NOT_THE_ONE : name;
    }

    /// Names of others, each made safe as one line, with the comma of the language between them.
    public static String list(Texts texts, Collection<String> names) {
        return texts.list(names.stream().map(PeerText::line).toList());
    }

    /// A name, of a person, a room or a file: one line, what steers it shown as boxes. It stands in a sentence of any
    /// language without turning round what is beside it, since it begins and ends with a mark.
    public static String line(String text) {
        return LEFT_TO_RIGHT_MARK + shown(text, false) + LEFT_TO_RIGHT_MARK;
    }

    /// A message or its beginning on one line: in a list, a quote, a notification. What would steer it is left out as
    /// in the message itself, so it reads the same everywhere.
    public static String excerpt(String text) {
        String oneLine = shown(text, true).replace('\n', ' ').replace('\t', ' ');
        return LEFT_TO_RIGHT_MARK + oneLine + LEFT_TO_RIGHT_MARK;
    }

    /// As [#excerpt(String)], of the beginning of a text.
    public static String excerpt(String text, int charactersMax) {
        return excerpt(shortened(text.strip(), charactersMax));
    }

    /// A message: its line breaks and tabs stay; what would steer it is left out, so that its letters alone say where
    /// it runs. It stands in a text of its own.
    public static String block(String text) {
        return shown(text, true);
    }

    private static String shown(String text, boolean message) {
        var out = new StringBuilder(text.length());
        int marks = 0;
        int otherMarks = 0;
        for (int i = 0; i < text.length();) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (isMark(c)) {
                if (++marks <= MARKS_MAX) out.appendCodePoint(c);
                continue;
            }
            if (isOtherMark(c)) {
                if (++otherMarks <= OTHER_MARKS_MAX) out.appendCodePoint(c);
                continue;
            }
            marks = 0;
            otherMarks = 0;
            if (c == '\n' || c == '\t' || isSeparator(c)) {
                out.append(!message ? ' ' : c == '\t' ? '\t' : '\n');
            } else if (c == '\r') {
                if (!message) out.append(' ');
            } else if (isSteering(c)) {
                if (!message) out.append(BOX);
            } else if (!message && isEmptyLooking(c) || Character.isISOControl(c) || isLone(c) || isNoCharacter(c)) {
                out.append(BOX);
            } else {
                out.appendCodePoint(c);
            }
        }
        return out.toString();
    }

    private static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
    }

    /// One that is as wide as a letter, and what joins two letters or keeps them apart.
    private static boolean isOtherMark(int c) {
        return Character.getType(c) == Character.COMBINING_SPACING_MARK || c == 0x200c || c == 0x200d;
    }

    /// Of lines and paragraphs, where a paragraph ends unseen.
    private static boolean isSeparator(int c) {
        return c == 0x2028 || c == 0x2029 || c == 0x85;
    }

    private static boolean isLone(int c) {
        return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    }

    private static boolean isNoCharacter(int c) {
        return (c & 0xfffe) == 0xfffe || c >= 0xfdd0 && c <= 0xfdef;
    }

    /// Embeddings, overrides, isolates and marks of direction, and what is not seen at all.
    private static boolean isSteering(int c) {
        return c >= 0x202a && c <= 0x202e || c >= 0x2066 && c <= 0x2069 || c == 0x200e || c == 0x200f || c == 0x061c
                || c == 0x200b || c == 0x2060 || c == 0xfeff || c == 0x00ad;
    }

    /// Characters without a shape, of which a name may consist and then look like none.
    private static boolean isEmptyLooking(int c) {
        return InvisibleCharacters.contains(c) && !InvisibleCharacters.shapesOthers(c);
    }

    /// The first `charactersMax` characters as people count them, and an ellipsis where something was cut. Characters
    /// that are joined without end count as one, so it has [#UNITS_A_CHARACTER_MAX] times as many units at most.
    public static String shortened(String text, int charactersMax) {
        return shortened(text, charactersMax, charactersMax * UNITS_A_CHARACTER_MAX);
    }

    /// As [#shortened(String, int)], with at most this many UTF-16 units.
    public static String shortened(String text, int charactersMax, int unitsMax) {
        BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
        characters.setText(text);
        int next = characters.next(charactersMax);
        int end = Math.min(next == BreakIterator.DONE ? text.length() : next, unitsMax);
        if (end >= text.length()) return text;
        return text.substring(0, CodePoints.cut(text, end)) + "…";
    }

    /// A name for a new file, as the system's chooser may propose it: the letters and digits of a title.
    ///
    /// @param otherwise where the title has none
    public static String fileName(String title, String otherwise) {
        String name = title.replaceAll("[^\\p{L}\\p{N}]+", "-").replaceAll("^-+|-+$", "");
        String brief = shortened(name, FILE_NAME_CHARACTERS_MAX).replaceAll("[^\\p{L}\\p{N}-]", "");
        return brief.isEmpty() ? otherwise : brief;
    }

    /// At most this many characters as people count them, with an ellipsis for what was cut out of the middle: what a
    /// name of a file is hides at its end as well as at its beginning.
    public static String withoutMiddle(String text, int charactersMax) {
        BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
        characters.setText(text);
        int end = characters.next(charactersMax);
        if (end == BreakIterator.DONE || end >= text.length()) return text;
        int behind = charactersMax / 3;
        characters.first();
        int before = characters.next(charactersMax - behind - 1);
        characters.last();
        return text.substring(0, before) + "…" + text.substring(characters.next(-behind));
    }

    /// The letters that stand for a person in a picture of two: of the first two words, else of the one.
    public static String initials(String name) {
        var letters = new StringBuilder();
        for (String word : name.strip().split("[\\s._@-]+")) {
            if (word.isEmpty() || letters.codePointCount(0, letters.length()) == 2) continue;
            int first = word.codePointAt(0);
            if (Character.isLetterOrDigit(first) && !isEmptyLooking(first)) {
                letters.appendCodePoint(Character.toUpperCase(first));
            }
        }
        return letters.isEmpty() ? "?" : letters.toString();
    }
}
