package io.landline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.landline.cli.terminal.Terminal;
import io.landline.cli.terminal.Terminal.Colour;
import io.landline.testing.StartsPrograms;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/// A status line, as of progress, has no end: what is written next takes its place.
@StartsPrograms
class StatusLineInPtyTest {
    /// What is written, as a program of its own: whether a terminal is there is a matter of the process.
    static final class Writer {
        private Writer() {}

        public static void main(String[] args) {
            var terminal = new Terminal(false, Colour.NEVER);
            terminal.status("10 % of one.txt");
            terminal.warn("The network was lost.");
            terminal.status("20 % of one.txt");
            terminal.say("Ada offers two.txt.");
            terminal.status("30 % of one.txt");
            terminal.status("");
            terminal.print("the end\n");
        }
    }

    @Test
    void noLineRunsIntoAStatus() throws Exception {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/script")), "needs script (bsdutils)");
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String written = new Pty(List.of(java, "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"),
                Writer.class.getName())).untilItEnds();
        assertEquals(List.of("The network was lost.", "Ada offers two.txt.", "the end"),
                Screen.lines(written, 80, 24).stream().filter(each -> !each.isBlank()).toList());
    }
}
