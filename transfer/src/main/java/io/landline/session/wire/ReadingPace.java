package io.landline.session.wire;

import io.landline.cost.Standing;
import io.landline.frame.MalformedFrameException;
import java.time.Duration;

/// How fast the frames of one control connection are handled: as its own two limits and the node's allow (H38). No
/// clock. Confined to the connection's reading thread.
public final class ReadingPace {
    private final FrameRateLimit own;
    private final FrameRateLimit application;
    private final NodeFrameRate node;

    public ReadingPace(NodeFrameRate node, Duration uptime) {
        own = new FrameRateLimit(FrameRateLimit.SESSION_PER_SECOND, FrameRateLimit.SESSION_BURST, uptime);
        application = new FrameRateLimit(FrameRateLimit.APPLICATION_PER_SECOND, FrameRateLimit.APPLICATION_BURST,
                uptime);
        this.node = node;
    }

    /// Counts a frame of the session itself: more than it needs is a breach.
    public void countOwn(int type, Duration uptime) throws MalformedFrameException {
        if (!own.claim(uptime).isZero()) throw new MalformedFrameException("too many frames of type " + type);
    }

    /// Counts a frame for a listener, and says how long to wait before it is handled.
    public Duration claim(Standing standing, Duration uptime) {
        Duration forOwn = application.claim(uptime);
        Duration forNode = node.claim(standing, uptime);
        return forOwn.compareTo(forNode) > 0 ? forOwn : forNode;
    }
}
