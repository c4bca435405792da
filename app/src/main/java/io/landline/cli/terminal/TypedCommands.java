package io.landline.cli.terminal;

import io.landline.labprograms.CommandText;
import java.io.File;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Commands that stand in sentences, for the user to type. Where a profile was named they name it too: without it they
/// would be about another one. Chosen once for the process; any thread.
final class TypedCommands {
    private static final String OPTION = "--profile";
    private static final String OPTIONS_END = "--";
    /// The Lab and the demo have no profile.
    private static final Pattern COMMAND = Pattern.compile("\\blandline (?!lab\\b|demo\\b)(?=[a-z])");
    private static volatile @Nullable String profile;

    private TypedCommands() {}

    static void choose(String[] arguments) {
        profile = profile(arguments);
    }

    /// As it was typed; null where none was.
    static @Nullable String profile(String[] arguments) {
        String named = null;
        for (int i = 0; i < arguments.length && !arguments[i].equals(OPTIONS_END); i++) {
            if (arguments[i].startsWith(OPTION + "=")) named = arguments[i].substring(OPTION.length() + 1);
            if (arguments[i].equals(OPTION) && i + 1 < arguments.length) named = arguments[++i];
        }
        return named == null || named.isBlank() ? null : named;
    }

    /// The same sentence, with commands about the profile of this process.
    static String withProfile(String sentence) {
        return withProfile(sentence, profile, File.separatorChar == '\\');
    }

    static String withProfile(String sentence, @Nullable String profile, boolean windows) {
        if (profile == null) return sentence;
        String option = OPTION + " " + CommandText.quoted(profile, windows);
        return COMMAND.matcher(sentence).replaceAll(Matcher.quoteReplacement("landline " + option + " "));
    }
}
