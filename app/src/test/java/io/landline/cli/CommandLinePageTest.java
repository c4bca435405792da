package io.landline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.cli.lab.LabCommand;
import io.landline.cli.terminal.CommandFailedException.Why;
import io.landline.cli.terminal.ExitCode;
import io.landline.fixture.Pages;
import java.io.IOException;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/// Holds docs/command-line.md true: what people type, and what a command ends with.
class CommandLinePageTest {
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    /// The rows of the first table under a heading, each cell as its words in backticks.
    private static List<List<Set<String>>> rows(String heading) throws IOException {
        List<String> lines = Pages.read("command-line.md").lines().toList();
        int at = lines.indexOf(heading);
        assertTrue(at >= 0, heading);
        while (!lines.get(at).startsWith("|---")) at++;
        var rows = new ArrayList<List<Set<String>>>();
        for (String line : lines.subList(at + 1, lines.size())) {
            if (!line.startsWith("|")) break;
            var cells = new ArrayList<Set<String>>();
            for (String cell : line.substring(1).split("\\|", -1)) {
                cells.add(CODE.matcher(cell)
                        .results()
                        .map(match -> match.group(1))
                        .collect(Collectors.toCollection(TreeSet::new)));
            }
            rows.add(cells);
        }
        return rows;
    }

    private static Map<String, Set<String>> table(String heading, int options) throws IOException {
        var table = new TreeMap<String, Set<String>>();
        for (List<Set<String>> row : rows(heading)) {
            table.put(String.join(" ", row.getFirst()), row.get(options)
                    .stream()
                    .filter(word -> word.startsWith("-"))
                    .collect(Collectors.toCollection(TreeSet::new)));
        }
        return table;
    }

    private static Set<String> names(List<OptionSpec> options) {
        return options.stream()
                .flatMap(option -> List.of(option.names()).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> shared(CommandLine root) {
        return names(root.getCommandSpec()
                .options()
                .stream()
                .filter(option -> option.scopeType() == CommandLine.ScopeType.INHERIT)
                .toList());
    }

    private static void collect(CommandLine command, String name, Set<String> shared,
            SequencedMap<String, Set<String>> into) {
        Set<String> own = names(command.getCommandSpec().options());
        own.removeAll(shared);
        into.put(name, own);
        command.getSubcommands()
                .forEach((word, below) -> collect(below, name.equals("landline") ? word : name + " " + word, shared,
                        into));
    }

    @Test
    void everyCommandAndItsOwnOptionsAreOnThePage() throws Exception {
        CommandLine root = LandlineCommand.commandLine();
        var commands = new TreeMap<String, Set<String>>();
        collect(root, "landline", shared(root), commands);
        assertEquals(commands, table("## Commands", 2));
    }

    @Test
    void everySharedOptionIsOnThePage() throws Exception {
        Set<String> options = rows("## Options of every command").stream()
                .flatMap(row -> row.getFirst().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(shared(LandlineCommand.commandLine()), options);
    }

    @Test
    void everyExperimentAndItsOptionsAreOnThePage() throws Exception {
        var lab = LabCommand.commandLine();
        Set<String> shared = names(lab.getCommandSpec().options());
        var experiments = new TreeMap<String, Set<String>>();
        lab.getSubcommands().forEach((name, command) -> {
            Set<String> own = names(command.getCommandSpec().options());
            own.removeAll(shared);
            experiments.put(name, own);
        });
        assertEquals(experiments, table("## The Lab", 1));
        String line = Pages.read("command-line.md")
                .lines()
                .filter(each -> each.startsWith("Options of every experiment: "))
                .findFirst()
                .orElseThrow();
        assertEquals(shared,
                CODE.matcher(line)
                        .results()
                        .map(match -> match.group(1))
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void everyCodeOfTheLastLineIsOnThePage() throws Exception {
        Set<String> codes = Arrays.stream(Why.values()).map(Why::code).collect(Collectors.toCollection(TreeSet::new));
        Set<String> told = rows("### Codes of the last line").stream()
                .flatMap(row -> row.getFirst().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(codes, told);
    }

    @Test
    void everyExitCodeIsOnThePage() throws Exception {
        var codes = new TreeSet<Integer>();
        for (Field field : ExitCode.class.getDeclaredFields()) {
            if (field.getType() == int.class && !field.isSynthetic()) codes.add(field.getInt(null));
        }
        var told = new TreeSet<Integer>();
        List<String> lines = Pages.read("command-line.md").lines().toList();
        for (String line : lines.subList(lines.indexOf("## Exit codes"), lines.indexOf("## JSON lines"))) {
            if (line.matches("\\| \\d+ \\| .+")) told.add(Integer.valueOf(line.split(" ")[1]));
        }
        assertEquals(codes, told);
    }
}
