package io.landline.doctor;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;

/// Puts what the doctor says into one language: `messages_en.properties` and the like of each other language beside
/// this package. Immutable; any thread.
public final class DoctorMessageFormatter {
    /// The lookup never falls back to the system's language: all that are asked for are there.
    private static final String BUNDLE = "io.landline.doctor.messages";

    private final ResourceBundle bundle;
    private final boolean typewritten;

    private DoctorMessageFormatter(Locale locale, boolean typewritten) {
        bundle = ResourceBundle.getBundle(BUNDLE, locale);
        this.typewritten = typewritten;
    }

    /// As a window shows it, in one of its languages.
    public static DoctorMessageFormatter in(Locale locale) {
        return new DoctorMessageFormatter(locale, false);
    }

    /// As commands print it and programs read it: in English, with the quotes and apostrophes of a typewriter.
    public static DoctorMessageFormatter ofCommands() {
        return new DoctorMessageFormatter(Locale.ENGLISH, true);
    }

    /// Empty where there is nothing to say. May hold what peers call themselves.
    public String format(DoctorMessage words) {
        return words.sentences().stream().map(this::sentence).collect(Collectors.joining(" "));
    }

    private String sentence(DoctorMessage.Sentence sentence) {
        String text = bundle.getString(sentence.key());
        String pattern = typewritten ? text.replace("’", "''").replace('“', '"').replace('”', '"') : text;
        return new MessageFormat(pattern, bundle.getLocale())
                .format(sentence.places().stream().map(this::place).toArray());
    }

    private Object place(Object place) {
        return switch (place) {
            case DoctorMessage words -> format(words);
            case List<?> several -> several.stream()
                    .map(each -> place(each).toString())
                    .collect(Collectors.joining(", "));
            case Integer count -> count;
            case String same -> same;
            default -> throw new IllegalArgumentException(place.getClass() + " in a sentence");
        };
    }
}
