package io.landline.session.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.landline.frame.FrameType;
import io.landline.frame.MalformedFrameException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ReadingPaceTest {
    private static final Duration NOW = Duration.ofHours(1);

    private final ReadingPace pace = new ReadingPace(new NodeFrameRate(NOW), NOW);

    @Test
    void h38_whoChangesItsRoomsWithoutEndIsReadMoreSlowly() throws Exception {
        for (int i = 0; i < FrameRateLimit.ROOMS_BURST; i++) {
            assertEquals(Duration.ZERO, pace.countOwn(FrameType.ROOMS, NOW));
        }
        Duration one = Duration.ofSeconds(1).dividedBy(FrameRateLimit.ROOMS_PER_SECOND);
        assertEquals(one, pace.countOwn(FrameType.ROOMS, NOW));
        assertEquals(Duration.ZERO, pace.countOwn(FrameType.PROVEN, NOW), "the others are not held up by themselves");
        assertEquals(one, pace.countOwn(FrameType.ROOMS, NOW.plus(one)));
        assertEquals(Duration.ZERO, pace.countOwn(FrameType.ROOMS, NOW.plus(one.multipliedBy(3))));
    }

    @Test
    void h38_moreFramesOfTheSessionThanItNeedsBreakTheProtocol() throws Exception {
        for (int i = 0; i < FrameRateLimit.SESSION_BURST; i++) pace.countOwn(FrameType.PONG, NOW);
        assertThrows(MalformedFrameException.class, () -> pace.countOwn(FrameType.PONG, NOW));
    }
}
