package io.landline.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.landline.queue.SerialQueue.Settings;
import io.landline.testing.Patience;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(Patience.SECONDS)
class HandOversTest {
    private static final int STEPS_MAX = 16;

    private final SerialQueue ordinary = new SerialQueue(
            new Settings("ordinary", STEPS_MAX, Long.MAX_VALUE, Duration.ofSeconds(1))).start();
    private final SerialQueue quick = new SerialQueue(
            new Settings("quick", SerialQueue.Rank.QUICK, STEPS_MAX, Long.MAX_VALUE, Duration.ofSeconds(1))).start();
    private final SerialQueue lowest = new SerialQueue(Settings.lowest("lowest", STEPS_MAX)).start();
    private final String here = Thread.currentThread().getName();

    @AfterEach
    void close() {
        ordinary.close();
        quick.close();
        lowest.close();
    }

    @Test
    void aCallGoesThereAndBack() {
        assertEquals(List.of("ordinary", here), HandOvers.follow(() -> ordinary.call(() -> 1)).threads());
    }

    @Test
    void aCallWithinACallIsOnTheSameWay() {
        assertEquals(List.of("ordinary", "lowest", "ordinary", here),
                HandOvers.follow(() -> ordinary.call(() -> lowest.call(() -> 1))).threads());
    }

    @Test
    void aCallToItselfIsNoHandOver() {
        assertEquals(List.of("ordinary", here),
                HandOvers.follow(() -> ordinary.call(() -> ordinary.call(() -> 1))).threads());
    }

    @Test
    void whatIsHandedOnHasAWayOfItsOwn() throws InterruptedException {
        var done = new CountDownLatch(1);
        HandOvers way = HandOvers.follow(() -> ordinary.call(() -> lowest.post(() -> {
            HandOvers.here();
            done.countDown();
        })));
        assertEquals(List.of("ordinary", here), way.threads());
        done.await();
    }

    @Test
    void aStepWhoseAnswerComesLaterIsFollowed() throws InterruptedException {
        var done = new CountDownLatch(1);
        HandOvers way = HandOvers.follow(() -> ordinary.post(() -> {
            lowest.call(() -> 1);
            done.countDown();
        }, () -> {}));
        done.await();
        assertEquals(List.of("ordinary", "lowest", "ordinary"), way.threads());
    }

    @Test
    void aStepThatItsCallerRunsIsNoHandOver() {
        assertEquals(List.of("quick", "lowest" + HandOvers.LENT, here),
                HandOvers.follow(() -> quick.call(() -> lowest.runOrPost(() -> {}, () -> {}))).threads());
    }

    @Test
    void aCallThatFailsComesBackToo() {
        HandOvers way = HandOvers.follow(() -> {
            try {
                lowest.call(() -> {
                    throw new IllegalArgumentException("as wanted");
                });
            } catch (IllegalArgumentException e) {
                assertEquals("as wanted", e.getMessage());
            }
        });
        assertEquals(List.of("lowest", here), way.threads());
    }
}
