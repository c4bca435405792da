package io.landline.chat.view;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A letter as a search compares it, and where it stands in its text. People type letters without the marks that they
/// could do without: accents, Arabic and Hebrew vowels, the tone of an emoji's skin. Case and width do not count, nor
/// forms of one letter, as `ς` and `σ`. Vowel signs of Indic scripts and of Thai stay: without them it is another word.
/// Immutable; any thread.
///
/// @param folded a code point; of one that is between words, any
/// @param start in UTF-16 units of the text
/// @param end behind the letter and its marks
public record FoldedLetter(int folded, int start, int end, Kind kind) {
    /// What it is to the words of a text.
    public enum Kind {
        /// Of a word.
        SPACED,
        /// Of a script that puts no spaces between words.
        UNSPACED,
        /// A sign that is a word by itself.
        PICTOGRAPH,
        /// Of no word.
        BETWEEN
    }

    /// Some signs stand for whole sentences, and stay as they are.
    private static final int PARTS_MAX = 8;
    static final int ASCII_END = 0x80;
    private static final int MARKS_BEGIN = 0x300;
    private static final int SOFT_HYPHEN = 0xAD;
    private static final int TATWEEL = 0x640;
    private static final int ZERO_WIDTH_SPACE = 0x200B;
    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int KANA_BEGIN = 0x3040;
    private static final int KANA_END = 0x3100;
    private static final int KATAKANA_BEGIN = 0x30A1;
    private static final int KATAKANA_END = 0x30F7;
    private static final int KATAKANA_TO_HIRAGANA = 0x60;
    /// `゙` and `゚`, which make another letter of the one before.
    private static final int VOICED = 0x3099;
    private static final int HALF_VOICED = 0x309A;
    private static final int HAN_BEGIN = 0x4E00;
    private static final int HAN_END = 0xA000;
    private static final int FLAGS_BEGIN = 0x1F1E6;
    private static final int FLAGS_END = 0x1F200;
    private static final int SKIN_BEGIN = 0x1F3FB;
    private static final int SKIN_END = 0x1F400;

    /// Small letters that are typed as others, or for want of others.
    private static final Map<Integer, String> ALIKE = Map.ofEntries(Map.entry((int) 'ß', "ss"),
            Map.entry((int) 'æ', "ae"), Map.entry((int) 'œ', "oe"), Map.entry((int) 'ø', "o"),
            Map.entry((int) 'đ', "d"), Map.entry((int) 'ð', "d"), Map.entry((int) 'ħ', "h"), Map.entry((int) 'ł', "l"),
            Map.entry((int) 'ŧ', "t"), Map.entry((int) 'þ', "th"), Map.entry((int) 'ı', "i"),
            Map.entry((int) 'ς', "σ"), Map.entry(0x671, "\u0627"), Map.entry(0x649, "\u064A"),
            Map.entry(0x629, "\u0647"), Map.entry(0x6A9, "\u0643"), Map.entry(0x6CC, "\u064A"),
            Map.entry(0x6C1, "\u0647"), Map.entry(0x5DA, "\u05DB"), Map.entry(0x5DD, "\u05DE"),
            Map.entry(0x5DF, "\u05E0"), Map.entry(0x5E3, "\u05E4"), Map.entry(0x5E5, "\u05E6"));

    /// Whether it is a word by itself: an emoji or a part of one.
    static boolean isPictograph(int c) {
        return c >= ASCII_END && Character.isExtendedPictographic(c) || c >= FLAGS_BEGIN && c < FLAGS_END;
    }

    /// Those of a text, in order. One that is written for several stands there several times.
    static List<FoldedLetter> all(String text) {
        var letters = new ArrayList<FoldedLetter>(text.length());
        int behind;
        for (int at = 0; at < text.length(); at = behind) {
            int c = text.codePointAt(at);
            behind = at + Character.charCount(c);
            if (c < ASCII_END) {
                boolean isLetter = Character.isLetterOrDigit(c);
                letters.add(new FoldedLetter(Character.toLowerCase(c), at, behind,
                        isLetter ? Kind.SPACED : Kind.BETWEEN));
            } else if (c == VOICED || c == HALF_VOICED || isLeftOut(c, letters)) {
                voice(c, behind, letters);
            } else if (isPictograph(c)) {
                letters.add(new FoldedLetter(c, at, behind, Kind.PICTOGRAPH));
            } else if (TypedSearch.isPartOfWord(c)) {
                addFolded(c, at, behind, letters);
            } else {
                letters.add(new FoldedLetter(c, at, behind, Kind.BETWEEN));
            }
        }
        return letters;
    }

    private static void addFolded(int c, int at, int behind, List<FoldedLetter> letters) {
        if (c >= KANA_BEGIN && c < KANA_END || c >= HAN_BEGIN && c < HAN_END) {
            boolean isKatakana = c >= KATAKANA_BEGIN && c < KATAKANA_END;
            letters.add(new FoldedLetter(isKatakana ? c - KATAKANA_TO_HIRAGANA : c, at, behind, Kind.UNSPACED));
            return;
        }
        String whole = Character.toString(c);
        String parts = Normalizer.normalize(whole, Form.NFKD);
        if (parts.length() > PARTS_MAX) parts = whole;
        parts.codePoints().forEach(part -> addPart(part, at, behind, letters));
    }

    private static void addPart(int part, int at, int behind, List<FoldedLetter> letters) {
        if (part == VOICED || part == HALF_VOICED || part >= ASCII_END && isLeftOut(part, letters)) {
            voice(part, behind, letters);
        } else if (part >= KANA_BEGIN && part < KANA_END) {
            addFolded(part, at, behind, letters);
        } else if (TypedSearch.isPartOfWord(part)) {
            int digit = Character.digit(part, 10);
            int small = Character.toLowerCase(part);
            String alike = digit >= 0 ? Integer.toString(digit) : ALIKE.get(small);
            Kind kind = isUnspaced(part) ? Kind.UNSPACED : Kind.SPACED;
            if (alike == null) {
                letters.add(new FoldedLetter(small, at, behind, kind));
            } else {
                alike.codePoints().forEach(each -> letters.add(new FoldedLetter(each, at, behind, Kind.SPACED)));
            }
        } else {
            letters.add(new FoldedLetter(part, at, behind, Kind.BETWEEN));
        }
    }

    /// Lets a mark belong to the letter before it, of which some make another.
    private static void voice(int mark, int behind, List<FoldedLetter> letters) {
        if (letters.isEmpty() || letters.getLast().kind == Kind.BETWEEN) return;
        FoldedLetter of = letters.getLast();
        int folded = of.folded;
        if (mark == VOICED || mark == HALF_VOICED) {
            String voiced = Normalizer.normalize(Character.toString(folded) + Character.toString(mark), Form.NFC);
            if (voiced.length() == 1) folded = voiced.charAt(0);
        }
        letters.set(letters.size() - 1, new FoldedLetter(folded, of.start, behind, of.kind));
    }

    private static boolean isLeftOut(int c, List<FoldedLetter> before) {
        if (c < MARKS_BEGIN) return c == SOFT_HYPHEN;
        if (c == TATWEEL || c >= SKIN_BEGIN && c < SKIN_END) return true;
        return switch (Character.getType(c)) {
            case Character.ENCLOSING_MARK -> true;
            case Character.FORMAT -> isNoSpace(c, before);
            case Character.NON_SPACING_MARK -> switch (UnicodeScript.of(c)) {
                case INHERITED, LATIN, GREEK, CYRILLIC, ARABIC, HEBREW, SYRIAC -> true;
                default -> false;
            };
            default -> false;
        };
    }

    /// Signs without a shape stand within words, but for two of them: one divides words where they have no spaces
    /// around them, the other one parts of Persian words, which people type apart too.
    private static boolean isNoSpace(int c, List<FoldedLetter> before) {
        return switch (c) {
            case ZERO_WIDTH_SPACE -> !before.isEmpty() && before.getLast().kind == Kind.UNSPACED;
            case ZERO_WIDTH_NON_JOINER -> before.isEmpty()
                    || UnicodeScript.of(before.getLast().folded) != UnicodeScript.ARABIC;
            default -> true;
        };
    }

    private static boolean isUnspaced(int c) {
        return switch (UnicodeScript.of(c)) {
            case HAN, HIRAGANA, KATAKANA, BOPOMOFO, YI, THAI, LAO, KHMER, MYANMAR -> true;
            default -> false;
        };
    }
}
