package io.landline.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.cli.file.Interruption;
import io.landline.cli.terminal.ExitCode;
import io.landline.fixture.LabWords;
import io.landline.process.FreePorts;
import io.landline.process.SelfCommand;
import io.landline.testing.StartsPrograms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What a signal does before a subcommand has said anything.
@StartsPrograms
class InterruptedStartTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"'',0", "--profile send,0", "node,0", "watch,0", "--json send Bob x,5", "--name node receive,5",
            "hand-in,5", "shelf take,5", "shelf --json take x,5", "shelf list take,130", "shelf,130", "say Bob x,130",
            "--color never history,130"})
    void theFirstWordsSayWhatASignalEndsWith(String arguments, int exitCode) {
        assertEquals(exitCode, InterruptedStart.exitCode(arguments.isEmpty() ? new String[0] : arguments.split(" ")));
    }

    /// Servers alone: its clients end with 130.
    @Test
    void aServerOfTheLabEndsAsItDoesLater() {
        for (String words : LabWords.all()) {
            int exitCode = words.startsWith("server ") ? ExitCode.DONE : ExitCode.INTERRUPTED;
            String typed = words.substring(words.indexOf(' ') + 1);
            assertEquals(exitCode, InterruptedStart.exitCode(typed.split(" ")), typed);
        }
    }

    /// The program waits for a link on a descriptor, which it asks for before it reads its arguments.
    @Test
    @EnabledOnOs(OS.LINUX)
    void aSignalBeforeTheArgumentsAreReadEndsSendAsALaterOne() throws Exception {
        Path pipe = folder.resolve("link");
        assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
        var command = new ArrayList<>(List.of("sh", "-c", "exec \"$@\" 3<>\"$0\"", pipe.toString()));
        command.addAll(SelfCommand.of("send", "Bob", "file", "--profile", folder.resolve("profile").toString()));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("LANDLINE_LINK_FD", "3");
        Process process = builder.start();
        try {
            while (openings(process, pipe) < 2) {
                assertTrue(process.isAlive(), "it ended before it asked for a link");
                Thread.onSpinWait();
            }
            process.toHandle().destroy(); // the other destroy closes what it said
            String said = new String(process.getInputStream().readAllBytes());
            assertEquals(ExitCode.LATER, process.waitFor(), said);
            assertEquals(Interruption.whileStarting(), said.strip());
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    /// A node runs, but nobody was found who could get the file.
    @ParameterizedTest
    @ValueSource(strings = {"send Nobody ", "receive "})
    @EnabledOnOs(OS.LINUX)
    void aSignalBeforeAnythingWasOfferedSaysThatNothingGoesOn(String command) throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "words");
        var program = SelfCommand.of((command + (command.startsWith("send") ? file : "")).split(" "));
        program.addAll(List.of("--profile", folder.resolve("profile").toString(), "--interface", "lo", "--udp-port",
                String.valueOf(FreePorts.udp()), "--accept", "all", "--downloads",
                folder.resolve("downloads").toString(), "--json"));
        Process process = new ProcessBuilder(program).redirectErrorStream(true).start();
        try (var printed = process.inputReader(UTF_8)) {
            for (String line = ""; !line.contains("\"ready\"");) {
                line = printed.readLine();
                assertNotNull(line, "it ended before its node was there");
            }
            process.toHandle().destroy();
            String said = printed.readAllAsString();
            assertEquals(ExitCode.LATER, process.waitFor(), said);
            assertTrue(said.contains("Interrupted. No file was on its way."), said);
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private static long openings(Process process, Path pipe) throws IOException {
        try (Stream<Path> open = Files.list(Path.of("/proc/" + process.pid() + "/fd"))) {
            return open.filter(each -> leadsTo(each, pipe)).count();
        }
    }

    private static boolean leadsTo(Path descriptor, Path file) {
        try {
            return Files.readSymbolicLink(descriptor).equals(file);
        } catch (IOException e) {
            return false; // closed meanwhile
        }
    }
}
