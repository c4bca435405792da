package io.landline.presence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.presence.VirtualNet.Node;
import io.landline.testing.Seed;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Presence while somebody sets the wall clock.
class ClockSetTest {
    private final VirtualNet net = new VirtualNet(Seed.random("ClockSetTest"), 0);

    /// Setting the clock ahead looks as if the computer had slept.
    @Test
    void h85_aClockThatIsSetAgainAndAgainCostsTheAnnouncementsOfAStartEachAndNobody() {
        Node max = net.node("Max", 1).start();
        Node mina = net.node("Mina", 1).start();
        net.pass(3_000);
        long before = max.sent("announce");
        for (int jump = 0; jump < 10; jump++) {
            max.core.stoodStill(Duration.ZERO, net.now());
            max.run();
            net.pass(6_000);
        }
        assertTrue(max.sent("announce") - before <= 4 * 10, () -> max.sent.toString());
        for (Node each : List.of(max, mina)) {
            assertEquals(1, each.listener.here().size());
            assertEquals(List.of(), each.listener.events().stream().filter(event -> event.startsWith("left")).toList());
        }
    }
}
