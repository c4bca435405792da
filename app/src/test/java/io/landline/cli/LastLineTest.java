package io.landline.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.landline.cli.terminal.ExitCode;
import io.landline.process.FreePorts;
import io.landline.process.SelfCommand;
import io.landline.testing.StartsPrograms;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The last line of `--json`, where a signal ends the command: a program may stop reading there. For `node` it is
/// `bye`, whatever its program asks meanwhile.
@StartsPrograms
class LastLineTest {
    private static final int ANSWERS_BEFORE = 2_000;

    @TempDir
    Path folder;
    private Process node;

    private void start(String... typed) throws IOException {
        var command = new ArrayList<>(SelfCommand.of());
        command.addAll(List.of(typed));
        command.addAll(List.of("--json", "--profile", folder.resolve("Ada").toString(), "--name", "Ada",
                "--interface", "lo", "--udp-port", String.valueOf(FreePorts.udp()), "--tcp-port", "0", "--room",
                "class"));
        var builder = new ProcessBuilder(command).redirectError(new File(folder.resolve("stderr").toString()));
        builder.environment().put("LANDLINE_KEY", ConsoleNodes.KEY);
        node = builder.start();
    }

    @AfterEach
    void end() {
        node.destroyForcibly();
    }

    @Test
    void nothingIsAnsweredAfterIt() throws Exception {
        start("node");
        List<JsonObject> lines = asking("{'do':'peers'}".replace('\'', '"'));
        assertEquals("bye", lines.getLast().get("event").getAsString(), lines.getLast().toString());
        assertEquals(1, lines.stream().filter(line -> line.get("event").getAsString().equals("bye")).count());
        assertEquals(0, node.waitFor());
    }

    @Test
    void whatAProgramSaysBeforeItIsAnsweredAndNothingElseIsWritten() throws Exception {
        start("node");
        List<JsonObject> lines = asking("{'do':'say','to':'#class','text':'x'}".replace('\'', '"'));
        assertEquals("bye", lines.getLast().get("event").getAsString(), lines.getLast().toString());
        assertEquals(0, node.waitFor());
        List<String> answered = lines.stream()
                .filter(line -> line.has("message"))
                .map(line -> line.get("message").getAsString())
                .toList();
        assertTrue(answered.size() >= ANSWERS_BEFORE);
        var stored = new ArrayList<String>();
        try (var commands = new CommandProcess()) {
            commands.run(folder.resolve("Ada"), "history", "#class", "--all", "--json")
                    .text()
                    .lines()
                    .filter(line -> line.startsWith("{"))
                    .forEach(
                            line -> stored.add(JsonParser.parseString(line).getAsJsonObject().get("id").getAsString()));
        }
        assertEquals(answered, stored);
    }

    @Test
    void aCommandThatIsEndedByASignalSaysSoLast() throws Exception {
        assertInterrupted(ExitCode.LATER, "receive");
        assertInterrupted(ExitCode.INTERRUPTED, "say", "Nobody", "hello");
    }

    private void assertInterrupted(int exitCode, String... typed) throws Exception {
        start(typed);
        var lines = new ArrayList<JsonObject>();
        try (BufferedReader out = node.inputReader(UTF_8)) {
            for (String line; (line = out.readLine()) != null;) {
                lines.add(JsonParser.parseString(line).getAsJsonObject());
                if (lines.size() == 1) node.toHandle().destroy();
            }
        }
        assertEquals(exitCode, node.waitFor());
        assertEquals("failed", lines.getLast().get("event").getAsString(), lines.getLast().toString());
        assertEquals("interrupted", lines.getLast().get("code").getAsString());
    }

    /// Gives a command over and over, ends the node by a signal in the middle, and reads all that it wrote.
    private List<JsonObject> asking(String command) throws Exception {
        var lines = new ArrayList<JsonObject>();
        try (BufferedReader out = node.inputReader(UTF_8)) {
            lines.add(JsonParser.parseString(out.readLine()).getAsJsonObject());
            Thread asking = Thread.ofVirtual().start(() -> askOn(node.outputWriter(UTF_8), command));
            for (String line; (line = out.readLine()) != null;) {
                lines.add(JsonParser.parseString(line).getAsJsonObject());
                if (lines.size() == ANSWERS_BEFORE) node.toHandle().destroy();
            }
            asking.join();
        }
        return lines;
    }

    private static void askOn(BufferedWriter in, String command) {
        try {
            while (true) {
                in.write(command + "\n");
                in.flush();
            }
        } catch (IOException e) { // the node has ended
        }
    }
}
