package io.landline.cli.lab;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.cli.terminal.ExitCode;
import io.landline.process.SelfCommand;
import io.landline.testing.StartsPrograms;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A server of one IP version, on all interfaces. As a program: only there are names in the system's order, and with
/// it goes which wildcard address Java takes by itself.
@StartsPrograms
class LabFamilyTest {
    @ParameterizedTest
    @CsvSource({"udp-echo, 4, 0.0.0.0", "tcp-echo, 4, 0.0.0.0", "udp-echo, 6, [::]", "tcp-echo, 6, [::]"})
    void aServerOfOneIpVersionListensOnAllInterfaces(String experiment, String family, String host) throws Exception {
        Process server = new ProcessBuilder(SelfCommand.of("lab", experiment, "--port", "0", "--family", family,
                "--for", "1s")).redirectErrorStream(true).start();
        try (var printed = server.inputReader(UTF_8)) {
            List<String> lines = printed.lines().toList();
            assertEquals(ExitCode.DONE, server.waitFor(), lines::toString);
            assertTrue(lines.getFirst().startsWith("lab " + experiment + ": listening on " + host + ":"),
                    lines::toString);
            assertTrue(lines.getFirst().contains(", IPv" + family + ")"), lines::toString);
        } finally {
            server.destroy();
        }
    }
}
