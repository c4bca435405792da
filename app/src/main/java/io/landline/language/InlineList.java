package io.landline.language;

import java.util.Collection;
import java.util.List;
import java.util.Locale;

/// Several things in one line, one after the other. Stateless; any thread.
public final class InlineList {
    private static final String ARABIC = "ar";
    /// With *and*, as Arabic likes it. JavaFX would draw a mark of direction beside a comma alone as a box: the letter
    /// has the comma belong to the sentence, not to the names beside it.
    private static final String AND = "\u060C \u0648";

    private static final String DOT = " \u00B7 ";
    /// The dot would join names and numbers on both sides to one run from the left, in which the first stands last. The
    /// semicolon is a letter to the rules of direction, as the one in [#AND] is.
    private static final String SEMICOLON = "\u061B ";

    private InlineList() {}

    /// `Ada, Bob, Cleo`, with the comma of this language.
    public static String of(Locale locale, Collection<String> things) {
        return joined(locale, things, ", ", AND);
    }

    /// Facts of one thing, each for itself: `3.4 MB · 12 files · Yesterday`.
    public static String facts(Locale locale, Collection<String> facts) {
        return joined(locale, facts, DOT, SEMICOLON);
    }

    private static String joined(Locale locale, Collection<String> parts, String between, String arabic) {
        if (!LeftToRight.isMirrored(locale)) return String.join(between, parts);
        List<String> kept = parts.stream().map(each -> String.valueOf(LeftToRight.kept(each))).toList();
        return String.join(locale.getLanguage().equals(ARABIC) ? arabic : between, kept);
    }
}
