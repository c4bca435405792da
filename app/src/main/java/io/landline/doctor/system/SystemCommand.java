package io.landline.doctor.system;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.landline.system.OperatingSystem;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Runs a command of the system that only shows something, and reads what it says.
public final class SystemCommand {
    /// A table of neighbours or routes of a large network, several times over; more is not read.
    static final int OUTPUT_BYTES_MAX = 256 * 1024;
    /// They read a table and are done; PowerShell takes a second or two to start.
    static final Duration WITHIN = Duration.ofSeconds(4);
    static final String POWERSHELL = "powershell";
    private static final System.Logger LOG = System.getLogger(SystemCommand.class.getName());

    private SystemCommand() {}

    /// What it printed; empty where there is no such command, it failed, or it did not end in time. Addresses and the
    /// words looked for are ASCII, so that any 8-bit charset will do.
    public static Optional<String> output(String... command) throws InterruptedException {
        Process process = start(command);
        if (process == null) return Optional.empty();
        Thread deadline = Thread.ofVirtual().name("doctor-command").start(() -> end(process));
        try (InputStream out = process.getInputStream()) {
            process.getOutputStream().close();
            byte[] said = out.readNBytes(OUTPUT_BYTES_MAX);
            if (said.length == OUTPUT_BYTES_MAX) process.destroy(); // it may have more to say
            boolean ended = process.waitFor(WITHIN.toMillis(), TimeUnit.MILLISECONDS);
            return ended && (process.exitValue() == 0 || said.length == OUTPUT_BYTES_MAX)
                    ? Optional.of(new String(said, ISO_8859_1))
                    : Optional.empty();
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, () -> command[0] + " was cut off: " + e.getMessage());
            return Optional.empty();
        } finally {
            process.destroyForcibly();
            deadline.interrupt();
        }
    }

    /// Starts it with English output and without its errors; null where there is no such command.
    static @Nullable Process start(String... command) {
        try {
            var builder = new ProcessBuilder(line(OperatingSystem.here(), OperatingSystem.windowsFolder(), command))
                    .redirectError(ProcessBuilder.Redirect.DISCARD);
            builder.environment().put("LC_ALL", "C");
            return builder.start();
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG,
                    () -> "this system has no command " + command[0] + ": " + e.getMessage());
            return null;
        }
    }

    /// What is started: on Windows the program in its own folder, as [OperatingSystem#windowsFolder] says.
    static List<String> line(OperatingSystem system, String windows, String... command) {
        var line = new ArrayList<>(List.of(command));
        if (system == OperatingSystem.WINDOWS) {
            String folder = command[0].equals(POWERSHELL) ? "\\System32\\WindowsPowerShell\\v1.0\\" : "\\System32\\";
            line.set(0, windows + folder + command[0] + ".exe");
        }
        return line;
    }

    private static void end(Process process) {
        try {
            if (!process.waitFor(WITHIN.toMillis(), TimeUnit.MILLISECONDS)) process.destroyForcibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // it has ended
        }
    }
}
