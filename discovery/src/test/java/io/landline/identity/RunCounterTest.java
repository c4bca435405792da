package io.landline.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunCounterTest {
    private static final InstantSource NOON = InstantSource.fixed(Instant.ofEpochMilli(1_000_000));
    private static final InstantSource MORNING = InstantSource.fixed(Instant.ofEpochMilli(900_000));

    @TempDir
    Path folder;

    @Test
    void eachStartHasALargerNumberAlsoWhenTheClockWentBack() throws Exception {
        assertEquals(1_000_000, RunCounter.next(folder, NOON));
        assertEquals(1_000_001, RunCounter.next(folder, NOON));
        assertEquals(1_000_002, RunCounter.next(folder, MORNING));
    }

    @Test
    void h82_aDamagedFileCountsForWhatCanBeReadOfIt() throws Exception {
        for (String nothing : new String[]{"", "x", "-5", "99999999999999999999", "9223372036854775807"}) {
            Files.writeString(folder.resolve(RunCounter.FILE), nothing);
            assertEquals(1_000_000, RunCounter.next(folder, NOON), nothing);
        }
        Files.writeString(folder.resolve(RunCounter.FILE), "2000000\0\0garbage");
        assertEquals(2_000_001, RunCounter.next(folder, NOON));
    }
}
