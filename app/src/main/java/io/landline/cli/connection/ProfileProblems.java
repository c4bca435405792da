package io.landline.cli.connection;

import io.landline.cli.terminal.CommandTexts;
import io.landline.cli.terminal.Terminal;
import java.util.List;

/// What is wrong with a profile that a command opened itself: it is said once, on stderr, also with `--json`.
/// Stateless; any thread.
public final class ProfileProblems {
    private ProfileProblems() {}

    /// @param sentences of the profile, in English
    public static void warn(List<String> sentences) {
        var terminal = new Terminal(false, Terminal.Colour.NEVER);
        sentences.forEach(each -> terminal.warn(CommandTexts.inThisLanguage(each)));
    }
}
