package io.landline.cli;

import io.landline.cli.file.Interruption;
import io.landline.cli.terminal.CommandFailedException;
import io.landline.cli.terminal.CommandFailedException.Why;
import io.landline.cli.terminal.CommandTexts;
import io.landline.cli.terminal.ExitCode;
import io.landline.cli.terminal.JsonLines;
import io.landline.cli.terminal.SignalHandling;
import io.landline.cli.terminal.Terminal;
import java.util.List;
import java.util.Set;

/// What an interruption does before the subcommand has said what it is to do. Stateless; any thread.
public final class InterruptedStart {
    /// The experiments of the Lab that have a server.
    private static final Set<String> LAB_SERVERS = Set.of("broadcast", "hangman", "http", "ip-choice", "ping", "quiz",
            "relay", "secret-file", "tcp-chat", "tcp-echo", "tcp-hello", "tictactoe", "time", "udp-echo", "udp-hello");
    /// Those that have none.
    private static final Set<String> LAB_OTHERS = Set.of("compare", "list", "lookup", "primes", "ramp", "reach",
            "sockets", "threads", "udp-args", "wire");
    /// With one of these an experiment is no server.
    private static final Set<String> OF_NO_SERVER = Set.of("--to", "--announce", "--connect", "--listen", "--load",
            "--help", "-h");

    private InterruptedStart() {}

    /// From now on an interruption ends this process as the subcommand in these arguments ends by one. To be called
    /// first of all. What a subcommand says with [SignalHandling#does] takes its place.
    public static void prepare(String[] args) {
        int exitCode = exitCode(args);
        SignalHandling.begins(exitCode, () -> {
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

    /// Read without the catalogue of the Lab, which takes its time: a signal may come meanwhile.
    private static boolean isLabServer(List<String> args) {
        if (args.stream().map(each -> each.split("=", 2)[0]).anyMatch(OF_NO_SERVER::contains)) return false;
        return args.stream()
                .filter(each -> LAB_SERVERS.contains(each) || LAB_OTHERS.contains(each))
                .findFirst()
                .filter(LAB_SERVERS::contains)
                .isPresent();
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
            case "lab" -> isLabServer(List.of(args)) ? ExitCode.DONE : ExitCode.INTERRUPTED;
            default -> ExitCode.INTERRUPTED;
        };
    }
}
