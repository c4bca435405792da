package io.landline.process;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.landline.testing.StartsPrograms;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The table that the coverage profile prints, of a small report in JaCoCo's own form.
@StartsPrograms
class CoverageTableTest {
    private static final Path PROGRAM = Path.of("..", "build", "CoverageTable.java");
    private static final String TITLES = "GROUP,PACKAGE,CLASS,INSTRUCTION_MISSED,INSTRUCTION_COVERED,BRANCH_MISSED,"
            + "BRANCH_COVERED,LINE_MISSED,LINE_COVERED,COMPLEXITY_MISSED,COMPLEXITY_COVERED,METHOD_MISSED,"
            + "METHOD_COVERED";

    @Test
    void packagesAreCountedAndClassesBelowTheBarAreNamedTheLargestFirst(@TempDir Path folder) throws Exception {
        Path report = Files.writeString(folder.resolve("jacoco.csv"), String.join("\n", TITLES,
                "Landline/landline-a,io.landline.chat,Small,0,9,6,4,1,9,0,0,0,0",
                "Landline/landline-a,io.landline.chat,Large,0,9,1,1,10,20,0,0,0,0",
                "Landline/landline-a,io.landline.chat,Large.new Runnable() {...},0,9,2,0,5,0,0,0,0,0",
                "Landline/landline-a,io.landline.chat,OnTheBar,0,9,4,6,30,30,0,0,0,0",
                "Landline/landline-b,io.landline.queue,NoBranches,0,9,0,0,30,30,0,0,0,0") + "\n");
        var java = Path.of(System.getProperty("java.home"), "bin", "java");
        Process process = new ProcessBuilder(java.toString(), "-XX:TieredStopAtLevel=1", PROGRAM.toString(),
                report.toString()).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        String printed = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertEquals(0, process.waitFor());
        assertEquals("""
                Branches that the tests take, by package
                   45 % of    24  in    105 lines  io.landline.chat
                  100 % of     0  in     60 lines  io.landline.queue
                   45 % of    24  in    165 lines  all
                Largest classes of landline-a below 60 %
                   25 % of     4  in     35 lines  io.landline.chat.Large
                   40 % of    10  in     10 lines  io.landline.chat.Small
                Largest classes of landline-b below 60 %
                """, printed.replace(System.lineSeparator(), "\n"));
    }
}
