package io.landline.session.wire;

import io.landline.cost.Standing;
import io.landline.frame.FrameType;
import io.landline.frame.MalformedFrameException;
import io.landline.peer.Fingerprint;
import java.time.Duration;

/// How fast the frames of one control connection are handled: as its own limits and the node's allow (H38). No
/// clock. Confined to the connection's reading thread.
public final class ReadingPace {
    private final FrameRateLimit own;
    private final FrameRateLimit application;
    private final FrameRateLimit rooms;
    private final NodeFrameRate node;
    private final Fingerprint peer;

    public ReadingPace(NodeFrameRate node, Fingerprint peer, Duration uptime) {
        this.peer = peer;
        own = new FrameRateLimit(FrameRateLimit.SESSION_PER_SECOND, FrameRateLimit.SESSION_BURST, uptime);
        application = new FrameRateLimit(FrameRateLimit.APPLICATION_PER_SECOND, FrameRateLimit.APPLICATION_BURST,
                uptime);
        rooms = new FrameRateLimit(FrameRateLimit.ROOMS_PER_SECOND, FrameRateLimit.ROOMS_BURST, uptime);
        this.node = node;
    }

    /// Counts a frame of the session itself, and says how long to wait before it is handled. More of them than it
    /// needs is a breach.
    ///
    /// @param bytes the length of its body
    public Duration countOwn(int type, int bytes, Standing standing, Duration uptime) throws MalformedFrameException {
        if (!own.claim(uptime).isZero()) {
            throw new MalformedFrameException("too many frames of type " + FrameType.written(type));
        }
        if (type != FrameType.ROOMS) return Duration.ZERO;
        return longer(rooms.claim(uptime), node.claimRooms(peer, bytes, standing, uptime));
    }

    /// Counts a frame for a listener, and says how long to wait before it is handled.
    ///
    /// @param bytes the length of its body
    public Duration claim(int type, int bytes, Standing standing, Duration uptime) {
        Duration any = longer(application.claim(uptime), node.claim(bytes, standing, uptime));
        if (type != FrameType.SHELVES && type != FrameType.SHELF_TAKE) return any;
        return longer(any, node.claimShelves(standing, uptime));
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
