package io.landline.cli.terminal;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.landline.system.OperatingSystem;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How many columns the terminal has on which standard output is seen: `stty` tells, where there is one. Any thread.
final class TerminalWidth {
    static final TerminalWidth OWN = new TerminalWidth(within -> ask(command(OperatingSystem.here()), within),
            System::nanoTime);

    /// A window that is resized is seen after so long. A flood of lines asks no more often.
    static final Duration KEPT = Duration.ofSeconds(2);
    static final Duration ANSWERS_WITHIN = Duration.ofSeconds(1);
    /// Before the first answer lines would go out whole: a busy computer may take its time for it.
    static final Duration FIRST_ANSWER_WITHIN = Duration.ofSeconds(5);
    private static final int BYTES_MAX = 32;
    private static final Pattern ROWS_AND_COLUMNS = Pattern.compile("\\d{1,5} (\\d{1,5})");
    /// From this exit code on a program was ended by a signal.
    private static final int SIGNALLED = 129;

    /// Asks the terminal.
    @FunctionalInterface
    interface Question {
        /// Standard output is no terminal.
        int NO_TERMINAL = -1;

        /// @return columns; 0 where the terminal itself does not know them
        /// @throws IOException where there was no answer this time
        int ask(Duration within) throws IOException, InterruptedException;
    }

    private final Question question;
    private final LongSupplier nanoTime;
    private int columns;
    private long asked;
    private boolean isAsked;
    private boolean isNone;

    TerminalWidth(Question question, LongSupplier nanoTime) {
        this.question = question;
        this.nanoTime = nanoTime;
    }

    /// 0 where it is not known, and where there is no terminal. Where a question fails it is what it was.
    synchronized int columns() {
        long now = nanoTime.getAsLong();
        if (isNone || isAsked && now - asked < KEPT.toNanos()) return columns;
        try {
            int answer = question.ask(isAsked ? ANSWERS_WITHIN : FIRST_ANSWER_WITHIN);
            isNone = answer == Question.NO_TERMINAL;
            columns = isNone ? 0 : answer;
        } catch (IOException e) {
            System.getLogger(TerminalWidth.class.getName()).log(System.Logger.Level.DEBUG, "no width", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        isAsked = true;
        asked = now;
        return columns;
    }

    /// `stty` asks the terminal that is its input. Here that is our output: our input may be a file. It answers where
    /// the errors go. Empty on Windows, where a program of that name in the current folder would be started.
    static List<String> command(OperatingSystem system) {
        return system == OperatingSystem.WINDOWS ? List.of() : List.of("/bin/sh", "-c", "exec stty size <&1 >&2");
    }

    private static int ask(List<String> command, Duration within) throws IOException, InterruptedException {
        if (command.isEmpty()) return Question.NO_TERMINAL;
        Process stty = new ProcessBuilder(command).redirectOutput(Redirect.INHERIT).start();
        try {
            if (!stty.waitFor(within.toMillis(), TimeUnit.MILLISECONDS)) throw new IOException("no answer in time");
            if (stty.exitValue() >= SIGNALLED) throw new IOException("ended by a signal");
            Matcher said = ROWS_AND_COLUMNS
                    .matcher(new String(stty.getErrorStream().readNBytes(BYTES_MAX), US_ASCII).strip());
            return said.matches() ? Integer.parseInt(said.group(1)) : Question.NO_TERMINAL;
        } finally {
            stty.destroyForcibly();
        }
    }
}
