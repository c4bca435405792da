package io.landline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.cli.terminal.Terminal;
import io.landline.cli.terminal.Terminal.Colour;
import io.landline.process.SelfCommand;
import io.landline.testing.StartsPrograms;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/// A status line, as of progress, has no end: what is written next takes its place.
@StartsPrograms
class StatusLineInPtyTest {
    private static final List<String> LINES = List
            .of("The network was lost.", "Ada offers two.txt.", "Waiting.", "the end");

    /// What is written, as a program of its own: whether a terminal is there is a matter of the process.
    static final class Writer {
        private Writer() {}

        public static void main(String[] args) {
            var terminal = new Terminal(false, Colour.valueOf(args[0]));
            terminal.status("10 % of one.txt");
            terminal.warn("The network was lost.");
            terminal.status("20 % of one.txt");
            terminal.say("Ada offers two.txt.");
            terminal.status("30 % of one.txt");
            terminal.status("");
            terminal.aside("Waiting.");
            terminal.print("the end\n");
        }
    }

    @Test
    void noLineRunsIntoAStatus() throws Exception {
        assertEquals(LINES, Screen.lines(written("xterm", Colour.NEVER), 80, 24)
                .stream()
                .filter(each -> !each.isBlank())
                .toList());
    }

    /// As the one of an editor's shell, which shows them as letters.
    @Test
    void aTerminalThatTakesNoEscapesGetsNone() throws Exception {
        assertEquals(String.join("\n", LINES) + "\n", written("dumb", Colour.AUTO).replace("\r\n", "\n"));
    }

    @Test
    void helpHasColoursWhereTheTerminalTakesThemAndTheyAreWanted() throws Exception {
        assertTrue(help("xterm").contains("\u001b["));
        assertFalse(help("dumb").contains("\u001b"));
        assertFalse(help("xterm", "--color", "never").contains("\u001b"));
        assertFalse(help("xterm", "--color=never").contains("\u001b"));
    }

    private static String help(String type, String... more) throws Exception {
        assumeScript();
        var command = new ArrayList<>(SelfCommand.of("say", "--help"));
        command.addAll(List.of(more));
        String help = new Pty(type, command).untilItEnds();
        assertTrue(help.contains("landline say"), help);
        return help;
    }

    private static String written(String type, Colour colour) throws Exception {
        assumeScript();
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new Pty(type, List.of(java, "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"),
                Writer.class.getName(), colour.name())).untilItEnds();
    }

    private static void assumeScript() {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/script")), "needs script (bsdutils)");
    }
}
