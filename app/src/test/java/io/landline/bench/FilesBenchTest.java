package io.landline.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.testing.StartsPrograms;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The benchmark of files, as small as it can be. Which programs of other people take part depends on the computer.
@StartsPrograms
class FilesBenchTest {
    private static final long FILE_BYTES = 1_500_000;

    @TempDir
    Path folder;

    @Test
    void ourFilesAreMeasuredBesideRawTcpAndNothingIsLeft() throws Exception {
        var figures = new ArrayList<Measurement>();
        var absent = new ArrayList<String>();
        try (var bench = new FilesBench(new FilesBench.Size(FILE_BYTES, FILE_BYTES, 3, 1), folder, figures::add,
                absent::add)) {
            bench.run();
        }
        List<String> names = figures.stream().map(Measurement::name).toList();
        Stream.of("SHA-256 alone, one core", "cold, first file, raw TCP", "cold, first file, Landline",
                "cold, first file, Landline beside raw TCP", "warm, large file, raw TCP",
                "warm, large file, Landline", "many small files, the first time, Landline",
                "many small files, Landline").forEach(name -> assertTrue(names.contains(name), names + " " + name));
        for (Measurement each : figures) assertTrue(each.median() > 0, each.toString());
        for (CopyTool tool : CopyTool.values()) {
            boolean measured = names.contains("warm, large file, " + tool.title);
            assertTrue(measured || !absent.isEmpty(), tool + " is measured, or somebody is told why not");
        }
        try (var left = Files.list(folder)) {
            assertEquals(List.of(), left.toList(), "profiles, keys and files are taken away");
        }
    }
}
