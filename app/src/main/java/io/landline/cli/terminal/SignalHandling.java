package io.landline.cli.terminal;

import io.landline.queue.Uninterrupted;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/// What Ctrl-C and SIGTERM do: close what is open, and end with the exit code of the subcommand (docs/command-line.md,
/// "Exit codes"). Java itself would end with 130 or 143.
public final class SignalHandling {
    private static final int NOTHING_LEFT_TO_DO = -1;
    /// For the last line: a reader that takes nothing does not keep the end waiting.
    private static final Duration LAST_LINE_WITHIN = Duration.ofMillis(500);
    private static final AtomicReference<@Nullable SignalHandling> CURRENT = new AtomicReference<>();
    private static volatile IntConsumer lastLine = _ -> {};
    /// Whether the process is that of one command, so that the end of the command is that of the process.
    private static volatile boolean ownsProcess;

    private final int exitCode;
    private final Runnable close;
    /// Stays that of the interruption where the command ends while `close` runs.
    private final IntConsumer last;

    private SignalHandling(int exitCode, Runnable close, IntConsumer last) {
        this.exitCode = exitCode;
        this.close = close;
        this.last = last;
    }

    /// As [#does], of a process that runs one command, and ends by [#exit].
    public static void begins(int exitCode, Runnable close) {
        ownsProcess = true;
        does(exitCode, close);
    }

    /// From now on an interruption runs `close` (which must be safe beside the main thread, and end within a few
    /// seconds).
    public static void does(int exitCode, Runnable close) {
        if (CURRENT.getAndSet(new SignalHandling(exitCode, close, lastLine)) == null) {
            Runtime.getRuntime()
                    .addShutdownHook(Thread.ofPlatform().name("interruption").unstarted(SignalHandling::run));
        }
    }

    /// What is said last of all where an interruption ends what was not done.
    ///
    /// @param line takes the exit code
    public static void saysLast(IntConsumer line) {
        lastLine = line;
        CURRENT.updateAndGet(now -> now == null ? null : new SignalHandling(now.exitCode, now.close, line));
    }

    /// The subcommand has ended by itself: its own exit code holds, also where an interruption comes before that of the
    /// process.
    public static void isOver(int exitCode) {
        if (CURRENT.get() == null) return;
        lastLine = _ -> {}; // it has said its own
        CURRENT.set(new SignalHandling(ownsProcess ? exitCode : NOTHING_LEFT_TO_DO, () -> {}, lastLine));
    }

    /// Ends the process in the ordinary way.
    public static void exit(int exitCode) {
        CURRENT.set(new SignalHandling(NOTHING_LEFT_TO_DO, () -> {}, lastLine));
        System.exit(exitCode);
    }

    private void sayLast() {
        Thread line = Thread.ofPlatform().daemon().name("last-line").start(() -> last.accept(exitCode));
        Uninterrupted.of(() -> line.join(LAST_LINE_WITHIN));
    }

    private static void run() {
        SignalHandling now = CURRENT.get();
        if (now == null || now.exitCode == NOTHING_LEFT_TO_DO) return;
        try {
            now.close.run();
        } catch (RuntimeException e) {
            System.getLogger(SignalHandling.class.getName()).log(System.Logger.Level.ERROR, "the end was not clean", e);
        } finally {
            if (now.exitCode != ExitCode.DONE) now.sayLast();
            Runtime.getRuntime().halt(now.exitCode); // within a shutdown hook the only way to choose the code
        }
    }
}
