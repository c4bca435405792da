package io.landline.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.landline.fixture.ProgramFile;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// A checkout of nothing, with the launcher `landline`: its Java and its Maven are scripts that note what they were
/// asked. So it is seen when it builds, when it trains Java's cache, and with what it starts.
abstract class FakeCheckout {
    static final Path LAUNCHER = Path.of("..", "landline");
    /// Trains by writing a cache, unless told to fail; else prints its arguments, a line each, and ends with 7.
    static final String JAVA = """
            #!/bin/sh
            home=$(dirname "$0")
            case "$*" in
                *TrainCache.java*)
                    echo trained >>"$home/asked"
                    [ -e "$home/no-training" ] && exit 1
                    [ -e "$home/ended" ] && kill $PPID && exit 0
                    echo cache >"$home/app/target/run/landline.aot"
                    exit 0 ;;
            esac
            printf '%s\\n' "$@"
            exit 7
            """;
    static final String MAVEN = """
            #!/bin/sh
            echo built >>"$(dirname "$0")/../asked"
            echo '[INFO] Building Landline 0.1.0 [1/3]'
            echo '[INFO] Building Landline lab 0.1.0 [2/3]'
            echo '[INFO] Downloading from somewhere: a'
            echo '[INFO] Downloading from somewhere: b'
            [ -e "$(dirname "$0")/../no-build" ] && echo '[ERROR] missing semicolon' && exit 1
            echo '[INFO] Building Landline app 0.1.0 [3/3]'
            exit 0
            """;
    static final int EXIT_CODE = 7;

    /// @param out the arguments that Java was started with
    record Run(int exitCode, List<String> out, String err) {}

    @TempDir
    Path folder;
    Path cache;

    @BeforeEach
    void checkout() throws IOException {
        ProgramFile.copy(LAUNCHER, folder.resolve("landline"));
        Files.createDirectories(folder.resolve("build"));
        for (String each : List.of("build/launch.sh", "build/link.sh", "build/java.sh")) {
            Files.copy(LAUNCHER.resolveSibling(each), folder.resolve(each));
        }
        program("java", JAVA);
        program("bin/mvn", MAVEN);
        for (String each : List.of("pom.xml", "build/TrainCache.java", "app/pom.xml", "app/src/main/Main.java")) {
            write(each, each);
        }
        write("app/target/run/app.jar", "classes");
        write("app/target/launch.args", "--main");
        write("app/target/java", folder.resolve("java").toString());
        cache = folder.resolve("app/target/run/landline.aot");
        newer("app/target/launch.args", 10);
    }

    void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    void program(String name, String text) throws IOException {
        ProgramFile.write(folder.resolve(name), text);
    }

    /// As if it had been written so many seconds from now.
    void newer(String name, int seconds) throws IOException {
        Files.setLastModifiedTime(folder.resolve(name), FileTime.from(Instant.now().plusSeconds(seconds)));
    }

    Run start(String... arguments) throws IOException {
        return run(List.of(), Map.of(), folder.resolve("landline"), arguments);
    }

    Run run(List<String> prefix, Map<String, String> environment, Path launcher, String... arguments)
            throws IOException {
        var command = new ArrayList<>(prefix);
        command.add(launcher.toString());
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command);
        builder.environment().keySet().removeAll(List.of("JDK_JAVA_OPTIONS", "JAVA_TOOL_OPTIONS"));
        builder.environment().putAll(environment);
        builder.environment()
                .merge("PATH", folder.resolve("bin").toString(), (path, own) -> own + File.pathSeparator + path);
        Path err = folder.resolve("err");
        Process process = builder.redirectError(err.toFile()).start();
        process.getOutputStream().close();
        List<String> out = new String(process.getInputStream().readAllBytes(), UTF_8).lines().toList();
        return new Run(process.onExit().join().exitValue(), out, Files.readString(err));
    }

    /// What Java and Maven were asked for so far, but for starts.
    List<String> asked() throws IOException {
        Path asked = folder.resolve("asked");
        return Files.exists(asked) ? Files.readAllLines(asked) : List.of();
    }

    boolean usesCache(Run run) {
        return run.out.contains("-XX:AOTCache=" + cache);
    }
}
