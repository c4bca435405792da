package io.landline.cli.connection;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.cli.terminal.ExitCode;
import io.landline.control.ControlClient;
import io.landline.process.FreePorts;
import io.landline.process.SelfCommand;
import io.landline.settings.Profile;
import io.landline.testing.StartsPrograms;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// A command has started a node of its own, and another command of the same profile uses it.
@StartsPrograms
class SharedNodeTest {
    private static final Duration EVER = Duration.ofMinutes(2);

    @TempDir
    private Path folder;
    private Process first;
    private BufferedReader complaints;
    private ControlClient second;

    @BeforeEach
    void useTheNodeOfAnotherCommand() throws Exception {
        List<String> command = SelfCommand.of("peers", "--for", "1", "--profile", folder.resolve("profile").toString(),
                "--name", "Ada", "--interface", "lo", "--udp-port", String.valueOf(FreePorts.udp()), "--tcp-port", "0");
        first = new ProcessBuilder(command).start();
        complaints = first.errorReader(UTF_8);
        ControlClient connected = null;
        while (connected == null && first.isAlive()) connected = ofFirst();
        assertNotNull(connected, "the command ended");
        second = connected;
    }

    /// Null where its node is not ready yet: on a busy computer that may take longer than a command waits.
    private @Nullable ControlClient ofFirst() {
        try {
            return ControlClient.toNodeOf(Profile.openToRead(folder.resolve("profile")));
        } catch (IOException e) {
            return null;
        }
    }

    @AfterEach
    void end() throws Exception {
        second.close();
        first.destroyForcibly();
        first.waitFor();
    }

    private void awaitWord() throws IOException {
        String line = complaints.readLine();
        while (line != null && !line.startsWith("Other commands still use")) line = complaints.readLine();
        assertNotNull(line, "the command says why it does not end");
    }

    private String answer(String command) throws IOException {
        second.send(command);
        while (true) {
            String line = second.next(EVER);
            assertNotNull(line);
            if (line.contains("\"id\"")) return line;
        }
    }

    @Test
    void aNodeStaysForTheOtherCommandUntilThatEndsToo() throws Exception {
        awaitWord();
        assertTrue(first.isAlive());
        String answer = answer("{\"do\":\"peers\",\"id\":1}");
        assertTrue(answer.contains("\"ok\""), answer);
        second.close();
        assertEquals(ExitCode.DONE, first.waitFor());
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aSignalEndsItWithTheCodeOfWhatWasDone() throws Exception {
        awaitWord();
        first.destroy();
        assertEquals(ExitCode.DONE, first.waitFor());
        assertThrows(EOFException.class, () -> {
            while (true) assertNotNull(second.next(EVER));
        });
    }
}
