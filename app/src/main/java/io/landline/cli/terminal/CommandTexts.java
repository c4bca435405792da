package io.landline.cli.terminal;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.landline.lab.Escapes;
import io.landline.language.Language;
import io.landline.language.PoFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What commands say to a person, in the language of this system. Its English stands in the commands; another language
/// is found by it in `said_XX.po`, and what a node says in `answers_XX.po` ([AnswerTexts]). A sentence that is not
/// there stays English; tests see that none is missing.
///
/// The language is that of the process, and is chosen once, before anything is said. With `--json`, and until it is
/// chosen, it is English. Any thread.
public final class CommandTexts {
    static final Pattern PLACE = Pattern.compile("\\{(\\d)}");
    private static volatile Language language = Language.ENGLISH;
    /// Of that language; null before the first sentence, since a window says none.
    private static volatile @Nullable Map<String, String> translations;
    /// Of that language; null before the first answer of a node.
    private static volatile @Nullable AnswerTexts answers;

    /// What stands in a place and may have several lines, as what a person wrote.
    public record Lines(String text) {}

    private CommandTexts() {}

    /// Chooses the language for these arguments, and the profile of commands that stand in sentences.
    public static void choose(String[] arguments) {
        TypedCommands.choose(arguments);
        choose(wantJson(arguments) ? Language.ENGLISH : Language.ofSystem());
    }

    /// Whether these arguments ask for `--json`, for what is said before they are read, or where they cannot be read.
    /// `--` ends the options: what stands behind it is a text.
    public static boolean wantJson(String[] arguments) {
        return Arrays.stream(arguments)
                .takeWhile(each -> !each.equals("--"))
                .anyMatch(each -> each.equals("--json") || each.equalsIgnoreCase("--json=true"));
    }

    public static void choose(Language chosen) {
        language = chosen;
        translations = null;
        answers = null;
    }

    public static Language language() {
        return language;
    }

    /// A sentence, or some words.
    ///
    /// @param english a constant, with places `{0}`, `{1}` …: it is what translations are found by
    /// @param places what stands in them; never read as a pattern. Others may have chosen it, or it was typed: it stays
    ///        in its line, and does not steer a terminal. [Lines] may have several
    public static String of(String english, Object... places) {
        return filled(inThisLanguage(english), place -> shown(places[place]));
    }

    private static String shown(Object place) {
        return place instanceof Lines(String text) ? Escapes.lines(text) : Escapes.line(String.valueOf(place));
    }

    /// @param place what stands in the place of this number
    static String filled(String sentence, IntFunction<String> place) {
        return PLACE.matcher(sentence)
                .replaceAll(found -> Matcher.quoteReplacement(place.apply(Integer.parseInt(found.group(1)))));
    }

    /// A sentence as it stands, or as it was made elsewhere in English: in this language, where that is known.
    public static String inThisLanguage(String sentence) {
        return withProfile(translated(sentence));
    }

    /// A sentence in which commands stand that are for the user to type: about the profile that was named.
    public static String withProfile(String sentence) {
        return TypedCommands.withProfile(sentence);
    }

    private static String translated(String sentence) {
        Language chosen = language;
        if (chosen == Language.ENGLISH) return sentence;
        Map<String, String> known = translations;
        if (known == null) {
            known = translations(chosen);
            translations = known;
        }
        String its = known.get(sentence);
        return its == null ? answer(chosen, sentence) : its;
    }

    private static String answer(Language chosen, String sentence) {
        AnswerTexts known = answers;
        if (known == null) {
            known = new AnswerTexts(translations("answers", chosen));
            answers = known;
        }
        return known.translated(sentence);
    }

    /// Of a language that is not English: its sentences by the English ones.
    static Map<String, String> translations(Language language) {
        return translations("said", language);
    }

    /// @param of `said` by commands, or `answers` of a node
    static Map<String, String> translations(String of, Language language) {
        String file = of + "_" + language.tag() + ".po";
        try (InputStream in = CommandTexts.class.getResourceAsStream(file)) {
            if (in == null) throw new IllegalStateException("no " + file + " beside " + CommandTexts.class.getName());
            return PoFile.read(new BufferedReader(new InputStreamReader(in, UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }
}
