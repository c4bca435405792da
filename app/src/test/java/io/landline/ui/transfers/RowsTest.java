package io.landline.ui.transfers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RowsTest {
    private static final long SEED = Long.getLong("landline.seed", System.nanoTime());

    @Test
    void anyListBecomesAnyOther() {
        System.out.println("landline.seed=" + SEED);
        var random = new Random(SEED);
        for (int round = 0; round < 1_000; round++) {
            List<Integer> shown = some(random);
            List<Integer> wanted = some(random);
            Rows.become(shown, wanted);
            assertEquals(wanted, shown, "seed " + SEED);
        }
    }

    private static List<Integer> some(Random random) {
        var all = new ArrayList<Integer>();
        for (int i = 0; i < 12; i++) if (random.nextBoolean()) all.add(i);
        Collections.shuffle(all, random);
        return all;
    }
}
