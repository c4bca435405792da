package io.landline.swarm;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Random lives of swarms of 2 to 200 receivers. In the end everybody who stayed has every chunk that anybody has, with
/// bounded state; where all links are equal, the origin did not send much more than the brake allows.
///
/// `-Dlandline.swarms=1000` plays as many, `-Dlandline.seed=N` the one of that seed.
@Timeout(3_600)
class SwarmsTest {
    private static final int IN_A_BUILD = 20;
    private static final List<Double> RATIOS = new ArrayList<>();

    static LongStream seeds() {
        Long given = Long.getLong("landline.seed");
        return given != null
                ? LongStream.of(given)
                : new Random().longs(Integer.getInteger("landline.swarms", IN_A_BUILD), 0, 1L << 48);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyChunkReachesEverybodyWhoStays(long seed) {
        SwarmLife life = SwarmLife.of(seed);
        life.play();
        if (life.isEqual()) RATIOS.add(life.ratio());
    }

    /// Two who say that they have everything and give nothing were both asked for the same chunk: it waited for
    /// minutes.
    @ParameterizedTest
    @ValueSource(longs = {1_213, 1_312, 20_793_577_645_679L})
    void whoGivesNothingDoesNotHoldAChunkUp(long seed) {
        SwarmLife.of(seed).play();
    }

    /// Two came after all others had everything, one after the other: each began a swarm of its own, and the origin
    /// sent 1.7 times the size in all.
    @Test
    void theBrakeCountsAnewForWhoComesWhenNobodyLacksAnything() {
        SwarmLife life = SwarmLife.of(110_828_771_125_482L);
        life.play();
        assertTrue(life.ratio() > 1.6, "all of its swarms together: " + life.ratio());
    }

    @AfterAll
    static void print() {
        if (RATIOS.isEmpty()) return;
        RATIOS.sort(null);
        System.out.printf("SwarmsTest: %d swarms on equal links, the origin sent %.2f times the size, at worst %.2f%n",
                RATIOS.size(), RATIOS.get(RATIOS.size() / 2), RATIOS.getLast());
    }
}
