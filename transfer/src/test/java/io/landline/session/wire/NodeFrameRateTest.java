package io.landline.session.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.cost.Standing;
import io.landline.frame.Frame;
import io.landline.frame.FrameType;
import io.landline.peer.Fingerprint;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NodeFrameRateTest {
    private static final int PEOPLE = 12;
    private static final Fingerprint PEER = Fingerprint.of(new byte[Fingerprint.BYTES]);
    /// Each of them would send two frames in it.
    private static final Duration STEP = Duration.ofNanos(100_000);

    @Test
    void h38_manyNamesGetNoMoreThanTheNodeHandles() {
        var node = new NodeFrameRate(Duration.ZERO);
        ReadingPace[] paces = IntStream.range(0, PEOPLE)
                .mapToObj(_ -> new ReadingPace(node, PEER, Duration.ZERO))
                .toArray(ReadingPace[]::new);
        Duration[] readAt = IntStream.range(0, PEOPLE).mapToObj(_ -> Duration.ZERO).toArray(Duration[]::new);
        int seconds = 10;
        int handled = 0;
        for (Duration now = Duration.ZERO; now.toSeconds() < seconds; now = now.plus(STEP)) {
            for (int i = 0; i < PEOPLE; i++) {
                if (readAt[i].compareTo(now) > 0) continue;
                readAt[i] = now.plus(paces[i].claim(FrameType.HAVE, 1, Standing.MEMBER, now));
                handled++;
            }
        }
        int allowed = NodeFrameRate.BURST + seconds * NodeFrameRate.PER_SECOND;
        assertTrue(handled <= allowed + 2 * PEOPLE, "handled " + handled + " of " + allowed);
        assertTrue(handled >= allowed * 9 / 10, "handled only " + handled + " of " + allowed);
    }

    @Test
    void h38_oneFrameWaitsForOneOfEachOtherSession() {
        var node = new NodeFrameRate(Duration.ZERO);
        for (int i = 0; i < NodeFrameRate.BURST + PEOPLE; i++) node.claim(1, Standing.OPEN_ROOM, Duration.ZERO);
        Duration wait = node.claim(1, Standing.MEMBER, Duration.ZERO);
        assertEquals(Duration.ofSeconds(PEOPLE + 1).dividedBy(NodeFrameRate.PER_SECOND), wait);
    }

    @Test
    void h38_whomThisUserTrustsNeitherWaitsNorCounts() {
        var node = new NodeFrameRate(Duration.ZERO);
        for (int i = 0; i < 2 * NodeFrameRate.BURST; i++) {
            assertEquals(Duration.ZERO, node.claim(1, Standing.TRUSTED, Duration.ZERO));
        }
        assertEquals(Duration.ZERO, node.claim(1, Standing.MEMBER, Duration.ZERO));
    }

    @Test
    void h38_aLargeFrameCountsAsManySmallOnes() {
        var node = new NodeFrameRate(Duration.ZERO);
        int most = 1 + Frame.CONTROL_BODY_BYTES_MAX / NodeFrameRate.COST_BYTES;
        for (int i = 0; i < NodeFrameRate.BURST / most; i++) {
            assertEquals(Duration.ZERO, node.claim(Frame.CONTROL_BODY_BYTES_MAX, Standing.MEMBER, Duration.ZERO));
        }
        node.claim(Frame.CONTROL_BODY_BYTES_MAX, Standing.MEMBER, Duration.ZERO);
        Duration wait = node.claim(Frame.CONTROL_BODY_BYTES_MAX, Standing.MEMBER, Duration.ZERO);
        assertTrue(wait.compareTo(Duration.ofSeconds(most).dividedBy(NodeFrameRate.PER_SECOND)) >= 0, wait.toString());
    }

    @Test
    void h38_aSessionKeepsItsOwnLimitWhereTheNodeIsIdle() {
        var pace = new ReadingPace(new NodeFrameRate(Duration.ZERO), PEER, Duration.ZERO);
        for (int i = 0; i < FrameRateLimit.APPLICATION_BURST; i++) {
            assertEquals(Duration.ZERO, pace.claim(FrameType.HAVE, 1, Standing.TRUSTED, Duration.ZERO));
        }
        assertEquals(Duration.ofSeconds(1).dividedBy(FrameRateLimit.APPLICATION_PER_SECOND),
                pace.claim(FrameType.HAVE, 1, Standing.TRUSTED, Duration.ZERO));
    }
}
