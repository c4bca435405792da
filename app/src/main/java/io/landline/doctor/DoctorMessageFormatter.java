package io.landline.doctor;

import io.landline.language.InlineList;
import io.landline.language.LeftToRight;
import io.landline.language.SentencePattern;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/// Puts what the doctor says into one language: `messages_en.properties` and the like of each other language beside
/// this package. Immutable; any thread.
public final class DoctorMessageFormatter {
    /// The lookup never falls back to the system's language: all that are asked for are there.
    private static final String BUNDLE = "io.landline.doctor.messages";

    private final ResourceBundle bundle;
    /// That which was asked for: the bundle's own has lost the digits.
    private final Locale locale;
    private final boolean typewritten;
    private final UnaryOperator<String> place;
    private final boolean isMirrored;

    private DoctorMessageFormatter(Locale locale, boolean typewritten, UnaryOperator<String> place) {
        bundle = ResourceBundle.getBundle(BUNDLE, locale);
        this.locale = locale;
        this.typewritten = typewritten;
        this.place = place;
        isMirrored = LeftToRight.isMirrored(locale);
    }

    /// As a window shows it, in one of its languages; where that is written from the right, with marks that keep what
    /// is written from the left together.
    ///
    /// @param place makes safe to show what may be somebody's text
    public static DoctorMessageFormatter in(Locale locale, UnaryOperator<String> place) {
        return new DoctorMessageFormatter(locale, false, place);
    }

    /// As commands print it and programs read it: in English, with the quotes and apostrophes of a typewriter.
    public static DoctorMessageFormatter ofCommands() {
        return new DoctorMessageFormatter(Locale.ENGLISH, true, UnaryOperator.identity());
    }

    /// Empty where there is nothing to say. May hold what peers call themselves.
    public String format(DoctorMessage words) {
        return words.sentences().stream().map(this::sentence).collect(Collectors.joining(" "));
    }

    private String sentence(DoctorMessage.Sentence sentence) {
        String text = bundle.getString(sentence.key());
        String pattern = typewritten ? text.replace("’", "''").replace('“', '"').replace('”', '"') : text;
        return SentencePattern.fill(pattern, locale, sentence.places().stream().map(this::place).toArray());
    }

    private Object place(Object place) {
        return switch (place) {
            case DoctorMessage words -> format(words);
            case List<?> several -> InlineList.of(locale,
                    several.stream().map(each -> place(each).toString()).toList());
            case Integer count -> count;
            case String same -> isMirrored ? LeftToRight.kept(this.place.apply(same)) : this.place.apply(same);
            default -> throw new IllegalArgumentException(place.getClass() + " in a sentence");
        };
    }
}
