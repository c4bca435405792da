package io.landline.lab;

import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Something that the lab says to a person: an English sentence, or a few words, with places `{0}`, `{1}` … and what
/// stands in them. So the programs read as they speak, and a translation still finds out which sentence it is.
/// Immutable; any thread.
///
/// @param pattern the English, a constant of the program: it is what translations are found by
/// @param places as `String` what is the same in every language (addresses, names, what the system said), as `Integer`
///            or `Long` what is counted, as [Limit] what bounds it, with marks between three digits, as `Double` what
///            is measured, told with one decimal, as [LabMessage] what differs, or a list of these, which commas part
public record LabMessage(String pattern, List<Object> places) {
    /// Not a word.
    public static final LabMessage NOTHING = new LabMessage("", List.of());

    /// A limit, told with marks between three digits: `65,536`. Ports have none.
    public record Limit(long number) {}

    private static final String AS_IT_IS = "{0}";
    private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");

    public LabMessage {
        places = places.stream().map(LabMessage::kept).toList();
    }

    public static LabMessage of(String english, Object... places) {
        return new LabMessage(english, List.of(places));
    }

    /// Text in the same words in every language, because somebody else said it.
    public static LabMessage asIs(String text) {
        return text.isEmpty() ? NOTHING : new LabMessage(AS_IT_IS, List.of(text));
    }

    /// These, with commas between.
    public static LabMessage all(List<LabMessage> several) {
        return new LabMessage(AS_IT_IS, List.of(several));
    }

    /// In the lab's own language, as commands print it and programs read it.
    public String english() {
        return in(Locale.ROOT, UnaryOperator.identity());
    }

    /// In another language. What stands in a place is never read as a pattern.
    ///
    /// @param locale how measures are written there
    /// @param translation the pattern of that language for an English one
    public String in(Locale locale, UnaryOperator<String> translation) {
        return PLACE.matcher(translation.apply(pattern)).replaceAll(found -> {
            Object place = places.get(Integer.parseInt(found.group(1)));
            return Matcher.quoteReplacement(text(place, locale, translation));
        });
    }

    private static String text(Object place, Locale locale, UnaryOperator<String> translation) {
        return switch (place) {
            case LabMessage said -> said.in(locale, translation);
            case List<?> several -> several.stream()
                    .map(each -> text(each, locale, translation))
                    .collect(Collectors.joining(", "));
            case Limit(long number) -> NumberFormat.getIntegerInstance(locale).format(number);
            case Double measured -> String.format(locale, "%.1f", measured);
            default -> place.toString();
        };
    }

    public boolean isEmpty() {
        return pattern.isEmpty();
    }

    private static Object kept(Object place) {
        return switch (place) {
            case String _, Integer _, Long _, Limit _, Double _, LabMessage _ -> place;
            case List<?> several -> several.stream().map(LabMessage::kept).toList();
            default -> throw new IllegalArgumentException(place.getClass() + " in a sentence");
        };
    }
}
