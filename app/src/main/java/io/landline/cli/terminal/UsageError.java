package io.landline.cli.terminal;

import io.landline.language.Language;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// Why a command line cannot be read, as a sentence. Stateless; any thread.
public final class UsageError {
    private static final String PREFIX = "Error: ";

    private UsageError() {}

    /// The library's own words, which are English; in other languages the two that people meet are said here.
    public static String sentence(ParameterException exception) {
        String said = withoutPrefix(exception.getMessage());
        if (said == null) return CommandTexts.of("This is not a command of Landline.");
        if (CommandTexts.language() == Language.ENGLISH) return said;
        return switch (exception) {
            case UnmatchedArgumentException unknown -> CommandTexts.of("Not known here: {0}.",
                    String.join(", ", unknown.getUnmatched()));
            case MissingParameterException missing -> CommandTexts.of("Missing: {0}.",
                    missing.getMissing().stream().map(ArgSpec::paramLabel).collect(Collectors.joining(", ")));
            default -> said;
        };
    }

    /// The library begins some of its sentences with a word that belongs before them.
    private static @Nullable String withoutPrefix(@Nullable String said) {
        return said != null && said.startsWith(PREFIX) ? said.substring(PREFIX.length()) : said;
    }
}
