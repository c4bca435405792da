package io.landline.labprograms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.cli.lab.LabCommand;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/// The command line beside a card is one that the program takes, and does what the card says.
class CommandTextTest {
    static Stream<Program> programs() {
        return LabSystems.ALL.stream().flatMap(each -> each.programs().stream()).distinct();
    }

    static SettingValues initial(Program program, Map<String, String> others) {
        var byName = new HashMap<String, String>();
        for (Setting each : program.settings()) {
            byName.put(each.name(), others.getOrDefault(each.name(), each.initial()));
        }
        return new SettingValues(byName);
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
        var line = new CommandLine(new LabCommand()).setCaseInsensitiveEnumValuesAllowed(true);
        return line.parseArgs(words(command)).subcommand();
    }

    @ParameterizedTest
    @MethodSource("programs")
    void theCommandOfACardAsItBeginsIsTaken(Program program) {
        assertTrue(program.settings()
                .stream()
                .allMatch(each -> each.accepts(each.initial()) || each.kind() instanceof Setting.Kind.OpenFile));
        var result = parsed(CommandText.of(program, initial(program, Map.of()), false));
        assertEquals(program.lab().title(), result.commandSpec().name());
    }

    @ParameterizedTest
    @MethodSource("programs")
    void everySettingThatIsChangedStandsOnTheCommandLine(Program program) {
        var changed = new TreeMap<String, String>();
        for (Setting each : program.settings()) changed.put(each.name(), other(each));
        var result = parsed(CommandText.of(program, initial(program, changed), false));
        for (Setting each : program.settings()) {
            if (each.alone()) {
                assertEquals(changed.get(each.name()), result.matchedPositionalValue(0, ""));
            } else {
                assertTrue(result.hasMatchedOption("--" + each.name()), each.name());
                String given = result.matchedOption("--" + each.name()).originalStringValues().getFirst();
                String unit = each.kind() instanceof Setting.Kind.Whole whole ? whole.unit() : "";
                if (!(each.kind() instanceof Setting.Kind.Switch)) assertEquals(changed.get(each.name()) + unit, given);
            }
        }
    }

    private static String other(Setting setting) {
        String value = switch (setting.kind()) {
            case Setting.Kind.Whole(long least, long most, _) -> String.valueOf(
                    setting.usual().equals(String.valueOf(most)) ? least : most);
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

    @Test
    void whatBeginsWithAHyphenIsNoOption() {
        Program args = EchoPrograms.UDP_ARGS;
        assertTrue(CommandText.of(args, initial(args, Map.of("message", "-x")), false).endsWith(" -- -x"));
    }

    @Test
    void onWindowsQuotationMarksAreDouble() {
        assertEquals("\"a \\\"b\\\"\"", CommandText.quoted("a \"b\"", true));
        assertEquals("'a \"b\"'", CommandText.quoted("a \"b\"", false));
    }

    @Test
    void aNumberIsTakenUpToItsLimitsAndNotBeyond() {
        Setting port = Setting.whole("port", 1, 65_535, 80);
        assertTrue(port.accepts("1"));
        assertTrue(port.accepts("65535"));
        for (String wrong : List.of("0", "65536", "", "-1", "1.5", " 80", "99999999999999999999")) {
            assertFalse(port.accepts(wrong), wrong);
        }
    }
}
