package io.landline.language;

import java.util.Locale;
import java.util.Set;

/// Keeps names, paths and numbers in their order within a sentence that is written from the right: what stands at their
/// edges would move to the other side (UAX #9). Stateless; any thread.
public final class LeftToRight {
    /// Isolates would say it better, but JavaFX draws them, and all other characters without a shape, as boxes; this
    /// one it does not draw.
    public static final char MARK = '\u200E';

    /// As CLDR has them. To ask Java for the letters of a language reads its data of locales, and an image need not
    /// have those.
    private static final Set<String> WRITTEN_FROM_THE_RIGHT = Set.of("ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug",
            "ur", "yi");

    private LeftToRight() {}

    /// Whether the language is written from the right.
    public static boolean isMirrored(Locale locale) {
        return WRITTEN_FROM_THE_RIGHT.contains(locale.getLanguage());
    }

    /// The argument of such a sentence, between marks where its letters, or at least its digits, run from the left. An
    /// edge with letters from the right has none: a mark there would take the blank and the colon beside it with it.
    public static Object kept(Object argument) {
        if (!(argument instanceof String text)) return argument;
        if (hasRightToLeftLetters(text)) return markedWhereNeeded(text);
        return isToBeKept(text) ? MARK + text + MARK : text;
    }

    private static String markedWhereNeeded(String text) {
        int from = text.charAt(0) == MARK ? 1 : 0;
        int to = text.length() - (text.charAt(text.length() - 1) == MARK ? 1 : 0);
        String bare = text.substring(from, to);
        int[] letters = bare.codePoints().filter(each -> each != MARK && isLetter(each)).toArray();
        String before = isRightToLeft(letters[0]) ? "" : String.valueOf(MARK);
        String behind = isRightToLeft(letters[letters.length - 1]) ? "" : String.valueOf(MARK);
        return before + bare + behind;
    }

    private static boolean isLetter(int each) {
        return isRightToLeft(each) || Character.getDirectionality(each) == Character.DIRECTIONALITY_LEFT_TO_RIGHT;
    }

    private static boolean isRightToLeft(int each) {
        byte direction = Character.getDirectionality(each);
        return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
    }

    private static boolean isToBeKept(String text) {
        if (text.isEmpty() || text.charAt(0) == MARK) return false;
        boolean hasLetters = text.codePoints()
                .anyMatch(each -> each != MARK
                        && Character.getDirectionality(each) == Character.DIRECTIONALITY_LEFT_TO_RIGHT);
        boolean hasDigits = text.codePoints()
                .anyMatch(each -> Character.getDirectionality(each) == Character.DIRECTIONALITY_EUROPEAN_NUMBER);
        return hasLetters || hasDigits;
    }

    /// Whether it has letters that are written from right to left.
    public static boolean hasRightToLeftLetters(String text) {
        return text.codePoints().anyMatch(LeftToRight::isRightToLeft);
    }

    /// Whether it has letters that are written from right to left, and no others.
    public static boolean hasRightToLeftLettersAlone(String text) {
        return hasRightToLeftLetters(text)
                && text.codePoints().noneMatch(each -> each != MARK && isLetter(each) && !isRightToLeft(each));
    }

    /// Whether the last of its letters runs from the left; false where it has none.
    public static boolean endsFromTheLeft(String text) {
        for (int at = text.length(); at > 0;) {
            int each = text.codePointBefore(at);
            if (each != MARK && isLetter(each)) return !isRightToLeft(each);
            at -= Character.charCount(each);
        }
        return false;
    }

    /// A text of ours as it leaves the window, without marks.
    public static String unmarked(String text) {
        return text.replace(String.valueOf(MARK), "");
    }
}
