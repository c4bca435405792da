package io.landline.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.landline.testing.Patience;
import io.landline.testing.ProcessTest;
import io.landline.testing.StartsPrograms;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// A node as a process, with a shell in the place of the node.
@DisabledOnOs(OS.WINDOWS)
@StartsPrograms
class NodeProcessTest {
    /// A program that says so once it runs, and hears no command.
    private static final String DEAF = "echo '{\"event\":\"ready\"}'; exec sleep 600";

    @TempDir
    Path folder;

    private NodeProcess running(String script) throws IOException, InterruptedException {
        var node = NodeProcess.startOf(List.of("/bin/sh", "-c", script),
                new NodeProcess.Start("Ada", folder.resolve("Ada"), folder.resolve("downloads"), 0, null, null,
                        List.of()));
        assertNotNull(node.await("ready", _ -> true, Patience.OF_PROGRAMS));
        return node;
    }

    /// Who takes its folder away next meets nothing that still writes there.
    @ProcessTest
    void aProcessThatWasClosedRunsNoMore() throws Exception {
        for (int n = 0; n < 20; n++) {
            NodeProcess node = running(DEAF);
            node.close();
            assertFalse(node.runs());
        }
    }

    @ProcessTest
    void soDoesOneThatHeardNoQuit() throws Exception {
        try (NodeProcess node = running(DEAF)) {
            assertEquals(-1, node.quit(Duration.ofMillis(1)));
            assertFalse(node.runs());
        }
    }

    @ProcessTest
    void whoQuitsGivesItsExitCode() throws Exception {
        try (NodeProcess node = running("echo '{\"event\":\"ready\"}'; read quit; exit 7")) {
            assertEquals(7, node.quit());
        }
    }
}
