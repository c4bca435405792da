package io.landline.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.app.Main;
import io.landline.cli.CommandProcess.Ran;
import io.landline.cli.terminal.ExitCode;
import io.landline.process.FreePorts;
import io.landline.testing.StartsPrograms;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// A process that may have few files open meets that limit at another place each time. What it says is the same.
@StartsPrograms
class FewOpenFilesTest {
    private static final List<String> LIBRARIES = List.of("/app/target/classes", "/transfer/target/",
            "/discovery/target/", "/lab/target/", "/gson", "/picocli", "/sqlite", "/slf4j", "/jline");

    /// With fewer the program that the SQLite driver starts when it is loaded fails too. It says so in its own words,
    /// or Java has no descriptor for its pipes: then Java closes descriptors of any number, and the log may be one.
    private static final int LIMIT_MIN = 33;

    @TempDir
    private Path folder;

    /// From class files, whatever other tests start: how many descriptors a start takes depends on it. With the
    /// libraries of the program alone, since those of the tests would take all.
    private static List<String> fromClassFiles(String... arguments) {
        String libraries = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(each -> LIBRARIES.stream().anyMatch(each::contains))
                .collect(Collectors.joining(File.pathSeparator));
        var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto", "--enable-native-access=ALL-UNNAMED",
                "-cp", libraries, Main.class.getName()));
        command.addAll(List.of(arguments));
        return command;
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void theLimitIsNamedWhereverItIsMet() throws Exception {
        int named = 0;
        for (int limit = LIMIT_MIN; limit <= 45; limit += 2) {
            Ran ran = peers(limit);
            if (ran.exitCode() == ExitCode.DONE) break; // that many are enough, and so are more
            assertEquals("Landline may have only " + limit + " files open at once, and needs more. Raise the limit, for"
                    + " example with ulimit -n 4096, and start it again.", ran.text().strip());
            assertEquals(ExitCode.FAILED, ran.exitCode());
            named++;
        }
        assertTrue(named > 2, named + " limits were met");
    }

    /// Starts a node with a new profile, and ends it.
    private Ran peers(int limit) throws Exception {
        var command = new ArrayList<>(List.of("sh", "-c", "ulimit -n " + limit + " && exec \"$@\"", "sh"));
        command.addAll(fromClassFiles("peers", "--for", "1", "--profile", folder.resolve("profile" + limit).toString(),
                "--interface", "lo", "--udp-port", String.valueOf(FreePorts.udp()), "--tcp-port", "0"));
        Path said = folder.resolve("said");
        Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile()).start();
        process.getOutputStream().close();
        return new Ran(process.waitFor(), Files.readString(said, UTF_8));
    }
}
