package io.landline.cli.lab;

import io.landline.cli.terminal.CommandFailedException;
import io.landline.cli.terminal.Durations;
import io.landline.cli.terminal.Terminal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The options of each command that are not about its program: how long it runs, and what is shown. Filled by picocli;
/// confined to the main thread.
final class RunOptions {
    @Option(names = "--for", paramLabel = "TIME", description = "end after this time, such as 30s")
    @Nullable
    String lasting;

    @Option(names = "--trace", description = "each message in hex and text, with time, direction, address and length")
    boolean trace;

    @Option(names = "--json", description = "one JSON object a line, for programs")
    boolean json;

    @Option(names = "--color", paramLabel = "WHEN", description = "auto, always or never")
    String colour = "auto";

    @Option(names = {"-v", "--verbose"}, description = "more on stderr")
    boolean verbose;

    @Option(names = {"-h", "--help"}, usageHelp = true, description = "prints what can be given here")
    boolean help;

    /// Null: without end.
    @Nullable
    Duration lasting() throws CommandFailedException {
        return lasting == null ? null : Durations.parse("--for", lasting);
    }

    Terminal terminal() throws CommandFailedException {
        return new Terminal(json, Terminal.Colour.typed(colour));
    }
}
