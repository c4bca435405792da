package io.landline.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.bench.Latency.Phase;
import io.landline.testing.StartsPrograms;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@StartsPrograms
class ChatBenchTest {
    private static final List<String> NAMES = List.of("TCP echo", "TLS 1.3 echo", "disk sync", "signature",
            "confirmed", "shown at the other side");

    @TempDir
    Path folder;

    @Test
    void everyRowOfTheTableIsMeasuredInEveryPhase() throws Exception {
        var rows = new ArrayList<Latency>();
        try (var bench = new ChatBench(new ChatBench.Size(2, 5, 3), folder, rows::add)) {
            bench.run();
        }
        var expected = new ArrayList<String>();
        for (Phase phase : Phase.values()) for (String name : NAMES) expected.add(phase + " " + name);
        assertEquals(expected, rows.stream().map(row -> row.phase() + " " + row.what()).toList());
        for (Latency row : rows) {
            assertEquals(switch (row.phase()) {
                case COLD -> 2;
                case IN_A_ROW, AT_ONCE -> 5;
                case WARM -> 3;
            }, row.rounds(), row.toString());
            assertTrue(0 < row.p50() && row.p50() <= row.p99() && row.p99() <= row.worst(), row.toString());
            boolean inTurn = row.phase() == Phase.COLD || row.phase() == Phase.WARM;
            assertEquals(!inTurn, row.perSecond() > 0, row.toString());
            if (NAMES.indexOf(row.what()) < NAMES.indexOf(ChatBench.CONFIRMED)) {
                assertNull(row.ratios());
            } else {
                assertNotNull(row.ratios());
            }
        }
        try (var left = Files.list(folder)) {
            assertEquals(List.of(), left.toList(), "the profiles are taken away");
        }
    }

    @Test
    void theMiddleAndTheTailAreWhatTheirNamesSay() {
        var millis = new double[200];
        for (int i = 0; i < millis.length; i++) millis[i] = millis.length - i;
        Latency row = Latency.of("x", Phase.WARM, millis, 0);
        assertEquals(100, row.p50());
        assertEquals(198, row.p99());
        assertEquals(200, row.worst());
        Latency.Ratios ratios = row.beside(Latency.of("tcp", Phase.WARM, new double[]{10}, 0),
                Latency.of("tls", Phase.WARM, new double[]{20}, 0), Latency.of("disk", Phase.WARM, new double[]{50}, 0))
                .ratios();
        assertEquals(new Latency.Ratios(10, 5, 2), ratios);
    }
}
