package io.landline.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.landline.testing.Patience;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A command on a terminal of its own, which is made by `script`.
final class Pty {
    private final Process process;
    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
    private final Thread reader;

    Pty(List<String> command) throws IOException {
        this("xterm", command);
    }

    Pty(String type, List<String> command) throws IOException {
        this(type, "exec " + quoted(command));
    }

    /// A terminal of this size.
    Pty(String type, int columns, int rows, List<String> command) throws IOException {
        this(type, "stty cols " + columns + " rows " + rows + " && exec " + quoted(command));
    }

    /// Ctrl-C reaches the command even where this build runs in the background of a script: a shell starts such a job
    /// with SIGINT ignored, and all that it starts inherits this.
    private static String quoted(List<String> command) {
        Stream<String> words = command.stream().map(word -> "'" + word.replace("'", "'\\''") + "'");
        return "env --default-signal=INT,QUIT " + words.collect(Collectors.joining(" "));
    }

    /// @param type of the terminal
    /// @param line for the shell, whose last act is to become the command: a shell that stayed would be ended by Ctrl-C
    ///         too, and its end would hide the exit code of the command
    private Pty(String type, String line) throws IOException {
        var builder = new ProcessBuilder("script", "-qec", line, "/dev/null").redirectErrorStream(true);
        builder.environment().put("TERM", type);
        builder.environment().remove("LANDLINE_KEY");
        process = builder.start();
        reader = Thread.ofVirtual().start(this::read);
    }

    private void read() {
        try (var in = process.getInputStream()) {
            byte[] some = new byte[8_192];
            for (int count; (count = in.read(some)) > 0;) {
                synchronized (this) {
                    shown.write(some, 0, count);
                    notifyAll();
                }
            }
        } catch (IOException e) {
            // it was ended here: the same as its end
        } finally {
            synchronized (this) {
                notifyAll();
            }
        }
    }

    void type(String keys) throws IOException {
        type(keys.getBytes(UTF_8));
    }

    void type(byte... keys) throws IOException {
        process.getOutputStream().write(keys);
        process.getOutputStream().flush();
    }

    /// The window gets another size, which the command is told by a signal.
    void resize(int columns, int rows) throws IOException, InterruptedException {
        String terminal = Files.readSymbolicLink(Path.of("/proc/" + command().pid() + "/fd/0")).toString();
        int exitCode = new ProcessBuilder("stty", "-F", terminal, "cols", String.valueOf(columns), "rows",
                String.valueOf(rows)).start().waitFor();
        if (exitCode != 0) throw new IOException("stty " + terminal + " ended with " + exitCode);
    }

    private ProcessHandle command() {
        return process.descendants().reduce((_, last) -> last).orElseThrow();
    }

    /// By SIGTERM.
    void terminate() {
        command().destroy();
    }

    /// Waits until this is so of what is shown.
    void until(BooleanSupplier condition, Supplier<String> what) throws InterruptedException {
        long end = System.nanoTime() + Patience.OF_PROGRAMS.toNanos();
        synchronized (this) {
            while (!condition.getAsBoolean()) {
                long left = end - System.nanoTime();
                if (left <= 0 || !process.isAlive()) throw new AssertionError(what.get());
                TimeUnit.NANOSECONDS.timedWait(this, Math.min(left, TimeUnit.SECONDS.toNanos(1)));
            }
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /// All that was written to the terminal until now.
    synchronized String shown() {
        return shown.toString(UTF_8);
    }

    /// Waits for something on the screen; false where the command ended without.
    boolean shows(String text) throws InterruptedException {
        return showsAfter(0, text);
    }

    /// The same, of what was written after this many characters.
    synchronized boolean showsAfter(int start, String text) throws InterruptedException {
        long end = System.nanoTime() + Patience.OF_PROGRAMS.toNanos();
        while (shown().indexOf(text, start) < 0) {
            long left = end - System.nanoTime();
            if (left <= 0 || !process.isAlive()) return shown().indexOf(text, start) >= 0;
            TimeUnit.NANOSECONDS.timedWait(this, Math.min(left, TimeUnit.SECONDS.toNanos(1)));
        }
        return true;
    }

    String untilItEnds() throws InterruptedException {
        if (!process.waitFor(Patience.PROGRAM_SECONDS, TimeUnit.SECONDS)) end();
        reader.join();
        return shown();
    }

    /// The exit code, once it has ended.
    int exitCode() {
        return process.exitValue();
    }

    /// Waits for the end: a node still writes its profile as it ends, and the folder is deleted after this.
    void end() {
        List<ProcessHandle> all = Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
        all.forEach(ProcessHandle::destroy);
        all.forEach(each -> each.onExit().orTimeout(Patience.PROGRAM_SECONDS, TimeUnit.SECONDS).join());
    }
}
