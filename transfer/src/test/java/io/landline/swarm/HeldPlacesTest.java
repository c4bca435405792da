package io.landline.swarm;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// More members than a receiver has places for partners take one with everybody, and give nothing. The author has gone.
class HeldPlacesTest {
    private static final int CHUNKS = 64;
    private static final int HELPERS = 6;
    private static final int SQUATTERS = 40;
    private static final SimulatedLink LINK = SimulatedLink.wired(12_500_000);
    private static final Duration GIVES_UP = Duration.ofMinutes(20);

    private final SimulatedSwarm swarm = new SimulatedSwarm(1, CHUNKS, 1024 * 1024, LINK.up());

    private static void assertWithin(SimulatedNode latecomer, Duration time) {
        assertTrue(latecomer.receiver().held().isFull(), "it stands still, and six would give all");
        double seconds = (latecomer.finishedAt - latecomer.startsAt) / 1e9;
        assertTrue(seconds <= time.toSeconds(), "it took " + seconds + " s");
    }

    /// The helpers have all and stay. Squatters hold their places, and those of the one who comes last.
    @ParameterizedTest
    @EnumSource
    void aLatecomerFindsThoseWhoGiveAmongThoseWhoDoNot(Squatter.Kind kind) {
        swarm.origin(LINK);
        for (int n = 0; n < SQUATTERS; n++) swarm.squatter(LINK, kind);
        for (int n = 0; n < HELPERS; n++) swarm.receiver(LINK, Duration.ofSeconds(1));
        swarm.kill(swarm.origin(), Duration.ofMinutes(3), Duration.ZERO);
        SimulatedNode latecomer = swarm.receiver(LINK, Duration.ofMinutes(4));
        swarm.run(GIVES_UP);
        assertWithin(latecomer, Duration.ofMinutes(10));
    }

    /// The author goes while each has a part: together they have all.
    @ParameterizedTest
    @EnumSource
    void thoseWhoHaveAllTogetherFindEachOther(Squatter.Kind kind) {
        swarm.origin(LINK);
        for (int n = 0; n < SQUATTERS; n++) swarm.squatter(LINK, kind);
        for (int n = 0; n < HELPERS; n++) swarm.receiver(LINK, Duration.ofMillis(1_000 + n));
        swarm.originLeavesAfterOnce();
        swarm.run(GIVES_UP);
        for (SimulatedNode helper : swarm.receivers()) assertWithin(helper, Duration.ofMinutes(10));
    }
}
