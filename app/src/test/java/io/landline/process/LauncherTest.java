package io.landline.process;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.cli.LandlineCommand;
import io.landline.fixture.OtherUser;
import io.landline.fixture.ProgramFile;
import io.landline.testing.StartsPrograms;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.OptionSpec;

/// The launcher of a checkout, `landline`, in a checkout of nothing: its Java and its Maven are scripts that note what
/// they were asked. So it is seen when it builds, when it trains Java's cache, and with what it starts.
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "a shell script; Windows has landline.cmd")
@StartsPrograms
class LauncherTest {
    private static final Path LAUNCHER = Path.of("..", "landline");
    /// Trains by writing a cache, unless told to fail; else prints its arguments, a line each, and ends with 7.
    private static final String JAVA = """
            #!/bin/sh
            home=$(dirname "$0")
            case "$*" in
                *TrainCache.java*)
                    echo trained >>"$home/asked"
                    [ -e "$home/no-training" ] && exit 1
                    echo cache >"$home/app/target/run/landline.aot"
                    exit 0 ;;
            esac
            printf '%s\\n' "$@"
            exit 7
            """;
    private static final String MAVEN = """
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
    private static final int EXIT_CODE = 7;

    /// @param out the arguments that Java was started with
    private record Run(int exitCode, List<String> out, String err) {}

    @TempDir
    Path folder;
    private Path cache;

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

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private void program(String name, String text) throws IOException {
        ProgramFile.write(folder.resolve(name), text);
    }

    /// As if it had been written so many seconds from now.
    private void newer(String name, int seconds) throws IOException {
        Files.setLastModifiedTime(folder.resolve(name), FileTime.from(Instant.now().plusSeconds(seconds)));
    }

    private Run start(String... arguments) throws IOException {
        return run(List.of(), Map.of(), folder.resolve("landline"), arguments);
    }

    private Run run(List<String> prefix, Map<String, String> environment, Path launcher, String... arguments)
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
    private List<String> asked() throws IOException {
        Path asked = folder.resolve("asked");
        return Files.exists(asked) ? Files.readAllLines(asked) : List.of();
    }

    private boolean usesCache(Run run) {
        return run.out.contains("-XX:AOTCache=" + cache);
    }

    @Test
    void argumentsArriveAsTheyAreAndTheExitCodeIsLandlines() throws IOException {
        Run run = start("say", "two words", "", "*");
        assertEquals(List.of("say", "two words", "", "*"), run.out.subList(run.out.size() - 4, run.out.size()));
        assertEquals(EXIT_CODE, run.exitCode);
    }

    /// Else Java prints a trace of its own.
    @Test
    void aFolderThatWasDeletedIsNamedInASentence() throws IOException {
        start();
        Path gone = Files.createDirectory(folder.resolve("gone"));
        Run run = run(List.of("sh", "-c", "cd '" + gone + "' && rmdir '" + gone + "' && exec \"$0\" \"$@\""), Map.of(),
                folder.resolve("landline"), "id");
        assertEquals(1, run.exitCode);
        assertEquals(List.of(), run.out);
        assertTrue(run.err.contains("The folder in which this command was started does not exist any more"), run.err);
    }

    /// With 12 the shell cannot read its second script, with 16 Java says nothing of the limit.
    @ParameterizedTest
    @ValueSource(ints = {12, 16, 20, 28, 30})
    void soFewOpenFilesThatNothingStartsAreNamedInASentence(int limit) throws IOException {
        start();
        Run run = run(List.of("sh", "-c", "ulimit -n " + limit + " && exec \"$0\" \"$@\""), Map.of(),
                folder.resolve("landline"), "id");
        assertEquals(1, run.exitCode, run.err);
        assertEquals("Landline may have only " + limit + " files open at once, and needs more. Raise the limit, for"
                + " example with ulimit -n 4096, and start it again.\n", run.err);
    }

    @Test
    void oneOpenFileMoreIsLeftToJava() throws IOException {
        start();
        Run run = run(List.of("sh", "-c", "ulimit -n 31 && exec \"$0\" \"$@\""), Map.of(),
                folder.resolve("landline"), "id");
        assertEquals(EXIT_CODE, run.exitCode, run.err);
    }

    /// Else Java has files of its own there: it reads them as input, and complains of a disk that is full.
    @Test
    void streamsThatTheCallerClosedAreThereAndEmpty() throws IOException {
        start();
        program("java", "#!/bin/sh\ntrue 3>&1 && true 3<&0 && cat >\"$(dirname \"$0\")/input\"");
        Run run = run(List.of("sh", "-c", "exec \"$0\" \"$@\" <&- >&-"), Map.of(), folder.resolve("landline"), "id");
        assertEquals(0, run.exitCode, run.err);
        assertEquals("", Files.readString(folder.resolve("input")));
    }

    @Test
    void theFirstStartTrainsTheCacheAndEveryStartUsesIt() throws IOException {
        Run first = start();
        Run second = start();
        assertTrue(usesCache(first) && usesCache(second), first + " " + second);
        assertTrue(second.out.contains("-Dlandline.aot.cache=" + cache), second.toString());
        assertEquals(List.of("trained"), asked());
        assertTrue(first.err.contains("quick starts"));
        assertEquals("", second.err);
    }

    @Test
    void theWindowHasACacheOfItsOwnAndCommandsHaveTheirs() throws IOException {
        start();
        write("app/target/run/window.aot", "cache");
        String window = "-XX:AOTCache=" + folder.resolve("app/target/run/window.aot");
        assertTrue(start().out.contains(window));
        assertTrue(start("--profile", "here").out.contains(window));
        assertTrue(start().out.contains("-Dlandline.aot.cache=" + cache), "for the nodes that it starts");
        for (String command : commands()) assertTrue(usesCache(start("--json", command)), command);
        for (String option : List.of("--help", "-h", "--version")) assertTrue(usesCache(start(option)), option);
    }

    /// A room may be called as a command is.
    @Test
    void theValueOfAnOptionIsNoCommand() throws IOException {
        start();
        write("app/target/run/window.aot", "cache");
        String launcher = "-Dlandline.launcher=" + folder.toRealPath().resolve("landline");
        for (OptionSpec option : LandlineCommand.commandLine().getCommandSpec().options()) {
            if (option.arity().min() == 0) continue;
            for (String name : option.names()) {
                assertTrue(start(name, "lab").out.contains(launcher), name);
                assertTrue(start(name + "=lab").out.contains(launcher), name);
            }
        }
        assertFalse(start("--room", "class", "lab").out.contains(launcher));
    }

    /// All that Landline has.
    private static List<String> commands() {
        return Stream.of(LandlineCommand.class.getAnnotation(Command.class).subcommands())
                .map(each -> each.getAnnotation(Command.class).name())
                .toList();
    }

    @Test
    void trainingAgainLeavesNoCacheOfBefore() throws IOException {
        start();
        write("app/target/run/window.aot", "cache");
        newer("app/target/run/app.jar", 20);
        newer("app/target/launch.args", 30);
        assertTrue(usesCache(start()), "none was trained for the window");
    }

    @Test
    void aJarThatWasBuiltAnewTrainsAgain() throws IOException {
        start();
        newer("app/target/run/app.jar", 20);
        newer("app/target/launch.args", 30);
        assertTrue(usesCache(start()));
        assertEquals(List.of("trained", "trained"), asked());
    }

    @Test
    void otherLaunchArgumentsTrainAgain() throws IOException {
        start();
        write("app/target/launch.args", "-Xmx1g --main");
        newer("app/target/launch.args", 10);
        start();
        assertEquals(List.of("trained", "trained"), asked());
    }

    /// One cache fits one Java: another in the same place, or at another, takes none of its caches without a word.
    @Test
    void anotherJavaTrainsAgain() throws IOException {
        program("jdk/bin/java", JAVA.replace("$(dirname \"$0\")", "$(dirname \"$0\")/../.."));
        write("jdk/release", "JAVA_VERSION=\"25.0.1\"");
        start();
        for (String java : List.of("jdk/bin/java", "java")) {
            write("app/target/java", folder.resolve(java).toString());
            start();
            assertTrue(usesCache(start()));
        }
        assertEquals(List.of("trained", "trained", "trained"), asked());
        write("app/target/java", folder.resolve("jdk/bin/java").toString());
        start();
        write("jdk/release", "JAVA_VERSION=\"25.0.2\"");
        start();
        start();
        assertEquals(5, asked().size(), asked().toString());
    }

    @Test
    void whatIsChangedDuringABuildIsBuiltAtTheNextStart() throws IOException {
        newer("app/target/launch.args", -10);
        program("bin/mvn", MAVEN.replace("exit 0", """
                cd "$(dirname "$0")/.." && touch before
                until [ pom.xml -nt before ]; do touch pom.xml; done
                until [ behind -nt pom.xml ]; do touch behind; done
                """));
        start();
        program("bin/mvn", MAVEN);
        start();
        start();
        assertEquals(2, asked().stream().filter("built"::equals).count(), asked().toString());
    }

    @Test
    void whereTrainingFailsLandlineStartsWithoutTheCacheAndTrainsNoMore() throws IOException {
        write("no-training", "");
        Run first = start();
        Run second = start();
        assertFalse(usesCache(first) || usesCache(second));
        assertEquals(EXIT_CODE, second.exitCode);
        assertEquals(List.of("trained"), asked());
    }

    @Test
    void besideOtherArchivesOfClassesTheCacheIsNotUsed() throws IOException {
        start();
        for (String option : List.of("-Xshare:off", "-XX:SharedArchiveFile=x", "-XX:AOTCache=x")) {
            for (String variable : List.of("JDK_JAVA_OPTIONS", "JAVA_TOOL_OPTIONS")) {
                assertFalse(usesCache(run(List.of(), Map.of(variable, option), folder.resolve("landline"))),
                        variable + "=" + option);
            }
        }
        assertTrue(usesCache(run(List.of(), Map.of("JDK_JAVA_OPTIONS", "-Xmx1g"), folder.resolve("landline"))));
    }

    @Test
    void aChangedSourceIsBuiltOnceBeforeTheStart() throws IOException {
        start();
        newer("app/src/main/Main.java", 20);
        Run built = start();
        assertEquals(List.of("trained", "built"), asked());
        assertTrue(usesCache(built), "the same jars, so the same cache");
    }

    @Test
    void aBuildThatFailsSaysWhyAndStartsNothing() throws IOException {
        write("no-build", "");
        newer("app/src/main/Main.java", 20);
        Run run = start();
        assertEquals(1, run.exitCode);
        assertEquals(List.of(), run.out);
        assertTrue(run.err.contains("missing semicolon") && run.err.contains("could not be built"), run.err);
        assertFalse(run.err.contains("[INFO]"), run.err);
    }

    @Test
    void aBuildTellsEachStepOnceWhenItBegins() throws IOException {
        newer("app/src/main/Main.java", 20);
        List<String> told = start().err.lines().map(line -> line.replaceFirst("^ *[0-9]+ s  ", "")).toList();
        assertEquals(List.of("Building Landline …", "building lab", "fetching libraries (only the first time)",
                "building app"), told.subList(0, 4));
        assertTrue(told.get(4).startsWith("Preparing quick starts"), told::toString);
    }

    @ParameterizedTest
    @CsvSource({"--name send history,130", "--room class send,5", "--room=class node,0", "shelf --json take,5",
            "shelf --name take list,130", "--room lab,0", "say shelf take,130"})
    void whatASignalToTheLauncherEndsWithIsSaidByTheCommandAlone(String arguments, int exitCode) throws IOException {
        start();
        program("bin/cmp", "#!/bin/sh\nkill -TERM $PPID\n");
        assertEquals(exitCode, start(arguments.split(" ")).exitCode);
    }

    @ParameterizedTest
    @CsvSource({"send,5", "receive,5", "hand-in,5", "shelf,130", "history,130", "node,0", "watch,0"})
    void aSignalToTheLauncherEndsItAsThatCommandEnds(String command, int exitCode) throws IOException {
        start();
        program("bin/cmp", "#!/bin/sh\nkill -TERM $PPID\n");
        assertEquals(exitCode, start(command, "one", "two").exitCode);
        assertEquals(command.equals("shelf") ? 5 : exitCode, start("--json", command, "take", "two").exitCode);
    }

    @Test
    void calledThroughALinkItFindsItsCheckout() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("bin/ll"), Path.of("..", "landline"));
        assertTrue(usesCache(run(List.of(), Map.of(), link)));
    }

    @Test
    void inACheckoutOfSomebodyElseItStartsAsItIs() throws IOException, InterruptedException {
        try (var other = new OtherUser()) {
            // what leads there may be entered by them from now on
            other.folder(Files.createDirectory(folder.resolve("theirs")));
            Run run = run(other.prefix(), Map.of(), folder.resolve("landline"));
            assertEquals(EXIT_CODE, run.exitCode, run.err);
            assertEquals("", run.err);
            assertFalse(usesCache(run));
            assertEquals(List.of(), asked());
        }
    }

    /// The shell's own words, and its code for wrong usage, would say nothing of that.
    @Test
    void aStaleCheckoutThatMayNotBeWrittenIsNamedInASentence() throws IOException, InterruptedException {
        newer("app/src/main/Main.java", 20);
        try (var other = new OtherUser()) {
            other.folder(Files.createDirectory(folder.resolve("theirs")));
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("r-xr-xr-x"));
            Run run = run(other.prefix(), Map.of(), folder.resolve("landline"), "id");
            assertEquals(1, run.exitCode, run.err);
            assertEquals("Landline has to be built here, and you may not write in " + folder.toRealPath()
                    + ". Start it as the owner of that folder, or from a copy of your own.\n", run.err);
            assertEquals(List.of(), run.out);
        } finally {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }
}
