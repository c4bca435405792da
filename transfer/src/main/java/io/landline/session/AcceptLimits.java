package io.landline.session;

import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/// How many connections strangers may hold before they have proven anything (design.md §10). No clock, no socket. Any thread; the lock
/// is held for a few assignments, and what has to be closed is returned, never closed in here.
///
/// When all places are taken the oldest of the busiest address goes: refusing the newest would let sixty-four silent ones shut the door.
///
/// @param <C> a connection
final class AcceptLimits<C> {
    static final int OPEN_MAX = 64;
    static final int OPEN_PER_ADDRESS_MAX = 8;
    static final int PER_ADDRESS_AND_SECOND_MAX = 8;
    /// Addresses whose pace is remembered; the one silent longest goes first. A second's worth is all that counts.
    static final int PACED_ADDRESSES_MAX = 1_024;
    private static final Duration SECOND = Duration.ofSeconds(1);

    /// What becomes of a new connection.
    ///
    /// @param taken whether it may go on
    /// @param evicted the older ones that must be closed to make room for it
    record Decision<C>(boolean taken, List<C> evicted) {}

    private record Place(InetAddress address) {}

    private final SequencedMap<C, Place> open = new LinkedHashMap<>();
    private final SequencedMap<InetAddress, ArrayDeque<Duration>> recent = new LinkedHashMap<>();

    /// @param exempt loopback and our own addresses: only the limit in all holds for them
    synchronized Decision<C> admit(C connection, InetAddress address, boolean exempt, Duration uptime) {
        if (!exempt && !claimPace(address, uptime)) return new Decision<>(false, List.of());
        var evicted = new ArrayList<C>();
        if (!exempt && countOf(address) >= OPEN_PER_ADDRESS_MAX) evicted.add(removeOldestOf(address));
        if (open.size() >= OPEN_MAX) evicted.add(removeOldestOf(busiest()));
        open.putLast(connection, new Place(address));
        return new Decision<>(true, evicted);
    }

    /// The connection has proven itself or has ended. Safe to call twice.
    synchronized void release(C connection) {
        open.remove(connection);
    }

    synchronized int open() {
        return open.size();
    }

    private boolean claimPace(InetAddress address, Duration uptime) {
        ArrayDeque<Duration> times = recent.remove(address);
        if (times == null) times = new ArrayDeque<>();
        recent.putLast(address, times);
        if (recent.size() > PACED_ADDRESSES_MAX) recent.pollFirstEntry();
        while (!times.isEmpty() && uptime.minus(times.getFirst()).compareTo(SECOND) >= 0) times.removeFirst();
        if (times.size() >= PER_ADDRESS_AND_SECOND_MAX) return false;
        times.addLast(uptime);
        return true;
    }

    private long countOf(InetAddress address) {
        return open.values().stream().filter(place -> place.address().equals(address)).count();
    }

    private InetAddress busiest() {
        var counts = new LinkedHashMap<InetAddress, Integer>();
        for (Place place : open.values()) counts.merge(place.address(), 1, Integer::sum);
        return counts.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
    }

    private C removeOldestOf(InetAddress address) {
        for (var entry : open.entrySet()) {
            if (!entry.getValue().address().equals(address)) continue;
            C connection = entry.getKey();
            open.remove(connection);
            return connection;
        }
        throw new IllegalStateException("no connection of this address is open");
    }
}
