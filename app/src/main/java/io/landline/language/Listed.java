package io.landline.language;

import java.util.Collection;
import java.util.Locale;

/// Several things in one line, one after the other. Stateless; any thread.
public final class Listed {
    private static final String ARABIC = "ar";

    private Listed() {}

    /// `Ada, Bob, Cleo`, with the comma of this language.
    public static String of(Locale locale, Collection<String> things) {
        return String.join(locale.getLanguage().equals(ARABIC) ? "\u060C " : ", ", things);
    }
}
