package io.landline.cli.terminal;

import java.io.Console;
import java.io.IOException;
import java.text.Normalizer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A question on a terminal, which a person answers with yes or no. Enter alone is yes, as the capital letter says.
/// What is neither is asked again: nothing is decided by a slip.
public final class YesOrNo {
    private YesOrNo() {}

    /// Asks until there is an answer; null where the input has ended. Waits for the person. What was typed before does
    /// not answer it.
    public static @Nullable Boolean ask(Console console, String question) throws IOException {
        System.in.skip(System.in.available());
        while (true) {
            String typed = console.readLine("%s [Y/n] ", question);
            if (typed == null) return null;
            Boolean answer = of(typed);
            if (answer != null) return answer;
            console.printf("%s%n", CommandTexts.of("Type y for yes, or n for no."));
        }
    }

    /// What was typed, as English or as the language of the system has it; null where it is neither.
    static @Nullable Boolean of(String typed) {
        String word = plain(typed);
        if (word.isEmpty() || word.startsWith("y") || plain(CommandTexts.of("yes")).startsWith(word)) return true;
        if (word.startsWith("n") || plain(CommandTexts.of("no")).startsWith(word)) return false;
        return null;
    }

    private static String plain(String word) {
        return Normalizer.normalize(word.strip(), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }
}
