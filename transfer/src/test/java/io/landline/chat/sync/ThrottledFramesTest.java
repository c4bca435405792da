package io.landline.chat.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.landline.chat.pace.ThrottledFrames;
import io.landline.frame.Frame;
import io.landline.frame.FrameType;
import io.landline.identity.Identity;
import io.landline.session.ReceivedFrame;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Frames of a flood that wait for their time (H38).
class ThrottledFramesTest {
    private static final Duration NEVER = Duration.ofDays(1);

    private final World world = new World(1);
    private final World.Node node = world.node();
    private final World.End ada = world.new End(node, Identity.generate());
    private final World.End bob = world.new End(node, Identity.generate());
    private final List<String> released = new ArrayList<>();
    private final ThrottledFrames held = new ThrottledFrames();

    private void hold(World.End session, String name, int seconds) {
        var frame = new ReceivedFrame(session, new Frame(FrameType.ENTRIES, new byte[0]), () -> released.add(name),
                _ -> {});
        held.hold(session, List.of(frame), Duration.ofSeconds(seconds));
    }

    @Test
    void eachIsGivenBackAtItsTimeAndTheNextTimeIsTold() {
        hold(ada, "second", 5);
        hold(bob, "first", 3);
        assertEquals(Duration.ofSeconds(2), held.release(Duration.ofSeconds(1), Duration.ofSeconds(2)));
        assertEquals(Duration.ofSeconds(3), held.release(Duration.ofSeconds(1), NEVER));
        assertEquals(List.of(), released);
        assertEquals(Duration.ofSeconds(5), held.release(Duration.ofSeconds(3), NEVER));
        assertEquals(List.of("first"), released);
        assertEquals(NEVER, held.release(Duration.ofSeconds(9), NEVER));
        assertEquals(List.of("first", "second"), released);
    }

    @Test
    void aSessionThatEndsHoldsNothingMore() {
        hold(ada, "ada", 5);
        hold(bob, "bob", 5);
        held.forget(ada);
        assertEquals(List.of("ada"), released);
        held.releaseAll();
        assertEquals(List.of("ada", "bob"), released);
        assertEquals(NEVER, held.release(Duration.ofSeconds(9), NEVER));
    }
}
