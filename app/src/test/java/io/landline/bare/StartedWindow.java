package io.landline.bare;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// A window as a process of its own.
final class StartedWindow implements AutoCloseable {
    private static final Duration PAINTED_WITHIN = Duration.ofSeconds(60);
    private static final int LOOK_MILLIS = 20;
    private static final int END_SECONDS = 20;
    private static final String PAINTED = "ui.start.FirstPaint: the first page is painted";

    private final Process process;
    /// Milliseconds of the epoch.
    private final long startMillis;
    private final @Nullable Path log;

    private StartedWindow(Process process, long startMillis, @Nullable Path log) {
        this.process = process;
        this.startMillis = startMillis;
        this.log = log;
    }

    /// @param log where Landline notes that it is painted; null for the bare window, which prints it
    static StartedWindow start(List<String> command, @Nullable VirtualScreen screen, Path errors, @Nullable Path log)
            throws IOException {
        var builder = new ProcessBuilder(command).redirectError(errors.toFile());
        VirtualScreen.show(screen, builder.environment());
        long now = System.currentTimeMillis();
        return new StartedWindow(builder.start(), now, log);
    }

    /// How long after the start of the process its first page was painted.
    long paintedMillis() throws IOException, InterruptedException {
        return (log == null ? printed() : noted(log)) - startMillis;
    }

    private long printed() throws IOException {
        BufferedReader out = process.inputReader(UTF_8);
        for (String line; (line = out.readLine()) != null;) {
            if (line.startsWith(BareWindow.PAINTED)) {
                return Long.parseLong(line.substring(BareWindow.PAINTED.length()));
            }
        }
        throw new IOException("the bare window ended");
    }

    private long noted(Path folder) throws IOException, InterruptedException {
        long end = System.nanoTime() + PAINTED_WITHIN.toNanos();
        while (System.nanoTime() < end && process.isAlive()) {
            for (String line : lines(folder)) {
                if (!line.contains(PAINTED)) continue;
                long at = Instant.parse(line.substring(0, line.indexOf(' '))).toEpochMilli();
                if (at >= startMillis) return at;
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        }
        throw new IOException("the window was never painted");
    }

    private static List<String> lines(Path folder) throws IOException {
        if (!Files.exists(folder)) return List.of();
        var lines = new ArrayList<String>();
        try (var files = Files.list(folder)) {
            for (Path each : files.toList()) lines.addAll(Files.readAllLines(each));
        }
        return lines;
    }

    long startMillis() {
        return startMillis;
    }

    long pid() {
        return process.pid();
    }

    /// Ends it as the system does with programs when a user logs out.
    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) process.destroyForcibly();
    }
}
