package io.landline.cli.lab;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.cli.terminal.ExitCode;
import io.landline.process.SelfCommand;
import io.landline.testing.StartsPrograms;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// A computer with a name that no name server knows, and no file of hosts: Java is given an empty one.
@StartsPrograms
class OwnNameTest {
    @TempDir
    Path folder;

    @Test
    @EnabledOnOs(OS.LINUX)
    void itIsListedWithItsAddressesAllTheSame() throws Exception {
        List<String> command = SelfCommand.of("lab", "lookup");
        command.add(1, "-Djdk.net.hosts.file=" + Files.createFile(folder.resolve("hosts")));
        Process lookup = new ProcessBuilder(command).redirectErrorStream(true).start();
        List<String> lines = lookup.inputReader(UTF_8).readAllLines();
        assertEquals(ExitCode.DONE, lookup.waitFor(), lines::toString);
        assertEquals(Files.readString(Path.of("/proc/sys/kernel/hostname")).strip(), lines.getFirst());
        assertTrue(lines.stream().anyMatch(each -> each.contains("127.0.0.1")), lines::toString);
    }
}
