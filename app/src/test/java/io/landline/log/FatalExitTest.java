package io.landline.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.fixture.Pages;
import io.landline.queue.SerialQueue;
import io.landline.testing.Patience;
import io.landline.testing.StartsPrograms;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A process whose memory or whose core thread is gone ends; it does not live on deaf (finding C1).
@StartsPrograms
class FatalExitTest {
    @TempDir
    private Path folder;

    /// Run in a process of its own.
    static final class Dying {
        private static final List<byte[]> HELD = new ArrayList<>();

        private Dying() {}

        static void main(String[] args) throws InterruptedException {
            FatalExit.install();
            FatalExit.lastOf(Path.of(args[0]));
            if (args[1].equals("main")) throw new IllegalAccessError("a fault of ours");
            var queue = new SerialQueue(new SerialQueue.Settings("core", 8, 8, Duration.ofSeconds(1))).start();
            queue.post(() -> {
                if (args[1].equals("memory")) fillMemory();
                throw new AssertionError("a fault of ours");
            });
            new CountDownLatch(1).await(); // lives on, if nobody ends it
        }

        private static void fillMemory() {
            while (true) HELD.add(new byte[1 << 16]);
        }
    }

    /// As the program starts, but with a small heap. Some options of Java end a process before our sentence
    /// (docs/adr/0051).
    private Process start(String how) throws IOException {
        String pom = Files.readString(Pages.path("numbers.md").getParent().resolveSibling("pom.xml"));
        Matcher options = Pattern.compile("<jvm\\.options>(.+)</jvm\\.options>").matcher(pom);
        assertTrue(options.find(), "the options of Java stand in the root pom");
        var command = new ArrayList<>(List.of(ProcessHandle.current().info().command().orElseThrow()));
        Stream.of(options.group(1).split(" ")).filter(each -> each.startsWith("-X")).forEach(command::add);
        command.addAll(List.of("-Xmx32m", "-cp", System.getProperty("java.class.path"), Dying.class.getName(),
                folder.toString(), how));
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.PIPE).start();
    }

    private static String endOf(Process process) throws Exception {
        try {
            assertTrue(process.waitFor(Patience.PROGRAM_SECONDS, TimeUnit.SECONDS), "it lives on");
            assertEquals(1, process.exitValue());
            return new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void c1_aCoreThreadWithoutMemoryEndsTheProcessWithOneSentence() throws Exception {
        String said = endOf(start("memory"));
        assertEquals("Landline has run out of memory and has ended. All that was confirmed is kept; start it again.\n",
                said);
        assertEquals(said.strip(), new FatalExit(new ByteArrayOutputStream(), _ -> {}).begin(folder));
    }

    @Test
    void c1_aCoreThreadThatDiesEndsTheProcessWithOneSentence() throws Exception {
        String said = endOf(start("fault"));
        assertTrue(said.startsWith("Landline has met a fault of its own and has ended."), said);
    }

    @Test
    void aFaultOfTheMainThreadEndsTheProcessWithOneSentence() throws Exception {
        String said = endOf(start("main"));
        assertTrue(said.startsWith("Landline has met a fault of its own and has ended."), said);
    }

    @Test
    void theNoteIsToldOnce() {
        var err = new ByteArrayOutputStream();
        var codes = new ArrayList<Integer>();
        var ending = new FatalExit(err, codes::add);
        ending.prepare();
        assertNull(ending.begin(folder));
        ending.uncaughtException(Thread.currentThread(), new OutOfMemoryError("a test's"));
        assertEquals(List.of(1), codes);
        var next = new FatalExit(err, codes::add);
        next.prepare();
        assertEquals(err.toString(StandardCharsets.UTF_8).strip(), next.begin(folder));
        assertNull(new FatalExit(err, codes::add).begin(folder));
    }

    @Test
    void nobodyElseMayReadTheNote() throws IOException {
        var ending = new FatalExit(new ByteArrayOutputStream(), _ -> {});
        ending.prepare();
        assertNull(ending.begin(folder));
        Path note = folder.resolve("ended-by-fault");
        if (!Files.getFileStore(note).supportsFileAttributeView("posix")) return;
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(note)));
    }

    @Test
    void whatCostsOneConnectionOnlyEndsNothing() {
        var codes = new ArrayList<Integer>();
        var ending = new FatalExit(new ByteArrayOutputStream(), codes::add);
        ending.uncaughtException(Thread.currentThread(), new IllegalStateException("a test's"));
        ending.uncaughtException(Thread.currentThread(), new StackOverflowError("a test's"));
        assertEquals(List.of(), codes);
    }
}
