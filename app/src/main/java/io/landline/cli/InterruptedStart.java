package io.landline.cli;

import io.landline.cli.file.Interruption;
import io.landline.cli.terminal.CommandFailedException;
import io.landline.cli.terminal.CommandFailedException.Why;
import io.landline.cli.terminal.CommandTexts;
import io.landline.cli.terminal.ExitCode;
import io.landline.cli.terminal.JsonLines;
import io.landline.cli.terminal.SignalHandling;
import io.landline.cli.terminal.Terminal;

/// What an interruption does before the subcommand has said what it is to do. Stateless; any thread.
public final class InterruptedStart {
    private InterruptedStart() {}

    /// From now on an interruption ends this process as the subcommand in these arguments ends by one. To be called
    /// first of all. What a subcommand says with [SignalHandling#does] takes its place.
    public static void prepare(String[] args) {
        int exitCode = exitCode(args);
        SignalHandling.does(exitCode, () -> {
            if (exitCode == ExitCode.LATER) System.err.println(Interruption.whileStarting());
        });
        if (CommandTexts.wantJson(args) && !isLab(args)) SignalHandling.saysLast(InterruptedStart::tell);
    }

    /// The Lab tells programs of its ends by itself.
    private static boolean isLab(String[] args) {
        int at = WindowStart.commandPlace(args, 0);
        return at < args.length && args[at].equals("lab");
    }

    /// A program that reads this command learns why nothing more comes.
    private static void tell(int exitCode) {
        new Terminal(true, Terminal.Colour.NEVER).last(JsonLines.failed(
                new CommandFailedException(exitCode, Why.INTERRUPTED, CommandTexts.of("Interrupted."))));
    }

    /// The exit code of the subcommand that the arguments name.
    static int exitCode(String[] args) {
        int at = WindowStart.commandPlace(args, 0);
        return switch (at == args.length ? "" : args[at]) {
            case "", "node", "watch" -> ExitCode.DONE;
            case "send", "receive", "hand-in" -> ExitCode.LATER;
            case "shelf" -> {
                int next = WindowStart.commandPlace(args, at + 1);
                yield next < args.length && args[next].equals("take") ? ExitCode.LATER : ExitCode.INTERRUPTED;
            }
            default -> ExitCode.INTERRUPTED;
        };
    }
}
