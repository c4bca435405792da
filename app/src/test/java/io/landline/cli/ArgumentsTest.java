package io.landline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.cli.file.FilesOnDisk;
import io.landline.cli.lab.LabCommand;
import io.landline.cli.terminal.CommandFailedException;
import io.landline.cli.terminal.ExitCode;
import io.landline.node.profile.NodeOptions;
import io.landline.node.profile.NodeOptions.RequestedRoom;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.OptionSpec;

class ArgumentsTest {
    @Command(name = "root", subcommands = Sub.class)
    static final class Root {
        @Mixin
        final Arguments arguments = new Arguments();
    }

    @Command(name = "sub")
    static final class Sub {
        @CommandLine.Parameters
        List<String> rest = List.of();
    }

    private static NodeOptions options(String key, String... args) throws CommandFailedException {
        var root = new Root();
        new CommandLine(root).setOverwrittenOptionsAllowed(true).parseArgs(args);
        return root.arguments.toOptions(key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--profile", "--downloads"})
    void anEmptyPathIsNotTheFolderHere(String option) {
        assertThrows(CommandFailedException.class, () -> options("", option, ""));
        assertThrows(CommandFailedException.class, () -> FilesOnDisk.whole(List.of("pom.xml", "")));
    }

    @Test
    void aWordThatBeginsWithAnAtIsNeverTheContentOfAFile(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("bob"), "secret");
        List<CommandLine> lines = List.of(LandlineCommand.of(LaunchLink.of(new String[]{"say"}, Map.of())).line(),
                LabCommand.commandLine());
        for (CommandLine line : lines) {
            assertFalse(line.isExpandAtFiles()); // files are put in place of words before any subcommand is read
        }
        List<String> words = lines.getFirst()
                .parseArgs("say", "#class", "@" + file)
                .subcommand()
                .matchedPositionals()
                .stream()
                .flatMap(each -> each.stringValues().stream())
                .toList();
        assertEquals(List.of("#class", "@" + file), words);
    }

    @Test
    void optionsStandBeforeAndBehindTheSubcommand() throws CommandFailedException {
        NodeOptions options = options(null, "--name", "Ada", "sub", "x", "--tcp-port", "0", "y", "--udp-port", "6000");
        assertEquals("Ada", String.valueOf(options.name()));
        assertEquals(0, options.network().tcpPort());
        assertEquals(6000, options.network().udpPort());
    }

    @Test
    void roomsAndKeysComeInPairsWhicheverStandsFirst() throws CommandFailedException {
        NodeOptions options = options(null, "sub", "--room", "a", "--key", "ka", "--key", "kb", "--room", "b", "--room",
                "c", "--open");
        assertEquals(List.of("ka", "kb"), options.rooms().stream().limit(2).map(RequestedRoom::key).toList());
        assertEquals(true, options.rooms().get(2).open());
    }

    /// Options may stand anywhere. It was refused, while a key before its room was taken.
    @Test
    void openStandsBeforeOrBehindItsRoomAsAKeyDoes() throws CommandFailedException {
        assertTrue(options(null, "--open", "sub", "--room", "a").rooms().getFirst().open());
        List<RequestedRoom> rooms = options(null, "sub", "--room", "a", "--key", "ka", "--open", "--room", "b", "--key",
                "kc", "--room", "c").rooms();
        assertEquals(List.of(false, true, false), rooms.stream().map(RequestedRoom::open).toList());
        assertEquals("kc", rooms.getLast().key());
        rooms = options(null, "sub", "--open", "--room", "a", "--open", "--room", "b").rooms();
        assertEquals(List.of(true, true), rooms.stream().map(RequestedRoom::open).toList());
        assertTrue(options(null, "sub", "--room", "a", "--open", "--open").rooms().getFirst().open(), "said twice");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--room a --key k --open", "--room a --open --key k", "--open --key k --room a"})
    void aRoomIsOpenOrHasAKey(String line) {
        CommandFailedException failed = assertThrows(CommandFailedException.class,
                () -> options(null, (line + " sub").split(" ")));
        assertEquals("#a cannot be open and have a key: leave one of them out.", failed.getMessage());
    }

    @Test
    void theEnvironmentsKeyServesTheOneRoomWithoutAKey() throws CommandFailedException {
        NodeOptions options = options("env", "sub", "--room", "a", "--key", "ka", "--room", "b");
        assertEquals("env", options.rooms().get(1).key());
    }

    @Test
    void theEnvironmentsKeyServesNoOpenRoom() throws CommandFailedException {
        assertNull(options("env", "sub", "--room", "a", "--open").rooms().getFirst().key());
    }

    @Test
    void aKeyFileIsReadWithoutItsLineEnd(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("key"), "amber fox piano river\n");
        assertEquals("amber fox piano river",
                options(null, "sub", "--room", "a", "--key-file", file.toString()).rooms().getFirst().key());
    }

    /// As an editor of Windows begins UTF-8. The key was another one.
    @Test
    void aKeyFileIsReadWithoutAMarkBeforeIt(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("key"), "\ufeffamber fox piano river\r\n");
        assertEquals("amber fox piano river",
                options(null, "sub", "--room", "a", "--key-file", file.toString()).rooms().getFirst().key());
    }

    @Test
    void aFilmGivenAsKeyFileIsRefused(@TempDir Path folder) throws Exception {
        Path file = Files.write(folder.resolve("film"), new byte[5_000]);
        assertThrows(CommandFailedException.class,
                () -> options(null, "sub", "--room", "a", "--key-file", file.toString()));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aKeyFileWithoutAnEndIsRefused() {
        var failed = assertThrows(CommandFailedException.class,
                () -> options(null, "sub", "--room", "a", "--key-file", "/dev/zero"));
        assertEquals("The key file /dev/zero cannot be read: it is larger than a key.", failed.getMessage());
    }

    @Test
    void aNumberSignBeforeARoomsNameIsNoPartOfIt() throws CommandFailedException {
        assertEquals("a", options("k", "sub", "--room", "#a").rooms().getFirst().name().value());
    }

    /// A room `class ` was another one than `class`, and looked the same. A name was refused.
    @Test
    void blanksAroundANameAreNoPartOfIt() throws CommandFailedException {
        NodeOptions options = options("k", "sub", "--name", " Ada  Lovelace ", "--room", "# class ");
        assertEquals("Ada Lovelace", String.valueOf(options.name()));
        assertEquals("class", options.rooms().getFirst().name().value());
    }

    @ParameterizedTest
    @ValueSource(strings = {"--udp-port 1023", "--udp-port 65520", "--tcp-port -1", "--tcp-port 65536", "--accept some",
            "--name \u200b", "--room \u3164 --key k", "--key k", "--open", "--peer :", "--room a --open --key k"})
    void whatDoesNotFitIsAUsageErrorInOneSentence(String line) {
        CommandFailedException failed = assertThrows(CommandFailedException.class,
                () -> options(null, (line + " sub").split(" ")));
        assertEquals(ExitCode.USAGE, failed.exitCode);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--udp-port 1024", "--udp-port 65519", "--tcp-port 0", "--tcp-port 65535"})
    void thePortsAtTheEdgesFit(String line) throws CommandFailedException {
        options(null, (line + " sub").split(" "));
    }

    @Test
    void h33_aRoomThatWasAskedForDoesNotShowItsKey() throws CommandFailedException {
        NodeOptions options = options(null, "sub", "--room", "a", "--key", "secret words here now");
        assertEquals(false, options.toString().contains("secret"));
    }

    /// Java lists methods in no fixed order: without one of their own, help and manual would differ from run to run.
    @Test
    void optionsThatAreMethodsHaveAnOrder() {
        var orders = new ArrayList<Integer>();
        for (OptionSpec each : new CommandLine(new Root()).getCommandSpec().options()) {
            if (each.userObject() instanceof Method) orders.add(each.order());
        }
        assertEquals(List.of(1, 2, 3, 4), orders.stream().sorted().toList());
    }
}
