package io.landline.cli.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.testing.Patience;
import io.landline.testing.StartsPrograms;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// What a signal does to a command that is done, before its process has ended.
@StartsPrograms
class SignalHandlingTest {
    private static final int OWN = 3;

    /// Run in a process of its own.
    static final class Command {
        private Command() {}

        static void main(String[] args) throws InterruptedException {
            SignalHandling.begins(ExitCode.INTERRUPTED, () -> {});
            SignalHandling.saysLast(_ -> System.out.println("interrupted"));
            SignalHandling.isOver(OWN);
            System.out.println("done");
            if (args[0].equals("lingers")) new CountDownLatch(1).await();
            SignalHandling.exit(OWN);
        }
    }

    private static Process start(String how) throws Exception {
        return new ProcessBuilder(List.of(ProcessHandle.current().info().command().orElseThrow(), "-cp",
                System.getProperty("java.class.path"), Command.class.getName(), how)).start();
    }

    private static void assertEnds(Process process) throws InterruptedException {
        assertTrue(process.waitFor(Patience.PROGRAM_SECONDS, TimeUnit.SECONDS), "it lives on");
        assertEquals(OWN, process.exitValue());
    }

    /// A script was told 143 of what had been done.
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aSignalLeavesACommandThatIsDoneItsOwnCode() throws Exception {
        Process process = start("lingers");
        try (var said = process.inputReader()) {
            assertEquals("done", said.readLine());
            process.toHandle().destroy(); // the other destroy closes what it said
            assertEnds(process);
            assertNull(said.readLine());
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    @Test
    void withoutASignalItEndsTheSame() throws Exception {
        Process process = start("ends");
        try {
            assertEnds(process);
        } finally {
            process.destroyForcibly().waitFor();
        }
    }
}
