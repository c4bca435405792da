package io.landline.cli.terminal;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How many columns the terminal has on which a person sits: `stty` tells, where there is one. Any thread.
final class TerminalWidth {
    /// A window that is resized is seen after so long. A flood of lines asks no more often.
    private static final Duration KEPT = Duration.ofSeconds(2);
    private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(1);
    private static final int BYTES_MAX = 32;
    private static final Pattern ROWS_AND_COLUMNS = Pattern.compile("\\d{1,5} (\\d{1,5})");

    private static int columns;
    private static long asked;
    private static boolean isAsked;

    private TerminalWidth() {}

    /// 0 where it is not known.
    static synchronized int columns() {
        if (!Terminal.isTerminal()) return 0;
        long now = System.nanoTime();
        if (isAsked && now - asked < KEPT.toNanos()) return columns;
        isAsked = true;
        asked = now;
        columns = ask();
        return columns;
    }

    private static int ask() {
        try {
            Process stty = new ProcessBuilder("stty", "size").redirectInput(Redirect.INHERIT)
                    .redirectError(Redirect.DISCARD)
                    .start();
            try {
                if (!stty.waitFor(ANSWERS_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) return 0;
                Matcher said = ROWS_AND_COLUMNS
                        .matcher(new String(stty.getInputStream().readNBytes(BYTES_MAX), US_ASCII).strip());
                return said.matches() ? Integer.parseInt(said.group(1)) : 0;
            } finally {
                stty.destroyForcibly();
            }
        } catch (IOException e) {
            return 0; // no such program here
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }
}
