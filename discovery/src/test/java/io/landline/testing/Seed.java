package io.landline.testing;

import java.util.Random;

/// The seed of a random test: printed, and taken back by `-Dlandline.seed=…`, so that a failure can be seen again.
public final class Seed {
    private Seed() {}

    /// A generator for one test. Every call prints the seed that it uses.
    public static Random random(String test) {
        long seed = Long.getLong("landline.seed", System.nanoTime());
        System.out.println(test + ": -Dlandline.seed=" + seed);
        return new Random(seed);
    }
}
