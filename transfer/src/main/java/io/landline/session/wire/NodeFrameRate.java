package io.landline.session.wire;

import io.landline.cost.Standing;
import io.landline.cost.TokenBucket;
import io.landline.peer.BoundedMap;
import io.landline.peer.Fingerprint;
import java.time.Duration;
import java.util.Map;

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
    /// Bytes of a list of rooms that cost as much as one more list: each room is read and compared with ours. Some
    /// twenty usual rooms.
    public static final int ROOMS_COST_BYTES = 1024;
    /// Beside that, whatever others send: one list of a member in this time. So somebody who changes rooms once does
    /// not wait for all that others change, and a flood of members wins little by it.
    public static final Duration ROOMS_OF_ONE_EVERY = Duration.ofSeconds(10);
    /// A choice: two lists of some twenty rooms.
    public static final int ROOMS_OF_ONE_SAVED_MAX = 4;
    /// As many members as have sessions; the list that came longest ago is forgotten first.
    static final int MEMBERS_MAX = 1_024;
    /// Bytes that cost as much as one more frame: a large one takes the time of dozens of small ones.
    public static final int COST_BYTES = 4 * 1024;
    /// Frames that tell of shelves, or take from them: the shelves before and those after are each told to people and
    /// programs, and a take names up to a thousand files.
    public static final int SHELVES_PER_SECOND = 32;
    /// A choice: a class of thirty that all open a shelf at once. With 150, a flood cost a friend up to 0.6 s.
    public static final int SHELVES_BURST = 48;

    private final FrameRateLimit frames;
    private final FrameRateLimit rooms;
    private final FrameRateLimit shelves;
    private final Map<Fingerprint, TokenBucket> roomsOfOne = BoundedMap.leastRecentlyUsed(MEMBERS_MAX);

    public NodeFrameRate(Duration uptime) {
        frames = new FrameRateLimit(PER_SECOND, BURST, uptime);
        rooms = new FrameRateLimit(ROOMS_PER_SECOND, ROOMS_BURST, uptime);
        shelves = new FrameRateLimit(SHELVES_PER_SECOND, SHELVES_BURST, uptime);
    }

    /// Counts one frame of somebody, and says how long to wait before it is handled.
    ///
    /// @param bytes the length of its body
    public synchronized Duration claim(int bytes, Standing standing, Duration uptime) {
        if (standing.isAtLeast(Standing.TRUSTED)) return Duration.ZERO;
        return frames.claim(1 + bytes / COST_BYTES, uptime);
    }

    /// Counts one frame of somebody that tells of shelves or takes from them, beside [#claim].
    public synchronized Duration claimShelves(Standing standing, Duration uptime) {
        if (standing.isAtLeast(Standing.TRUSTED)) return Duration.ZERO;
        return shelves.claim(uptime);
    }

    /// Counts one list of rooms of a peer, and says how long to wait before it is handled.
    ///
    /// @param bytes the length of its body
    synchronized Duration claimRooms(Fingerprint peer, int bytes, Standing standing, Duration uptime) {
        if (standing.isAtLeast(Standing.TRUSTED)) return Duration.ZERO;
        int cost = 1 + bytes / ROOMS_COST_BYTES;
        boolean passes = rooms.isBehind(uptime) && standing.isAtLeast(Standing.MEMBER) && ofOne(peer, cost, uptime);
        return passes ? Duration.ZERO : rooms.claim(cost, uptime);
    }

    private boolean ofOne(Fingerprint peer, int cost, Duration uptime) {
        if (cost > ROOMS_OF_ONE_SAVED_MAX) return false;
        return roomsOfOne.computeIfAbsent(peer, _ -> new TokenBucket(ROOMS_OF_ONE_EVERY, ROOMS_OF_ONE_SAVED_MAX))
                .takeAll(cost, uptime);
    }
}
