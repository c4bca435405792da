package io.landline.ui.lab;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.landline.fixture.ChildJvm;
import io.landline.process.SelfCommand;
import io.landline.testing.Patience;
import io.landline.testing.StartsPrograms;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Looked at from outside the process: nothing of the Lab is open before a start, nor after a stop.
@StartsPrograms
class NothingListensTest {
    @BeforeEach
    void needsTheSystemsTables() {
        if (!OpenSockets.canBeSeen()) {
            System.out.println("skipped: this system has no /proc to look at a process's sockets");
        }
        assumeTrue(OpenSockets.canBeSeen(), "no /proc");
    }

    /// A thread that was waiting for a connection lets go of its socket a moment after it was closed.
    private static Set<String> openOnceAllLetGo(long pid) throws IOException {
        long end = System.nanoTime() + Patience.OF_PROGRAMS.toNanos();
        Set<String> open = OpenSockets.of(pid);
        while (!open.isEmpty() && System.nanoTime() < end) open = OpenSockets.of(pid);
        return open;
    }

    private static void end(Process process) throws InterruptedException {
        process.destroy();
        assertTrue(process.waitFor(Patience.PROGRAM_SECONDS, TimeUnit.SECONDS), "it ends");
    }

    @Test
    void thePagesProgramsHoldSocketsOnlyBetweenStartAndStop() throws Exception {
        try (ChildJvm child = ChildJvm.start(LabChild.class)) {
            assertEquals("idle", child.readLine());
            assertEquals(Set.of(), OpenSockets.of(child.pid()), "before a start");
            for (int round = 0; round < 2; round++) {
                child.writeLine("start");
                assertEquals("start", child.readLine());
                Set<String> open = OpenSockets.of(child.pid());
                assertTrue(open.stream().anyMatch(each -> each.startsWith("udp")), open::toString);
                assertTrue(open.stream().anyMatch(each -> each.startsWith("tcp")), open::toString);
                child.writeLine("stop");
                assertEquals("stop", child.readLine());
                assertEquals(Set.of(), openOnceAllLetGo(child.pid()), "after a stop");
            }
        }
    }

    @Test
    void theCommandHoldsTheOneSocketThatItsLineNames() throws Exception {
        var command = SelfCommand.of("lab", "udp-echo", "--host", "127.0.0.1", "--port", "0");
        Process server = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        try (BufferedReader said = server.inputReader(UTF_8)) {
            String line = String.valueOf(said.readLine());
            assertTrue(line.startsWith("lab udp-echo: listening on 127.0.0.1:"), line);
            int port = Integer.parseInt(line.replaceAll(".*127\\.0\\.0\\.1:(\\d+) .*", "$1"));
            assertEquals(Set.of(String.format("udp 0100007F:%04X", port)), OpenSockets.of(server.pid()));
        } finally {
            end(server);
        }
    }
}
