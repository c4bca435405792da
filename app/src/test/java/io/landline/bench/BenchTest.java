package io.landline.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.fixture.ProcessStatus;
import io.landline.testing.StartsPrograms;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// The benchmark between two real nodes, as small as it can be. It leaves out meetings, for which more nodes start.
@StartsPrograms
class BenchTest {
    /// More than one block that is written, and not a whole number of them.
    private static final long FILE_BYTES = 1_500_000;
    private static final List<String> WITHOUT_PROC = List.of("message there and back (four times to disk)",
            "SHA-256 alone, one core", "file by raw TCP", "file by Landline");

    @TempDir
    Path folder;

    @Test
    @EnabledOnOs(OS.LINUX)
    void aMegabyteOfMemoryIsAMillionBytes() throws Exception {
        Process rests = new ProcessBuilder("/bin/cat").start();
        try (var in = rests.outputWriter(); var out = rests.inputReader()) {
            for (int line = 1; line <= 2; line++) { // then all it does was done once, and its memory stays as it is
                in.write("begun\n");
                in.flush();
                assertEquals("begun", out.readLine());
            }
            assertEquals(ProcessStatus.of(rests.pid()).megabytes("VmRSS"), Bench.residentMegabytes(rests.pid()), 1e-6);
        } finally {
            rests.destroyForcibly();
        }
    }

    @Test
    void everyFigureIsMeasuredInItsRoundsAndNothingIsLeft() throws Exception {
        var figures = new ArrayList<Measurement>();
        try (var bench = new Bench(new Bench.Size(FILE_BYTES, 2, 3, 1, 0, Duration.ofMillis(1)), folder,
                figures::add)) {
            bench.run();
        }
        var expected = new ArrayList<>(WITHOUT_PROC);
        if (Files.exists(Path.of("/proc/self/status"))) {
            expected.addFirst("idle node's resident memory");
            expected.add("resident memory after the transfers (sender)");
            expected.add("resident memory after the transfers (receiver)");
        }
        assertEquals(expected, figures.stream().map(Measurement::name).toList());
        for (Measurement each : figures) {
            assertTrue(0 < each.min() && each.min() <= each.median() && each.median() <= each.max(), each.toString());
        }
        Map<String, Measurement> byName = figures.stream()
                .collect(Collectors.toMap(Measurement::name, Function.identity()));
        assertEquals(3, byName.get("message there and back (four times to disk)").rounds(), "the first does not count");
        Measurement file = byName.get("file by Landline");
        assertEquals(2, file.rounds());
        assertEquals("raw TCP", file.against());
        assertTrue(file.ratio() > 0, file.toString());
        try (var left = Files.list(folder)) {
            assertEquals(List.of(), left.toList(), "profiles and files are taken away");
        }
    }
}
