package io.landline.language;

import java.util.Collection;
import java.util.Locale;

/// Several things in one line, one after the other. Stateless; any thread.
public final class InlineList {
    private static final String ARABIC = "ar";
    /// With *and*, as Arabic likes it. JavaFX would draw a mark of direction beside a comma alone as a box: the letter
    /// has the comma belong to the sentence, not to the names beside it.
    private static final String AND = "\u060C \u0648";

    private InlineList() {}

    /// `Ada, Bob, Cleo`, with the comma of this language.
    public static String of(Locale locale, Collection<String> things) {
        return String.join(locale.getLanguage().equals(ARABIC) ? AND : ", ", things);
    }
}
