package io.landline.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.testing.StartsPrograms;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// One file for two receivers, as small as it can be; without syncthing.
@StartsPrograms
class ClassBenchTest {
    private static final long FILE_BYTES = 1_500_000;

    @TempDir
    Path folder;

    private final List<Measurement> figures = new ArrayList<>();
    private final List<String> absent = new ArrayList<>();

    private List<String> names() {
        return figures.stream().map(Measurement::name).toList();
    }

    private void assertNothingIsLeft() throws Exception {
        try (var left = Files.list(folder)) {
            assertEquals(List.of(), left.toList(), "profiles and files are taken away");
        }
    }

    @Test
    void theLastOfAClassIsMeasuredBesideOneAloneAndRawTcp() throws Exception {
        try (var bench = new ClassBench(new ClassBench.Size(FILE_BYTES, 2, 1), folder, null, figures::add,
                absent::add)) {
            bench.run();
        }
        var expected = new ArrayList<>(List.of("raw TCP, 2 times in turn", "Landline, one receiver alone",
                "Landline, the last of 2 receivers", "Landline beside raw TCP"));
        var told = new ArrayList<>(List.of("syncthing is not installed."));
        if (names().contains(ClassBench.SENT)) { // so small a file may be there before the origin tells
            expected.add(ClassBench.SENT);
            assertTrue(figures.getLast().median() >= 1, figures::toString);
        } else {
            told.add("How often the origin sent it is not known: the file was there too soon.");
        }
        assertEquals(expected, names());
        assertEquals(told, absent);
        for (Measurement each : figures) assertTrue(each.median() > 0, each.toString());
        assertEquals("one alone", figures.get(2).against());
        assertTrue(figures.get(2).ratio() > 0, figures::toString);
        assertNothingIsLeft();
    }

    @Test
    void aSyncthingThatDoesNotStartIsTold() throws Exception {
        Path program = Files.writeString(folder.resolve("syncthing"), "no program");
        try (var bench = new ClassBench(new ClassBench.Size(FILE_BYTES, 2, 1), folder, program, figures::add,
                absent::add)) {
            assertNull(bench.startSyncthing());
        }
        assertEquals(1, absent.size(), absent::toString);
        assertTrue(absent.getFirst().startsWith("Without syncthing: "), absent::toString);
        Files.delete(program);
        assertNothingIsLeft();
    }
}
