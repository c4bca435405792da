package io.landline.cli.terminal;

import io.landline.language.Language;
import java.util.stream.Collectors;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// Why a command line cannot be read, as a sentence. Stateless; any thread.
public final class UsageError {
    private UsageError() {}

    /// The library's own words, which are English; in other languages the two that people meet are said here.
    public static String sentence(ParameterException exception) {
        String said = exception.getMessage();
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
}
