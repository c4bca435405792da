package io.landline.cli;

import io.landline.cli.terminal.ExitCode;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// What Ctrl-C and SIGTERM do: close what is open, and end with the exit code of the subcommand (docs/command-line.md,
/// "Exit codes"). Java itself would end with 130 or 143.
public final class SignalHandling {
    private static final int NOTHING_LEFT_TO_DO = -1;
    private static final AtomicReference<@Nullable SignalHandling> CURRENT = new AtomicReference<>();

    private final int exitCode;
    private final Runnable close;

    private SignalHandling(int exitCode, Runnable close) {
        this.exitCode = exitCode;
        this.close = close;
    }

    /// From now on an interruption ends this process as the subcommand in these arguments ends by one. To be called
    /// first of all. What a subcommand says with [#does] takes its place.
    public static void whileStarting(String[] args) {
        int exitCode = exitCode(args);
        does(exitCode, () -> {
            if (exitCode == ExitCode.LATER) System.err.println(Interruption.whileStarting());
        });
    }

    /// From now on an interruption runs `close` (which must be safe beside the main thread, and end within a few
    /// seconds).
    public static void does(int exitCode, Runnable close) {
        if (CURRENT.getAndSet(new SignalHandling(exitCode, close)) == null) {
            Runtime.getRuntime()
                    .addShutdownHook(Thread.ofPlatform().name("interruption").unstarted(SignalHandling::run));
        }
    }

    /// By the subcommand that these arguments name.
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

    /// The subcommand ends by itself: its own exit code holds.
    public static void isOver() {
        if (CURRENT.get() != null) CURRENT.set(new SignalHandling(NOTHING_LEFT_TO_DO, () -> {}));
    }

    private static void run() {
        SignalHandling now = CURRENT.get();
        if (now == null || now.exitCode == NOTHING_LEFT_TO_DO) return;
        now.close.run();
        Runtime.getRuntime().halt(now.exitCode); // within a shutdown hook the only way to choose the code
    }
}
