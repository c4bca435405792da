package io.landline.ui.text;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/// Text as people search it: without case and without accents. Stateless; any thread.
public final class SearchText {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private SearchText() {}

    /// What is sought, and what it is sought in, compare in this form.
    public static String folded(String text) {
        // without the marks first: to put very many of one letter into their order takes the square of their number
        String bare = withoutMarks(Normalizer.normalize(withoutMarks(text), Normalizer.Form.NFKD));
        return bare.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }

    private static String withoutMarks(String text) {
        return MARKS.matcher(text).replaceAll("");
    }
}
