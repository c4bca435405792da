package io.landline.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;

/// How the command line of the Lab is cut out of that of Landline.
class LabEntryTest {
    private static String[] behind(String... args) {
        return LabEntry.behind(args, LabEntry.place(args));
    }

    @Test
    void whatStandsBeforeLabIsAnOptionAlsoWhereTheExperimentTakesWordsAfterTheEndOfItsOptions() {
        assertArrayEquals(new String[]{"http", "--json"}, behind("--json", "lab", "http"));
        assertArrayEquals(new String[]{"udp-args", "--json", "--", "-1"},
                behind("--json", "lab", "udp-args", "--", "-1"));
    }
}
