package io.landline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.cli.lab.LabCommand;
import io.landline.cli.terminal.HelpLayout;
import io.landline.testing.Patience;
import io.landline.testing.StartsPrograms;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/// What the build writes of the commands: manual pages, and a completion for bash.
@StartsPrograms
class ManualTest {
    private static final String A_DAY = "2026-01-01";

    @TempDir
    Path folder;

    private void write() throws Exception {
        var java = Path.of(System.getProperty("java.home"), "bin", "java");
        Process process = new ProcessBuilder(java.toString(), "-XX:TieredStopAtLevel=1", "-cp",
                System.getProperty("java.class.path"), Path.of("..", "build", "Manual.java").toString(),
                folder.toString(), A_DAY).inheritIO().start();
        assertEquals(0, process.waitFor());
    }

    private String page(String name) throws Exception {
        return Files.readString(folder.resolve("man").resolve(name + ".1"));
    }

    /// What bash would offer behind these words, of which the last may have only begun.
    private List<String> offered(String... words) throws Exception {
        String script = "source " + folder.resolve("completion/landline")
                + "; COMP_WORDS=(\"$@\"); COMP_CWORD=$(($#-1)); _landline; printf '%s\\n' \"${COMPREPLY[@]}\"";
        var command = Stream.concat(Stream.of("bash", "-c", script, "bash"), Stream.of(words)).toList();
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(Patience.PROGRAM_SECONDS, TimeUnit.SECONDS));
        return said.lines().filter(line -> !line.isEmpty()).sorted().toList();
    }

    @Test
    void eachCommandHasAPageWithItsOptionsAndItsOwnCommands() throws Exception {
        write();
        CommandLine landline = LandlineCommand.commandLine();
        var expected = landline.getSubcommands()
                .keySet()
                .stream()
                .map(name -> "landline-" + name + ".1")
                .collect(Collectors.toCollection(TreeSet::new));
        expected.add("landline.1");
        try (var pages = Files.list(folder.resolve("man"))) {
            assertEquals(expected, pages.map(page -> page.getFileName().toString())
                    .collect(Collectors.toCollection(TreeSet::new)));
        }
        for (var each : landline.getSubcommands().entrySet()) {
            String page = page("landline-" + each.getKey());
            CommandLine line = each.getKey().equals("lab") ? LabCommand.commandLine() : each.getValue();
            line.getCommandSpec()
                    .options()
                    .stream()
                    .filter(option -> !option.inherited() && !option.hidden())
                    .forEach(option -> assertTrue(page.contains(option.longestName().replace("-", "\\-")), page));
            String heading = ".SS landline " + each.getKey().replace("-", "\\-") + " ";
            line.getSubcommands()
                    .keySet()
                    .forEach(
                            name -> assertTrue(page.contains(heading + name.replace("-", "\\-") + "\n"),
                                    name + "\n" + page));
        }
        assertTrue(page("landline").contains("\n.TP\n\\fB\\-\\-profile\\fR \\fIDIR\\fR\n"));
        assertTrue(page("landline").startsWith(".TH LANDLINE 1 2026-01-01 \"Landline "));
    }

    /// It was put together by other code, which left out what has to be given by an option.
    @Test
    void theSynopsisIsTheFirstLineOfHelp() throws Exception {
        write();
        CommandLine landline = LandlineCommand.commandLine();
        assertShown("landline", "landline", landline);
        for (var each : landline.getSubcommands().entrySet()) {
            CommandLine line = each.getKey().equals("lab") ? LabCommand.commandLine() : each.getValue();
            String words = "landline " + each.getKey();
            assertShown("landline-" + each.getKey(), words, line);
            for (var below : line.getSubcommands().entrySet()) {
                if (below.getValue().getCommandSpec().usageMessage().hidden()) continue;
                assertShown("landline-" + each.getKey(), words + " " + below.getKey(), below.getValue());
            }
        }
        assertTrue(page("landline-collect").contains("\n[OPTIONS] \\fB\\-\\-until\\fR=\\fITIME\\fR "));
    }

    private void assertShown(String page, String words, CommandLine line) throws Exception {
        String help = HelpLayout.usage(line.getCommandSpec());
        String shown = words + help.substring(help.indexOf(" [OPTIONS]"));
        String plain = page(page).replaceAll("\\\\f[BIR]", "")
                .replace("\\-", "-")
                .replace("\\(aq", "'")
                .replace("\n[OPTIONS]", " [OPTIONS]");
        assertTrue(plain.contains("\n.B " + shown + "\n"), shown + "\n" + plain);
    }

    @Test
    void aLineOfAPageIsARequestOrPlainText() throws Exception {
        write();
        try (var pages = Files.list(folder.resolve("man"))) {
            for (Path page : pages.toList()) {
                for (String line : Files.readAllLines(page)) {
                    assertTrue(!line.startsWith(".") || line.matches("\\.(TH|SH|SS|TP|PP|B|BR|I)( .*)?"),
                            page + ": " + line);
                    assertTrue(!line.startsWith("'") && !line.isBlank(), page + ": " + line);
                }
            }
        }
    }

    @Test
    void bashOffersWhatMayStandThere() throws Exception {
        write();
        assertEquals(List.of("transfers"), offered("landline", "tr"));
        assertEquals(List.of("leave", "list"), offered("landline", "room", "l"));
        assertTrue(offered("landline", "send", "--").containsAll(List.of("--exclude", "--limit", "--profile")));
        assertEquals(List.of("udp-echo"), offered("landline", "lab", "udp-e"));
        assertEquals(List.of(), offered("landline", "send", "Bob", "a-file"));
    }

    @Test
    void bashOffersBehindACommandNoOptionThatItRefuses() throws Exception {
        write();
        assertEquals(List.of("--minimized"), offered("landline", "--min"));
        assertEquals(List.of(), offered("landline", "status", "--min"));
        assertEquals(List.of("--search"), offered("landline", "history", "--se"));
        assertEquals(List.of("--help"), offered("landline", "room", "list", "--he"));
    }

    @Test
    void bashOffersBehindAnOptionItsValuesAlone() throws Exception {
        write();
        assertEquals(List.of("all", "ask", "known", "none"), offered("landline", "node", "--accept", ""));
        assertEquals(List.of("always", "auto"), offered("landline", "--color", "=", "a"));
        assertEquals(List.of("always", "auto", "never"), offered("landline", "--color", "="));
        assertEquals(List.of("reverse"), offered("landline", "lab", "udp-echo", "--transform", "re"));
        assertEquals(List.of(), offered("landline", "--profile", ""), "files");
        assertEquals(List.of(), offered("landline", "send", "--limit", ""));
        assertEquals(List.of("status"), offered("landline", "--profile", "=", "/media", "stat"));
        assertEquals(List.of("send"), offered("landline", "--name", "room", "sen"), "a name, no command");
    }

    @Test
    void bashOffersFilesWhereACommandTakesThem() throws Exception {
        write();
        assertEquals(List.of(), offered("landline", "send", "Bob", ""));
        assertTrue(offered("landline", "send", "Bob", "-").contains("--limit"));
        assertTrue(offered("landline", "status", "").contains("--json"));
    }
}
