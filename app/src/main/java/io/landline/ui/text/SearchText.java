package io.landline.ui.text;

import java.text.Normalizer;
import java.util.Locale;

/// Text as people search it: without case and without accents. Stateless; any thread.
public final class SearchText {
    private SearchText() {}

    /// What is sought, and what it is sought in, compare in this form.
    public static String folded(String text) {
        String bare = Normalizer.normalize(text, Normalizer.Form.NFKD).replaceAll("\\p{M}+", "");
        return bare.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }
}
