package io.landline.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.cli.terminal.ExitCode;
import io.landline.process.FreePorts;
import io.landline.process.SelfCommand;
import io.landline.testing.Patience;
import io.landline.testing.StartsPrograms;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Commands whose output nobody takes: the disk is full, or the reader has gone.
@StartsPrograms
class StandardOutputTest {
    @TempDir
    Path folder;

    private ProcessBuilder program(String... command) {
        List<String> program = SelfCommand.of(command);
        program.addAll(List.of("--profile", folder.resolve("profile").toString()));
        var builder = new ProcessBuilder(program);
        builder.environment().put("LC_ALL", "C.UTF-8");
        return builder;
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "id --json", "--version", "--help", "room list", "lab list"})
    @EnabledOnOs(OS.LINUX)
    void whatIsCutOffByAFullDiskIsNotDone(String command) throws IOException {
        List<String> program = SelfCommand.of(command.split(" "));
        if (!command.startsWith("lab")) program.addAll(List.of("--profile", folder.resolve("profile").toString()));
        Process process = new ProcessBuilder(program).redirectOutput(new File("/dev/full")).start();
        process.getOutputStream().close();
        String complaint = new String(process.getErrorStream().readAllBytes(), UTF_8);
        assertEquals(ExitCode.FAILED, process.onExit().join().exitValue(), complaint);
        assertTrue(complaint.contains("The output is not whole: No space left on device."), complaint);
    }

    @Test
    void watchingEndsWhenNobodyReadsIt() throws Exception {
        int port = FreePorts.udp();
        Process process = program("watch", "--interface", "lo", "--udp-port", String.valueOf(port))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            try (var printed = process.inputReader(UTF_8)) {
                assertTrue(printed.readLine().contains("lo"), "its own datagrams pass");
            } // the reader has gone
            assertTrue(process.waitFor(Patience.PROGRAM_SECONDS, TimeUnit.SECONDS), "it runs on");
            assertEquals(ExitCode.DONE, process.exitValue());
        } finally {
            process.destroyForcibly().waitFor();
        }
    }
}
