package io.landline.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import io.landline.testing.Patience;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

/// A process that runs one command of Landline after the other, on the class path of the tests ([CommandRunner]).
/// What a command prints and what it complains of come as one text. One thread.
public final class CommandProcess implements AutoCloseable {
    /// Nodes that a command starts make their folder of downloads there.
    private static final Path HOME = Path.of("target", "home").toAbsolutePath();
    /// Far longer than any command of a test takes on a busy machine.

    private final Process process;
    private final BufferedWriter commands;
    private final BufferedReader printed;

    CommandProcess() throws IOException {
        this("en");
    }

    /// @param language of the system, as the commands see it
    CommandProcess(String language) throws IOException {
        this(language, "");
    }

    /// @param key in the environment of the commands; empty for none
    CommandProcess(String language, String key) throws IOException {
        var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED",
                "-Duser.language=" + language, "-Dstdout.encoding=UTF-8"));
        command.addAll(agents());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), CommandRunner.class.getName()));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().remove("LANDLINE_KEY");
        builder.environment().put("HOME", Files.createDirectories(HOME).toString());
        if (!key.isEmpty()) builder.environment().put("LANDLINE_KEY", key);
        process = builder.start();
        commands = process.outputWriter(UTF_8);
        printed = process.inputReader(UTF_8);
    }

    /// What counts the branches that tests take is to count those of commands too.
    private static List<String> agents() {
        return Stream.of(System.getProperty("landline.jvm.options", "").split(" "))
                .filter(option -> option.startsWith("-javaagent:"))
                .toList();
    }

    /// What a command ended with, and what it printed.
    record Ran(int exitCode, String text) {
        void assertEnded(int expected, String why) {
            assertEquals(expected, exitCode, text);
            assertTrue(text.contains(why), text);
        }
    }

    /// @param typed what the command reads
    void begin(Path profile, String typed, String... arguments) throws IOException {
        var all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--profile", profile.toString()));
        var command = new JsonObject();
        command.add("args", new Gson().toJsonTree(all));
        command.addProperty("typed", typed);
        commands.write(command + "\n");
        commands.flush();
    }

    /// Reads on to the line with this beginning. A command that never prints it is ended after [Patience#OF_PROGRAMS].
    String until(String beginning, StringBuilder passed) throws IOException {
        var late = new AtomicBoolean();
        var end = CompletableFuture.runAsync(() -> {
            late.set(true);
            process.destroyForcibly(); // which ends what is read
        }, CompletableFuture.delayedExecutor(Patience.PROGRAM_SECONDS, TimeUnit.SECONDS));
        try {
            while (true) {
                String line = printed.readLine();
                assertNotNull(line, () -> late.get()
                        ? "no line “" + beginning + "” came in " + Patience.OF_PROGRAMS + ", but: " + passed
                        : "the runner ended after " + passed);
                if (line.startsWith(beginning)) return line;
                passed.append(line).append('\n');
            }
        } finally {
            end.cancel(false);
        }
    }

    /// Waits for the end of the command that was begun.
    Ran finish() throws IOException {
        var text = new StringBuilder();
        String end = until(CommandRunner.END, text);
        return new Ran(Integer.parseInt(end.substring(CommandRunner.END.length())), text.toString());
    }

    Ran run(Path profile, String... arguments) throws IOException {
        begin(profile, "", arguments);
        return finish();
    }

    @Override
    public void close() throws IOException, InterruptedException {
        commands.close();
        boolean ended = process.waitFor(Patience.PROGRAM_SECONDS, TimeUnit.SECONDS);
        process.destroyForcibly();
        assertTrue(ended, () -> "the runner did not end in " + Patience.OF_PROGRAMS);
    }
}
