package io.landline.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.testing.StartsPrograms;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@StartsPrograms
class HistoryBenchTest {
    @TempDir
    Path folder;

    @Test
    void whatAWindowAsksIsMeasuredColdAndWarm() throws Exception {
        var figures = new ArrayList<Measurement>();
        try (var bench = new HistoryBench(new HistoryBench.Size(500, 1), folder, figures::add)) {
            bench.run();
        }
        List<String> names = figures.stream().map(Measurement::name).toList();
        for (String question : List.of("conversation opened at its end", "search here, common word",
                "search everywhere, rare word")) {
            assertTrue(names.stream().anyMatch(name -> name.startsWith(HistoryRound.COLD + question)), names::toString);
            assertTrue(names.contains(HistoryRound.WARM + question), names::toString);
        }
        assertTrue(names.contains(HistoryRound.MEMORY + "heap in use"), names::toString);
        assertTrue(figures.stream().allMatch(figure -> figure.median() > 0), figures::toString);
        try (var left = Files.list(folder)) {
            assertEquals(List.of(), left.toList(), "the profile is taken away");
        }
    }
}
