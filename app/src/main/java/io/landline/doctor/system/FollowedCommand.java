package io.landline.doctor.system;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A command of the system that tells what changes, line by line, until it is closed. Any thread.
public final class FollowedCommand implements AutoCloseable {
    /// One that tells nothing.
    public static final FollowedCommand NONE = new FollowedCommand(null);
    private static final System.Logger LOG = System.getLogger(FollowedCommand.class.getName());

    private final @Nullable Process process;

    private FollowedCommand(@Nullable Process process) { this.process = process; }

    /// Tells nothing where there is no such command.
    ///
    /// @param line is told each, on a thread of its own
    public static FollowedCommand of(Consumer<String> line, String... command) {
        Process process = SystemCommand.start(command);
        if (process == null) return NONE;
        Thread.ofVirtual().name("doctor-news").start(() -> read(process, line));
        return new FollowedCommand(process);
    }

    private static void read(Process process, Consumer<String> line) {
        try (BufferedReader out = process.inputReader(ISO_8859_1)) {
            out.lines().forEach(line);
        } catch (IOException | UncheckedIOException e) {
            LOG.log(System.Logger.Level.DEBUG, () -> "a command was cut off: " + e.getMessage());
        }
    }

    @Override
    public void close() {
        if (process != null) process.destroyForcibly();
    }
}
