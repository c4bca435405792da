package io.landline.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.cli.LandlineCommand;
import io.landline.fixture.LabWords;
import io.landline.fixture.OtherUser;
import io.landline.testing.StartsPrograms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.OptionSpec;

/// The launcher of a checkout: when it builds, and how it starts Landline.
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "a shell script; Windows has landline.cmd")
@StartsPrograms
class LauncherTest extends FakeCheckout {
    @Test
    void argumentsArriveAsTheyAreAndTheExitCodeIsLandlines() throws IOException {
        Run run = start("say", "two words", "", "*");
        assertEquals(List.of("say", "two words", "", "*"), run.out().subList(run.out().size() - 4, run.out().size()));
        assertEquals(EXIT_CODE, run.exitCode());
    }

    /// Else Java prints a trace of its own.
    @Test
    void aFolderThatWasDeletedIsNamedInASentence() throws IOException {
        start();
        Path gone = Files.createDirectory(folder.resolve("gone"));
        Run run = run(List.of("sh", "-c", "cd '" + gone + "' && rmdir '" + gone + "' && exec \"$0\" \"$@\""), Map.of(),
                folder.resolve("landline"), "id");
        assertEquals(1, run.exitCode());
        assertEquals(List.of(), run.out());
        assertTrue(run.err().contains("The folder in which this command was started does not exist any more"),
                run.err());
    }

    /// With 12 the shell cannot read its second script, with 16 Java says nothing of the limit.
    @ParameterizedTest
    @ValueSource(ints = {12, 16, 20, 28, 30})
    void soFewOpenFilesThatNothingStartsAreNamedInASentence(int limit) throws IOException {
        start();
        Run run = run(List.of("sh", "-c", "ulimit -n " + limit + " && exec \"$0\" \"$@\""), Map.of(),
                folder.resolve("landline"), "id");
        assertEquals(1, run.exitCode(), run.err());
        assertEquals("Landline may have only " + limit + " files open at once, and needs more. Raise the limit, for"
                + " example with ulimit -n 4096, and start it again.\n", run.err());
    }

    @Test
    void oneOpenFileMoreIsLeftToJava() throws IOException {
        start();
        Run run = run(List.of("sh", "-c", "ulimit -n 31 && exec \"$0\" \"$@\""), Map.of(),
                folder.resolve("landline"), "id");
        assertEquals(EXIT_CODE, run.exitCode(), run.err());
    }

    /// Else Java has files of its own there: it reads them as input, and complains of a disk that is full.
    @Test
    void streamsThatTheCallerClosedAreThereAndEmpty() throws IOException {
        start();
        program("java", "#!/bin/sh\ntrue 3>&1 && true 3<&0 && cat >\"$(dirname \"$0\")/input\"");
        Run run = run(List.of("sh", "-c", "exec \"$0\" \"$@\" <&- >&-"), Map.of(), folder.resolve("landline"), "id");
        assertEquals(0, run.exitCode(), run.err());
        assertEquals("", Files.readString(folder.resolve("input")));
    }

    @Test
    void theWindowHasACacheOfItsOwnAndCommandsHaveTheirs() throws IOException {
        start();
        write("app/target/run/window.aot", "cache");
        String window = "-XX:AOTCache=" + folder.resolve("app/target/run/window.aot");
        assertTrue(start().out().contains(window));
        assertTrue(start("--profile", "here").out().contains(window));
        assertTrue(start().out().contains("-Dlandline.aot.cache=" + cache), "for the nodes that it starts");
        for (String command : commands()) assertTrue(usesCache(start("--json", command)), command);
        for (String option : List.of("--help", "-h", "--version")) assertTrue(usesCache(start(option)), option);
    }

    /// Compiling takes the cores from the first page.
    @Test
    void theWindowCompilesLaterThanCommands() throws IOException {
        start();
        write("app/target/run/window.aot", "cache");
        List<String> later = List.of("-XX:Tier0InvokeNotifyFreqLog=10", "-XX:Tier0BackedgeNotifyFreqLog=14");
        for (String each : later) {
            assertTrue(start().out().contains(each), each);
            assertTrue(start("--profile", "here").out().contains(each), each);
            assertFalse(start("--profile", "here", "node").out().contains(each), each);
        }
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
                assertTrue(start(name, "lab").out().contains(launcher), name);
                assertTrue(start(name + "=lab").out().contains(launcher), name);
            }
        }
        assertFalse(start("--room", "class", "lab").out().contains(launcher));
    }

    /// All that Landline has.
    private static List<String> commands() {
        return Stream.of(LandlineCommand.class.getAnnotation(Command.class).subcommands())
                .map(each -> each.getAnnotation(Command.class).name())
                .toList();
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
        assertEquals(1, run.exitCode());
        assertEquals(List.of(), run.out());
        assertTrue(run.err().contains("missing semicolon") && run.err().contains("could not be built"), run.err());
        assertFalse(run.err().contains("[INFO]"), run.err());
    }

    @Test
    void aBuildTellsEachStepOnceWhenItBegins() throws IOException {
        newer("app/src/main/Main.java", 20);
        List<String> told = start().err().lines().map(line -> line.replaceFirst("^ *[0-9]+ s  ", "")).toList();
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
        assertEquals(exitCode, start(arguments.split(" ")).exitCode());
    }

    @ParameterizedTest
    @CsvSource({"send,5", "receive,5", "hand-in,5", "shelf,130", "history,130", "node,0", "watch,0"})
    void aSignalToTheLauncherEndsItAsThatCommandEnds(String command, int exitCode) throws IOException {
        start();
        program("bin/cmp", "#!/bin/sh\nkill -TERM $PPID\n");
        assertEquals(exitCode, start(command, "one", "two").exitCode());
        assertEquals(command.equals("shelf") ? 5 : exitCode, start("--json", command, "take", "two").exitCode());
    }

    @Test
    void aSignalToTheLauncherEndsAServerOfTheLabAsItEndsLater() throws IOException {
        start();
        program("bin/cmp", "#!/bin/sh\nkill -TERM $PPID\n");
        for (String words : LabWords.all()) {
            String[] typed = words.substring(words.indexOf(' ') + 1).split(" ");
            assertEquals(words.startsWith("server ") ? 0 : 130, start(typed).exitCode(), words);
        }
    }

    /// Each takes a millisecond or two, and much longer from a cold disk.
    @Test
    void aStartOfWhatIsBuiltAsksFewOtherPrograms() throws IOException {
        program("jdk/bin/java", JAVA.replace("$(dirname \"$0\")", "$(dirname \"$0\")/../.."));
        write("jdk/release", "JAVA_VERSION=\"25.0.1\"");
        write("app/target/java", folder.resolve("jdk/bin/java") + "\n");
        newer("app/target/launch.args", 10);
        start();
        program("jdk/bin/java", "#!/bin/sh\nexit 7\n");
        for (String each : List.of("basename", "cat", "cmp", "cp", "date", "dirname", "find", "grep", "head", "id",
                "locale", "ls", "mkdir", "readlink", "rm", "sed", "stat", "test", "touch", "tr", "uname")) {
            program("bin/" + each,
                    "#!/bin/sh\necho " + each + " >>'" + folder.resolve("programs") + "'\nPATH=${PATH#*:}"
                            + "\nexec " + each + " \"$@\"\n");
        }
        assertEquals(EXIT_CODE, start("--version").exitCode());
        assertEquals(List.of("locale", "find"), Files.readAllLines(folder.resolve("programs")));
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
            assertEquals(EXIT_CODE, run.exitCode(), run.err());
            assertEquals("", run.err());
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
            assertEquals(1, run.exitCode(), run.err());
            assertEquals("Landline has to be built here, and you may not write in " + folder.toRealPath()
                    + ". Start it as the owner of that folder, or from a copy of your own.\n", run.err());
            assertEquals(List.of(), run.out());
        } finally {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }
}
