package io.landline.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class LogFilesTest {
    private static final System.Logger LOG = System.getLogger("io.landline.log.LogFilesTest");

    @TempDir
    Path folder;
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    private LogFiles open(LogFiles.Verbosity verbosity) {
        return LogFiles.open(folder.resolve("log"), verbosity, new PrintStream(printed, true, UTF_8));
    }

    private List<String> lines() throws IOException {
        return ownLines("landline.log");
    }

    /// The log takes what the whole process says: a thread of another test may say something meanwhile.
    private List<String> ownLines(String file) throws IOException {
        try (Stream<String> all = Files.lines(folder.resolve("log").resolve(file), UTF_8)) {
            return all.filter(line -> line.contains(" log.LogFilesTest: ") || line.contains(" org.sqlite.Something: "))
                    .toList();
        }
    }

    @Test
    void whatIsSaidIsInTheFileAtOnceAndNowhereElse() throws IOException {
        var stderr = System.err;
        var others = new ByteArrayOutputStream();
        System.setErr(new PrintStream(others, true, UTF_8));
        try (var _ = open(LogFiles.Verbosity.QUIET)) {
            LOG.log(System.Logger.Level.INFO, "grüße {0}", 7);
            LOG.log(System.Logger.Level.DEBUG, "detail");
            System.getLogger("org.sqlite.Something").log(System.Logger.Level.WARNING, "from a library");
            assertEquals(2, lines().size());
            assertTrue(lines().getFirst().endsWith("INFO log.LogFilesTest: grüße 7"), lines().getFirst());
            assertTrue(lines().getLast().endsWith("WARNING org.sqlite.Something: from a library"), lines().getLast());
        } finally {
            System.setErr(stderr);
        }
        assertEquals("", printed.toString(UTF_8) + others.toString(UTF_8));
        for (Path each : List.of(folder.resolve("log"), folder.resolve("log").resolve("landline.log"))) {
            String mode = PosixFilePermissions.toString(Files.getPosixFilePermissions(each));
            assertTrue(mode.endsWith("------"), mode);
        }
    }

    @Test
    void verboseAlsoKeepsDetailsOfOursAndPrintsThem() throws IOException {
        try (var _ = open(LogFiles.Verbosity.VERBOSE)) {
            LOG.log(System.Logger.Level.DEBUG, "detail");
            LOG.log(System.Logger.Level.TRACE, "too much");
            System.getLogger("org.sqlite.Something").log(System.Logger.Level.DEBUG, "a library's detail");
            assertEquals(1, lines().size());
        }
        assertTrue(printed.toString(UTF_8).endsWith("FINE log.LogFilesTest: detail\n"), printed.toString(UTF_8));
    }

    @Test
    void h84_aFloodLeavesFiveFilesOfOneMegabyteWithTheNewestLinesInOrder() throws IOException {
        String filling = "x".repeat(1_000);
        int count = 8_000;
        try (var _ = open(LogFiles.Verbosity.QUIET)) {
            for (int i = 0; i < count; i++) LOG.log(System.Logger.Level.INFO, "{0} {1}", String.valueOf(i), filling);
        }
        List<Path> files;
        try (Stream<Path> entries = Files.list(folder.resolve("log"))) {
            files = entries.sorted().toList();
        }
        assertEquals(List.of("landline.1.log", "landline.2.log", "landline.3.log", "landline.4.log", "landline.log"),
                files.stream().map(file -> file.getFileName().toString()).toList());
        for (Path file : files) {
            assertTrue(Files.size(file) <= RotatingFile.FILE_BYTES_MAX, file + ": " + Files.size(file));
        }
        int next = -1;
        for (int age = RotatingFile.FILES - 1; age >= 0; age--) {
            for (String line : ownLines(age == 0 ? "landline.log" : "landline." + age + ".log")) {
                int number = Integer.parseInt(line.split(" ")[3]);
                assertTrue(next == -1 || number == next, number + " instead of " + next);
                next = number + 1;
            }
        }
        assertEquals(count, next);
    }

    @Test
    void theNextStartGoesOnInTheSameFile() throws IOException {
        for (int i = 0; i < 3; i++) {
            try (var _ = open(LogFiles.Verbosity.QUIET)) {
                LOG.log(System.Logger.Level.INFO, "start");
            }
        }
        assertEquals(3, lines().size());
    }

    @Test
    void afterClosingTheRecordsGoWhereTheyWentBefore() throws IOException {
        var root = java.util.logging.Logger.getLogger("");
        var handlers = Arrays.asList(root.getHandlers());
        open(LogFiles.Verbosity.VERBOSE).close();
        assertEquals(handlers, Arrays.asList(root.getHandlers()));
        LOG.log(System.Logger.Level.DEBUG, "to nobody");
        assertEquals(List.of(), lines());
    }

    @Test
    void aLogThatCannotBeWrittenIsSaidOnceAndHindersNobody() throws IOException {
        Files.createFile(folder.resolve("log"));
        try (var _ = open(LogFiles.Verbosity.QUIET)) {
            LOG.log(System.Logger.Level.INFO, "into the void");
            LOG.log(System.Logger.Level.INFO, "again");
        }
        String said = printed.toString(UTF_8);
        assertEquals(1, said.lines().count(), said);
        assertTrue(said.contains("Landline goes on without it"), said);
    }

    @Test
    void aLinkInTheLogsPlaceIsNotFollowed() throws IOException {
        Path victim = Files.writeString(folder.resolve("victim"), "untouched");
        Files.createDirectory(folder.resolve("log"));
        Files.createSymbolicLink(folder.resolve("log").resolve("landline.log"), victim);
        try (var _ = open(LogFiles.Verbosity.QUIET)) {
            LOG.log(System.Logger.Level.INFO, "x");
        }
        assertEquals("untouched", Files.readString(victim));
    }

    @Test
    void aFolderThatWasDeletedMeanwhileIsMadeAgainAtTheNextFile() throws IOException {
        try (var _ = open(LogFiles.Verbosity.QUIET)) {
            Files.delete(folder.resolve("log").resolve("landline.log"));
            Files.delete(folder.resolve("log"));
            String filling = "x".repeat(1_000);
            for (int i = 0; i < 1_500; i++) LOG.log(System.Logger.Level.INFO, filling);
        }
        assertFalse(lines().isEmpty());
    }

    @Test
    void linesOfManyThreadsStayWhole() throws Exception {
        try (var _ = open(LogFiles.Verbosity.QUIET)) {
            var threads = IntStream.range(0, 20).mapToObj(t -> Thread.ofVirtual().start(() -> {
                for (int i = 0; i < 50; i++) LOG.log(System.Logger.Level.INFO, "thread {0} ends here", t);
            })).toList();
            for (Thread thread : threads) thread.join();
        }
        assertEquals(1_000, lines().size());
        for (String line : lines()) assertTrue(line.matches("\\S+ INFO log.LogFilesTest: thread \\d+ ends here"), line);
    }
}
