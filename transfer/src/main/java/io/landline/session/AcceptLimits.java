package io.landline.session;

import java.net.InetAddress;
import java.time.Duration;
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

    /// What becomes of a new connection.
    ///
    /// @param taken whether it may go on
    /// @param evicted the older ones that must be closed to make room for it
    record Decision<C>(boolean taken, List<C> evicted) {}

    private final SequencedMap<C, InetAddress> open = new LinkedHashMap<>();
    private final AddressPace pace = new AddressPace(PER_ADDRESS_AND_SECOND_MAX);

    /// @param exempt loopback and our own addresses: only the limit in all holds for them
    synchronized Decision<C> admit(C connection, InetAddress address, boolean exempt, Duration uptime) {
        if (!exempt && !pace.claim(address, uptime)) return new Decision<>(false, List.of());
        var evicted = new ArrayList<C>();
        if (!exempt && countOf(address) >= OPEN_PER_ADDRESS_MAX) evicted.add(removeOldestOf(address));
        if (open.size() >= OPEN_MAX) evicted.add(removeOldestOf(busiest()));
        open.putLast(connection, address);
        return new Decision<>(true, evicted);
    }

    /// The connection has proven itself or has ended. Safe to call twice.
    synchronized void release(C connection) {
        open.remove(connection);
    }

    synchronized int open() {
        return open.size();
    }

    private long countOf(InetAddress address) {
        return open.values().stream().filter(address::equals).count();
    }

    private InetAddress busiest() {
        var counts = new LinkedHashMap<InetAddress, Integer>();
        for (InetAddress address : open.values()) counts.merge(address, 1, Integer::sum);
        return counts.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
    }

    private C removeOldestOf(InetAddress address) {
        for (var entry : open.entrySet()) {
            if (!entry.getValue().equals(address)) continue;
            C connection = entry.getKey();
            open.remove(connection);
            return connection;
        }
        throw new IllegalStateException("no connection of this address is open");
    }
}
