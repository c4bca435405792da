package io.landline.labprograms;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.landline.lab.LabMessage;
import io.landline.language.Language;
import io.landline.language.LeftToRight;
import io.landline.language.PoFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

/// Puts what the lab says into a language, for the window and the command line. Its English stands in its programs;
/// another language is found by it in `said_XX.po`. A sentence that is not there stays English; a test sees that none
/// is missing. Immutable; any thread.
public final class LabMessageFormatter {
    private final Locale locale;
    private final UnaryOperator<String> translation;

    private LabMessageFormatter(Locale locale, UnaryOperator<String> translation) {
        this.locale = locale;
        this.translation = translation;
    }

    public static LabMessageFormatter in(Language language) {
        if (language == Language.ENGLISH) {
            return new LabMessageFormatter(language.locale(), LabMessageFormatter::printed);
        }
        Map<String, String> translations = translations(language);
        UnaryOperator<String> translation = english -> translations.getOrDefault(english, english);
        return new LabMessageFormatter(language.locale(),
                language.isMirrored() ? english -> marked(translation.apply(english)) : translation);
    }

    /// May hold what others wrote.
    public String format(LabMessage said) {
        return said.in(locale, translation);
    }

    /// With places that stay together in a sentence that is written from the right.
    private static String marked(String pattern) {
        return pattern.replace("{", LeftToRight.MARK + "{").replace("}", "}" + LeftToRight.MARK);
    }

    /// The window has printed apostrophes, commands have those of a typewriter.
    private static String printed(String english) {
        return english.replace('\'', '\u2019');
    }

    /// Of a language that is not English: its sentences by the English ones.
    public static Map<String, String> translations(Language language) {
        String file = "said_" + language.tag() + ".po";
        try (InputStream in = LabMessageFormatter.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("no " + file + " beside " + LabMessageFormatter.class.getName());
            }
            return PoFile.read(new BufferedReader(new InputStreamReader(in, UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }
}
