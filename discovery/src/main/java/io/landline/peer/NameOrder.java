package io.landline.peer;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.regex.Pattern;

/// The order of people's names in lists, as a reader looks for them: `PC 2` before `PC 10`, `Élodie` beside `Elodie`,
/// whatever the case. Marks count only between names that are otherwise alike. Different names are never equal.
/// Stateless; any thread.
public final class NameOrder {
    public static final Comparator<String> BY_NAME = NameOrder::compare;

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final int FIRST_WITH_MARKS = 0x80;

    private NameOrder() {}

    private static int compare(String a, String b) {
        int order = NaturalOrder.compare(withoutMarks(a), withoutMarks(b));
        return order != 0 ? order : NaturalOrder.compare(a, b);
    }

    /// Most names are plain, and a list compares each of them often.
    private static String withoutMarks(String name) {
        if (name.chars().allMatch(c -> c < FIRST_WITH_MARKS)) return name;
        return MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFD)).replaceAll("");
    }
}
