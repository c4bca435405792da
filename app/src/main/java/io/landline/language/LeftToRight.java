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

    /// The argument of such a sentence, between marks where its letters, or at least its digits, run from the left.
    public static Object kept(Object argument) {
        return argument instanceof String text && isToBeKept(text) ? MARK + text + MARK : argument;
    }

    private static boolean isToBeKept(String text) {
        if (text.isEmpty() || text.charAt(0) == MARK) return false;
        boolean hasLetters = text.codePoints()
                .anyMatch(each -> each != MARK
                        && Character.getDirectionality(each) == Character.DIRECTIONALITY_LEFT_TO_RIGHT);
        boolean hasDigits = text.codePoints()
                .anyMatch(each -> Character.getDirectionality(each) == Character.DIRECTIONALITY_EUROPEAN_NUMBER);
        return hasLetters || hasDigits && !hasRightToLeftLetters(text);
    }

    /// Whether it has letters that are written from right to left.
    public static boolean hasRightToLeftLetters(String text) {
        return text.codePoints().anyMatch(each -> {
            byte direction = Character.getDirectionality(each);
            return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                    || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
        });
    }

    /// A text of ours as it leaves the window, without marks.
    public static String unmarked(String text) {
        return text.replace(String.valueOf(MARK), "");
    }
}
