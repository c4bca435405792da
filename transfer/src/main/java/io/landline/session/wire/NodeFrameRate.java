package io.landline.session.wire;

import io.landline.cost.Standing;
import java.time.Duration;

/// The frames of conversations, files and shelves that a node handles in a second, of all its sessions. Each frame
/// costs little, but a member may come under a dozen names, and each of them is allowed
/// [FrameRateLimit#APPLICATION_PER_SECOND]. Above this rate sessions take turns: a connection claims its next frame
/// only when the one before is handled, so somebody who sends one frame waits for one frame of each other session.
/// Trusted people are not counted. No clock. Any thread.
public final class NodeFrameRate {
    /// Five times what was seen of honest peers: many small files for eight receivers. A frame takes some 50 µs of a
    /// slow core, so a flood takes a quarter of it.
    public static final int PER_SECOND = 5_000;
    /// A choice: those of a second.
    public static final int BURST = 5_000;
    /// Lists of rooms after the first of a connection: to leave and join a room costs the time of some hundred frames.
    /// Those of one connection are limited too, but who comes again has that limit anew.
    public static final int ROOMS_PER_SECOND = 32;
    /// A choice: a class of 200 in which everybody joins two rooms at once.
    public static final int ROOMS_BURST = 400;

    private final FrameRateLimit frames;
    private final FrameRateLimit rooms;

    public NodeFrameRate(Duration uptime) {
        frames = new FrameRateLimit(PER_SECOND, BURST, uptime);
        rooms = new FrameRateLimit(ROOMS_PER_SECOND, ROOMS_BURST, uptime);
    }

    /// Counts one frame of somebody, and says how long to wait before it is handled.
    public synchronized Duration claim(Standing standing, Duration uptime) {
        if (standing.isAtLeast(Standing.TRUSTED)) return Duration.ZERO;
        return frames.claim(uptime);
    }

    /// Counts one list of rooms of somebody, and says how long to wait before it is handled.
    public synchronized Duration claimRooms(Standing standing, Duration uptime) {
        if (standing.isAtLeast(Standing.TRUSTED)) return Duration.ZERO;
        return rooms.claim(uptime);
    }
}
