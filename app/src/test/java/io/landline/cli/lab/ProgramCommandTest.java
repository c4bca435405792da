package io.landline.cli.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.cli.terminal.CommandFailedException;
import io.landline.lab.relay.PrimeAsker;
import io.landline.labprograms.CommandText;
import io.landline.labprograms.LabSystems;
import io.landline.labprograms.Program;
import io.landline.labprograms.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/// The command line beside a card is one that the program takes, and does what the card says.
class ProgramCommandTest {
    static Stream<Program> programs() {
        return LabSystems.ALL.stream().flatMap(each -> each.programs().stream()).distinct();
    }

    /// As a POSIX shell would split it.
    private static String[] words(String command) {
        var words = new ArrayList<String>();
        var word = new StringBuilder();
        boolean quoted = false;
        for (char c : (command + " ").replace("'\\''", "\u0001").toCharArray()) {
            if (c == '\'') {
                quoted = !quoted;
            } else if (c == ' ' && !quoted) {
                if (!word.isEmpty()) words.add(word.toString().replace('\u0001', '\''));
                word.setLength(0);
            } else {
                word.append(c);
            }
        }
        assertEquals(List.of("landline", "lab"), words.subList(0, 2));
        return words.subList(2, words.size()).toArray(String[]::new);
    }

    private static CommandLine.ParseResult parsed(String command) {
        return LabCommand.commandLine().parseArgs(words(command)).subcommand();
    }

    @ParameterizedTest
    @MethodSource("programs")
    void theCommandOfACardAsItBeginsIsTaken(Program program) {
        assertTrue(program.settings()
                .stream()
                .allMatch(each -> each.accepts(each.initial()) || each.kind() instanceof Setting.Kind.OpenFile));
        var result = parsed(CommandText.of(program, program.values(Map.of()), false));
        assertEquals(program.lab().title(), result.commandSpec().name());
    }

    @ParameterizedTest
    @MethodSource("programs")
    void everySettingThatIsChangedStandsOnTheCommandLine(Program program) {
        var changed = new TreeMap<String, String>();
        for (Setting each : program.onPage()) changed.put(each.name(), other(each));
        var result = parsed(CommandText.of(program, program.values(changed), false));
        for (Setting each : program.onPage()) {
            if (each.has(Setting.Trait.ALONE)) {
                assertEquals(changed.get(each.name()), result.matchedPositionalValue(0, ""));
            } else {
                assertTrue(result.hasMatchedOption("--" + each.name()), each.name());
                String given = result.matchedOption("--" + each.name()).originalStringValues().getFirst();
                String unit = switch (each.kind()) {
                    case Setting.Kind.Whole whole -> whole.unit();
                    case Setting.Kind.Time _ -> "ms";
                    default -> "";
                };
                if (!(each.kind() instanceof Setting.Kind.Switch)) assertEquals(changed.get(each.name()) + unit, given);
            }
        }
    }

    private static String other(Setting setting) {
        String value = switch (setting.kind()) {
            case Setting.Kind.Whole(long least, long most, _) -> String.valueOf(
                    setting.usual().equals(String.valueOf(most)) ? least : most);
            case Setting.Kind.Time(long least, long most) -> String.valueOf(
                    setting.usual().equals(String.valueOf(most)) ? least : most);
            case Setting.Kind.Seed _ -> "-12";
            case Setting.Kind.Decimal _ -> "0.25";
            case Setting.Kind.Choice(List<String> words) -> words.getLast();
            case Setting.Kind.Switch _ -> Setting.ON;
            case Setting.Kind.Line _ -> line(setting);
            case Setting.Kind.OpenFile _, Setting.Kind.NewPath _, Setting.Kind.Folder _ -> "/tmp/it's a \"file\".txt";
        };
        assertTrue(setting.accepts(value), setting.name() + " takes " + value);
        return value;
    }

    private static String line(Setting setting) {
        for (String each : List.of("it's -x $HOME `ls` \"two\"", "-12", "banana", "/a-page", "::1", "10.0.0.1/5061")) {
            if (setting.accepts(each)) return each;
        }
        throw new AssertionError("nothing fits " + setting.name());
    }

    @ParameterizedTest
    @MethodSource("programs")
    void theCommandOfACardMeansItsProgramAndItsValues(Program program) throws CommandFailedException {
        var changed = new TreeMap<String, String>();
        for (Setting each : program.onPage()) changed.put(each.name(), other(each));
        var means = ProgramCommand.chosen(parsed(CommandText.of(program, program.values(changed), false)));
        assertEquals(CommandText.of(program, program.values(changed), false),
                CommandText.of(means.program(), means.values(), false));
        assertEquals(program.key(), means.program().key());
        changed.forEach((name, value) -> assertEquals(value, means.values().text(name), name));
    }

    @Test
    void whatIsNotGivenHasItsUsualValue() throws CommandFailedException {
        var chosen = ProgramCommand.chosen(parsed("landline lab http --to localhost"));
        assertEquals("80", chosen.values().text("port"));
        assertEquals("8000", ProgramCommand.chosen(parsed("landline lab http")).values().text("port"));
        assertEquals("500", ProgramCommand.chosen(parsed("landline lab ping")).values().text("max-delay"));
    }

    @Test
    void aValueThatDoesNotFitIsSaidAlsoOfAProgramThatIsNotMeant() {
        var failed = assertThrows(CommandFailedException.class,
                () -> ProgramCommand.chosen(parsed("landline lab broadcast --count x")));
        assertTrue(failed.sentence().startsWith("--count takes a number"), failed.sentence());
    }

    @ParameterizedTest
    @CsvSource({"tcp-echo, server", "tcp-echo --to x, client", "tcp-echo --to x --load 3, load",
            "tcp-echo --unix p, server", "tcp-echo --unix p --connect, client",
            "broadcast --announce --to x, announcer", "broadcast --listen, listener", "broadcast, server",
            "broadcast --to x, client", "lookup --services, services", "lookup, run",
            "primes --worker --to x, worker", "relay --for 10m, server",
            "reach --explain, run", "reach x --port 1, run"})
    void theOptionsSayWhichProgramIsMeant(String command, String key) throws CommandFailedException {
        assertEquals(key, ProgramCommand.chosen(parsed("landline lab " + command)).program().key());
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "tcp-echo --load 3 | --load is for a client: give --to HOST as well, or leave it out.",
            "ping --count 5 | --count is for a client: give --to HOST as well, or leave it out.",
            "tictactoe --name Ada | --name is for a client: give --to HOST as well, or leave it out.",
            "secret-file --file f --key k | --key is for a client: give --to HOST as well, or leave it out.",
            "secret-file --key zz | --key is for a client: give --to HOST as well, or leave it out.",
            "ping --to x --max-delay 2s | --max-delay is for a server, and --to makes this a client: leave one of them"
                    + " out.",
            "udp-echo --to x --once | --once is for a server, and --to makes this a client: leave one of them"
                    + " out.",
            "udp-echo --to x --limit 5/s | --limit is for a server, and --to makes this a client: leave one of them"
                    + " out.",
            "hangman --to x --host y | --host is for a server, and --to makes this a client: leave one of them"
                    + " out.",
            "tcp-echo --connect | --connect goes only with --unix: give that as well, or leave it out.",
            "tcp-echo --unix p --connect --to x | --to does not go with --connect --unix: leave one of them out.",
            "tcp-echo --unix p --port 1 | --port does not go with --unix: leave one of them out.",
            "broadcast --to x --every 2s | --every goes only with --announce: give that as well, or leave it out.",
            "broadcast --listen --to x | --to does not go with --listen: leave one of them out.",
            "compare --slow-reader --count 5 | --count does not go with --slow-reader: leave one of them out.",
            "lookup --services x | NAME|ADDRESS does not go with --services: leave one of them out.",
            "reach --explain x | HOST does not go with --explain: leave one of them out."})
    void anOptionOfAnotherProgramOfTheCommandIsRefused(String line) {
        String[] parts = line.split(" [|] ", 2);
        var failed = assertThrows(CommandFailedException.class,
                () -> ProgramCommand.chosen(parsed("landline lab " + parts[0])));
        assertEquals(parts[1], failed.getMessage());
        assertEquals(2, failed.exitCode);
    }

    @Test
    void theHelpOfBroadcastSaysWhatItsTargetMayBe() {
        String usage = LabCommand.commandLine().getSubcommands().get("broadcast").getUsageMessage();
        assertTrue(usage.replaceAll("\\s+", " ").contains("the word broadcast for everybody, or one address"), usage);
    }

    @Test
    void aValueReadsAsItsKindDoes() throws CommandFailedException {
        var ping = ProgramCommand.chosen(parsed("landline lab ping --max-delay 2s --limit 500/s --port 0")).values();
        assertEquals("2000", ping.text("max-delay"));
        assertEquals("500", ping.text("limit"));
        assertEquals("one-shot",
                ProgramCommand.chosen(parsed("landline lab tcp-echo --mode ONE_SHOT")).values().text("mode"));
        assertEquals("utf-8",
                ProgramCommand.chosen(parsed("landline lab udp-hello --encoding utf8")).values().text("encoding"));
        assertEquals("Broadcast datagram!",
                ProgramCommand.chosen(parsed("landline lab broadcast --announce")).values().text("announce"));
        assertEquals("named", ProgramCommand.chosen(parsed("landline lab reach named --port 1")).values().text("to"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"udp-echo --limit 0/s | --limit takes messages a second, such as 500/s.",
            "udp-echo --limit many | --limit takes messages a second, such as 500/s.",
            "udp-echo --family 5 | --family takes any, 4 or 6.",
            "udp-echo --port 65536 | --port takes a number from 0 to 65535.",
            "udp-args --to x --from-port -1 m | --from-port takes a number from 0 to 65535.",
            "udp-args --to x --from-port 65536 m | --from-port takes a number from 0 to 65535.",
            "udp-args m | Say where the server is: --to HOST.", "primes | Say where the server is: --to HOST.",
            "secret-file --port x | --port takes a number from 0 to 65535.",
            "quiz --to x | Say who plays: --name NAME.", "secret-file | Say which file is given: --file PATH.",
            "reach x | Say which port: --port P.", "ping --loss 101 | --loss takes a number from 0 to 100.",
            "primes --to x | Say which workers there are, as the relay names them: --workers IP/port.",
            "primes --to x --workers y | --workers takes 1 to 16 addresses such as 127.0.0.1/58181, with commas"
                    + " between.",
            "primes --to x --up-to 10000001 | --up-to takes a number from 2 to 10,000,000.",
            "ping --max-delay 61s | --max-delay takes a time from 0s to 60s.",
            "ping --max-delay long | --max-delay takes a time such as 3s or 2m.",
            "tcp-echo --to x --load 0 | --load takes a number from 1 to 16."})
    void aValueThatDoesNotFitIsUsageAndSaysWhatDoes(String command, String sentence) {
        var failed = assertThrows(CommandFailedException.class,
                () -> ProgramCommand.chosen(parsed("landline lab " + command)));
        assertEquals(sentence, failed.getMessage());
        assertEquals(2, failed.exitCode);
    }

    @Test
    void whatStandsAloneAndIsNeededMustBeThere() {
        var missing = assertThrows(CommandLine.ParameterException.class, () -> parsed("landline lab udp-args --to x"));
        assertEquals("Missing required parameter: 'MESSAGE'", missing.getMessage());
    }

    @Test
    void aNumberMayBeTypedAsHelpShowsIt() throws CommandFailedException {
        var parsed = parsed("landline lab primes --to x --workers 127.0.0.1/5061 --up-to 10,000");
        assertEquals("10000", ProgramCommand.chosen(parsed).values().text("up-to"));
    }

    @Test
    void aPortToSendFromIsFreeToChooseOrTheSystems() throws CommandFailedException {
        for (String each : List.of("0", "65535")) {
            var parsed = parsed("landline lab udp-args --to x m --from-port " + each);
            assertEquals(each, ProgramCommand.chosen(parsed).values().text("from-port"));
        }
    }

    @Test
    void workersThatTheRelayCannotNameAreUsageWithWhatToDo() {
        String usual = "--workers takes 1 to 16 addresses such as 127.0.0.1/58181, with commas between.";
        assertTrue(usual.contains(" 1 to " + PrimeAsker.WORKERS_MAX + " "));
        for (var each : Map
                .of("::1/5061", PrimeAsker.IPV4_ALONE.english(), "127.0.0.1:5061", usual, "127.0.0.1/5061,a b", usual)
                .entrySet()) {
            var parsed = parsed("landline lab primes --to localhost --workers '" + each.getKey() + "'");
            var failed = assertThrows(CommandFailedException.class, () -> ProgramCommand.chosen(parsed));
            assertEquals(each.getValue(), failed.getMessage());
            assertEquals(2, failed.exitCode);
        }
    }
}
