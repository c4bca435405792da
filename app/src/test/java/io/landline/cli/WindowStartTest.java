package io.landline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.cli.terminal.ExitCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// When the toolkit may start before the command line is read.
class WindowStartTest {
    /// Those that print something without a window.
    private static final List<String> PRINTING = List.of("--json");

    private static List<OptionSpec> options(boolean withValue) {
        return CommandSpec.forAnnotatedObject(new Arguments())
                .options()
                .stream()
                .filter(option -> !PRINTING.contains(option.longestName()))
                .filter(option -> option.arity().max() > 0 == withValue)
                .toList();
    }

    private static boolean isMeant(String... arguments) {
        return WindowStart.isMeant(arguments);
    }

    @Test
    void optionsAloneMeanTheWindow() {
        assertTrue(isMeant());
        var all = new ArrayList<String>();
        for (OptionSpec option : options(true)) all.addAll(List.of(option.longestName(), "peers"));
        for (OptionSpec option : options(true)) all.add(option.longestName() + "=peers");
        for (OptionSpec option : options(false)) all.addAll(List.of(option.names()));
        assertTrue(isMeant(all.toArray(String[]::new)), all.toString());
    }

    @Test
    void allArgumentsBehindSendAreFiles() {
        assertTrue(isMeant("--send", "a", "peers", "--profile", "x"));
        assertEquals(WindowCommand.class, command("--send", "node").getClass());
        assertFalse(isMeant("--send", "a", "--json"));
    }

    @Test
    void aWordBehindAnOptionWithoutAValueIsACommand() {
        for (OptionSpec option : options(false)) assertFalse(isMeant(option.longestName(), "peers"));
        for (OptionSpec option : options(true)) assertFalse(isMeant(option.longestName(), "x", "peers"));
    }

    @Test
    void whatPrintsSomethingOrIsNotKnownOpensNoWindowEarly() {
        for (String each : List.of("--json", "--help", "-h", "--version", "--unknown", "--json=true", "peers", "")) {
            assertFalse(isMeant(each), each);
        }
    }

    @Test
    void whatOpensTheWindowIsReadWithoutTheOtherCommands() {
        assertEquals(WindowCommand.class, command().getClass());
        assertEquals(WindowCommand.class, command("--profile", "peers").getClass());
        assertEquals(LandlineCommand.class, command("--profile", "x", "peers").getClass());
        assertEquals(LandlineCommand.class, command("--help").getClass());
    }

    @Test
    void aCommandThatIsSurelyMeantIsReadWithoutTheOthers() {
        for (String each : allCommands()) {
            assertEquals(Set.of(each), commands(each), each);
            assertEquals(Set.of(each), commands(each, "--help"), each);
            assertEquals(Set.of(each), commands("--profile", "peers", "-v", each, "--json"), each);
        }
    }

    @Test
    void theVersionAloneIsSaidWithoutMakingACommand() {
        assertEquals(Set.of(), commands("--version"));
        assertEquals(ExitCode.DONE, command("--version").read(new String[]{"--version"}));
    }

    @Test
    void allCommandsAreThereWhereItIsNotSureWhichIsMeant() {
        for (String line : List.of("--help", "--version --help", "--json --version", "pears", "--bogus say",
                "--json say", "--send say --json",
                "--send a say --json")) {
            assertEquals(allCommands(), commands(line.split(" ")), line);
        }
    }

    private static Set<String> allCommands() {
        return LandlineCommand.commandLine().getSubcommands().keySet();
    }

    private static Set<String> commands(String... arguments) {
        return command(arguments).line().getSubcommands().keySet();
    }

    @Test
    void aWrongOptionOfTheWindowIsAMistakeOfUse() {
        for (String wrong : List.of("--udp-port=x", "--udp-port=7", "--room", "--accept=some")) {
            assertEquals(ExitCode.USAGE, command(wrong).read(new String[]{wrong}), wrong);
        }
    }

    private static WindowCommand command(String... arguments) {
        return LandlineCommand.of(LaunchLink.of(arguments, Map.of()));
    }

    @Test
    void allOptionsAreLookedAt() {
        assertEquals(12, options(true).size());
        assertEquals(2, options(false).size());
    }
}
