package io.landline.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.cli.terminal.ExitCode;
import io.landline.filetransfer.AcceptRule;
import io.landline.node.Node;
import io.landline.process.SelfCommand;
import io.landline.testing.StartsPrograms;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/// The line that says how far a file is, on a terminal on which it does not fit.
@StartsPrograms
class ProgressInPtyTest extends ConsoleNodes {
    private static final int COLUMNS = 25;
    private static final int ROWS = 12;
    private static final int BYTES = 3_000_000;

    @Test
    void howFarAFileIsStandsInOneLineOfANarrowTerminal() throws Exception {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/script")), "needs script (bsdutils)");
        Path film = Files.write(folder.resolve("film"), new byte[BYTES]);
        try (Node bob = node("Bob", AcceptRule.ALL)) {
            bob.start();
            var sending = new Pty("xterm", COLUMNS, ROWS, SelfCommand.of("send", "Bob", film.toString(), "--limit",
                    "1M", "--profile", folder.resolve("Ada").toString(), "--room", "class", "--key", KEY,
                    "--interface", "lo", "--udp-port", Integer.toString(udpPort)));
            String shown = sending.untilItEnds();
            assertEquals(ExitCode.DONE, sending.exitCode(), shown);
            assertTrue(shown.contains("MB of"), shown);
            List<String> left = Screen.lines(shown, COLUMNS, ROWS)
                    .stream()
                    .filter(line -> line.contains("MB of"))
                    .toList();
            assertEquals(List.of(), left);
        }
    }
}
