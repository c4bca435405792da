package io.landline.swarm;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.frame.MalformedFrameException;
import java.time.Duration;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Members who keep every single rule, and yet hold others up: a download goes on as long as somebody gives.
class SwarmStallsTest {
    private static final int MIB = 1024 * 1024;
    private static final int CHUNKS = 64;
    /// A while to see that nobody gives, and then as fast as ever.
    private static final double SLOWER_MAX = 3;
    private static final SimulatedLink LINK = SimulatedLink.wired(12_500_000);

    /// How long one receiver takes beside the origin and these others.
    private static double seconds(Consumer<SimulatedSwarm> others) {
        var swarm = new SimulatedSwarm(1, CHUNKS, MIB, LINK.up());
        swarm.origin(LINK);
        others.accept(swarm);
        swarm.receiver(LINK, Duration.ofSeconds(1));
        swarm.run(Duration.ofMinutes(3));
        assertTrue(swarm.receivers().getFirst().receiver().held().isFull(), "it stands still, and the origin is there");
        return swarm.slowest();
    }

    /// What they say that they have was asked of them for ever, and never of the origin.
    @ParameterizedTest
    @CsvSource({"1, 0", "1, 1", "1, 100", "1, 3000", "1, 10000", "9, 100", "9, 10000", "20, 100", "20, 10000"})
    void whoLeavesEachQuestionForLaterDoesNotHoldADownloadUp(int refusers, int millis) {
        double alone = seconds(_ -> {});
        double among = seconds(swarm -> {
            for (int n = 0; n < refusers; n++) swarm.refuser(LINK, Duration.ofMillis(millis));
        });
        assertTrue(among <= SLOWER_MAX * alone, among + " s instead of " + alone);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 9, 20})
    void whoNeverAnswersDoesNotHoldADownloadUp(int silent) {
        double alone = seconds(_ -> {});
        double among = seconds(swarm -> {
            for (int n = 0; n < silent; n++) swarm.poisoner(LINK, Duration.ZERO, false);
        });
        assertTrue(among <= SLOWER_MAX * alone, among + " s instead of " + alone);
    }
}
