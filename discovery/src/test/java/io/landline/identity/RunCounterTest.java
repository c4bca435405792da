package io.landline.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunCounterTest {
    private static final InstantSource NOON = InstantSource.fixed(Instant.ofEpochMilli(1_000_000));
    private static final InstantSource MORNING = InstantSource.fixed(Instant.ofEpochMilli(900_000));

    @TempDir
    Path folder;

    @Test
    void eachStartHasALargerNumberAlsoWhenTheClockWentBack() throws Exception {
        assertEquals(1_000_001, RunCounter.next(folder, NOON));
        assertEquals(1_001_000, RunCounter.next(folder, NOON));
        assertEquals(1_002_000, RunCounter.next(folder, MORNING));
    }

    @Test
    void aNumberThatIsNoTimeIsAWholeSecond() throws Exception {
        assertTrue(RunCounter.isTime(RunCounter.next(folder, NOON)));
        assertFalse(RunCounter.isTime(RunCounter.next(folder, MORNING)));
        assertTrue(RunCounter.isTime(
                RunCounter.next(folder, InstantSource.offset(NOON, Duration.ofSeconds(10)))),
                "the clock is right again");
    }

    @Test
    void h82_aDamagedFileCountsForWhatCanBeReadOfIt() throws Exception {
        for (String nothing : new String[]{"", "x", "-5", "99999999999999999999", "9223372036854775807",
                "9223372036854774808"}) {
            Files.writeString(folder.resolve(RunCounter.FILE), nothing);
            assertEquals(1_000_001, RunCounter.next(folder, NOON), nothing);
        }
        Files.writeString(folder.resolve(RunCounter.FILE), "2000000\0\0garbage");
        assertEquals(2_001_000, RunCounter.next(folder, NOON));
    }

    @Test
    void h82_aFolderInThePlaceOfTheFileIsToldByItsName() throws Exception {
        Path file = Files.createDirectory(folder.resolve(RunCounter.FILE));
        Files.createFile(file.resolve("something"));
        var told = assertThrows(IOException.class, () -> RunCounter.next(folder, NOON));
        assertTrue(told.getMessage().startsWith(file + " is a folder, and should be the file"), told.getMessage());
        assertTrue(Files.exists(file.resolve("something")));
    }

    @Test
    void h85_aClockThatWasYearsAheadLeavesNumbersThatGoOnGrowing() throws Exception {
        Instant today = Instant.parse("2029-01-01T00:00:00Z");
        long last = 0;
        for (Instant now : new Instant[]{today, today.plus(3_652, ChronoUnit.DAYS), today,
                today.minus(3_652, ChronoUnit.DAYS), Instant.EPOCH.minusSeconds(1),
                Instant.ofEpochMilli(0x7fff_ffffL * 1_000), today.plus(1, ChronoUnit.HOURS)}) {
            long run = RunCounter.next(folder, InstantSource.fixed(now));
            assertTrue(run > last && run >= now.toEpochMilli(), () -> "at " + now);
            last = run;
        }
    }
}
