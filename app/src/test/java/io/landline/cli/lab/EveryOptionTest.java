package io.landline.cli.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.lab.Experiment;
import io.landline.labprograms.LabSystems;
import io.landline.labprograms.Program;
import io.landline.labprograms.Setting.Trait;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// What the command line can do, the page can.
class EveryOptionTest {
    /// Of every experiment, with what the window has in its place.
    private static final Map<String, String> COMMON_ELSEWHERE = Map.of("--for", "the button that stops it", "--trace",
            "the trace is always there", "--json", "tables and the report are exported", "--color", "a terminal's",
            "--verbose", "for who looks for a fault of ours", "--help",
            "names and explanations stand beside the settings");
    /// Of one experiment.
    private static final Map<String, String> ELSEWHERE = Map.of("ramp --csv",
            "Export…, Measurements (CSV), the same columns", "lookup --self", "the name left empty");
    /// Commands without a program: their whole is somewhere else on the page.
    private static final Map<String, String> COMMANDS_ELSEWHERE = Map.of("list", "the list of systems", "wire",
            "the filter above each system's cards");

    private static final Map<String, CommandLine> COMMANDS = LabCommand.commandLine().getSubcommands();

    private static Stream<Program> programs() {
        return LabSystems.ALL.stream().flatMap(each -> each.programs().stream());
    }

    private static String longest(OptionSpec option) {
        return Arrays.stream(option.names()).filter(each -> each.startsWith("--")).findFirst().orElseThrow();
    }

    private static Set<String> options(CommandSpec command) {
        return new TreeSet<>(command.options().stream().map(EveryOptionTest::longest).toList());
    }

    /// `sockets` has no options but those of all.
    private static Set<String> common() {
        return options(COMMANDS.get("sockets").getCommandSpec());
    }

    private static Set<String> offered(Stream<Program> programs) {
        var offered = new HashSet<String>();
        programs.forEach(each -> {
            each.settings()
                    .stream()
                    .filter(setting -> setting.isOnPage() || setting.has(Trait.CHOOSES))
                    .filter(setting -> !setting.has(Trait.ALONE))
                    .forEach(setting -> offered.add("--" + setting.name()));
        });
        return offered;
    }

    @Test
    void everyOptionOfAnExperimentIsASettingOfItsCards() {
        var missing = new TreeSet<String>();
        for (Experiment lab : Experiment.values()) {
            Set<String> here = offered(programs().filter(each -> each.lab() == lab));
            for (String option : options(COMMANDS.get(lab.title()).getCommandSpec())) {
                boolean known = here.contains(option) || common().contains(option)
                        || ELSEWHERE.containsKey(lab.title() + " " + option);
                if (!known) missing.add(lab.title() + " " + option);
            }
        }
        assertEquals(Set.of(), missing);
    }

    @Test
    void everyOptionOfAllExperimentsIsASettingOfServersOrClients() {
        Set<String> missing = common();
        missing.removeAll(offered(programs()));
        assertEquals(new TreeSet<>(COMMON_ELSEWHERE.keySet()), missing);
    }

    @Test
    void everyServerIsBoundLimitedAndEndedAsOnTheCommandLine() {
        for (Program each : programs().filter(Program.Server.class::isInstance).toList()) {
            Set<String> here = offered(Stream.of(each));
            Set<String> bound = here.contains("--unix") ? Set.of("--unix") : Set.of("--host", "--port", "--family");
            assertTrue(here.containsAll(bound) && here.containsAll(Set.of("--once", "--limit")),
                    each.lab() + " " + here);
        }
    }

    @Test
    void everyCommandHasItsCards() {
        List<String> here = programs().map(each -> each.lab().title()).toList();
        var missing = new TreeSet<>(COMMANDS.keySet());
        here.forEach(missing::remove);
        assertEquals(new TreeSet<>(COMMANDS_ELSEWHERE.keySet()), missing);
    }

    @Test
    void noExceptionIsLeftOver() {
        for (String each : ELSEWHERE.keySet()) {
            String[] words = each.split(" ");
            assertTrue(options(COMMANDS.get(words[0]).getCommandSpec()).contains(words[1]), each);
        }
    }
}
