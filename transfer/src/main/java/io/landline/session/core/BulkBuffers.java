package io.landline.session.core;

import io.landline.cost.CostRules;
import io.landline.cost.Standing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;

/// The memory that the bulk connections of all sessions hold as long as they live. Waiting does not free it, unlike
/// that of frames. If there is too little, a connection of a worse standing is closed, the longest idle first. Else the
/// connection that asks gets none. Each standing has a level of its own, so people of open rooms leave room for
/// members, and members for trusted people.
///
/// No clock, no socket. Any thread; the lock is held for a few assignments, and what has to be closed is returned,
/// never closed in here.
///
/// @param <L> a bulk connection
final class BulkBuffers<L extends BulkBuffers.Taker> {
    /// A connection that was idle for this long gives way to another of its own standing: an active transfer sends
    /// several times a second.
    static final Duration IDLE = Duration.ofSeconds(10);
    /// Around each connection: TLS and the smallest buffers.
    static final int BASE_BYTES = 64 * 1024;
    /// What can be done without gets this part of a level at most: receivers that take nothing hold no more. Two that
    /// take something are served ahead of the wire.
    static final int SPARE_PART = 4;

    /// Who holds memory here.
    interface Taker {
        Standing standing();

        /// When bytes last went either way, as uptime.
        Duration usedAt();
    }

    /// What becomes of a request.
    ///
    /// @param taken whether the memory may be allocated
    /// @param givingWay those who hold none any more and must be closed
    record Decision<L>(boolean taken, List<L> givingWay) {}

    private final IdentityHashMap<L, Long> held = new IdentityHashMap<>();
    private long total;

    /// A new connection wants what every one needs.
    synchronized Decision<L> open(L link, Duration uptime) {
        Decision<L> decision = makeSpace(link, BASE_BYTES, uptime);
        if (decision.taken()) hold(link, BASE_BYTES);
        return decision;
    }

    /// An open connection needs this much more, at the expense of others.
    synchronized Decision<L> more(L link, int bytes, Duration uptime) {
        if (!held.containsKey(link)) return new Decision<>(false, List.of());
        Decision<L> decision = makeSpace(link, bytes, uptime);
        if (decision.taken()) hold(link, bytes);
        return decision;
    }

    /// An open connection could use this much more, and can do without: most of its level is left for what is needed.
    synchronized boolean spare(L link, int bytes) {
        if (!held.containsKey(link) || total + bytes > CostRules.bulkBufferBytes(link.standing()) / SPARE_PART) {
            return false;
        }
        hold(link, bytes);
        return true;
    }

    /// An open connection needs so much no longer; nothing where it is closed, for then it holds none.
    synchronized void giveBack(L link, int bytes) {
        if (held.containsKey(link)) hold(link, -bytes);
    }

    /// The connection is closed. Safe to call twice.
    synchronized void release(L link) {
        Long its = held.remove(link);
        if (its != null) total -= its;
    }

    synchronized long total() {
        return total;
    }

    private void hold(L link, int bytes) {
        held.merge(link, (long) bytes, Long::sum);
        total += bytes;
    }

    private Decision<L> makeSpace(L link, int bytes, Duration uptime) {
        long missing = total + bytes - CostRules.bulkBufferBytes(link.standing());
        var goes = new ArrayList<L>();
        for (L other : missing <= 0 ? List.<L>of() : victims(link, uptime)) {
            if (missing <= 0) break;
            missing -= held.getOrDefault(other, 0L);
            goes.add(other);
        }
        if (missing > 0) return new Decision<>(false, List.of());
        goes.forEach(this::release);
        return new Decision<>(true, goes);
    }

    private List<L> victims(L link, Duration uptime) {
        Standing standing = link.standing();
        return held.keySet()
                .stream()
                .filter(other -> other != link)
                .filter(other -> standing.isAbove(other.standing())
                        || (other.standing() == standing && uptime.minus(other.usedAt()).compareTo(IDLE) >= 0))
                .sorted(Comparator.comparing((L other) -> other.standing())
                        .reversed()
                        .thenComparing(other -> other.usedAt()))
                .toList();
    }
}
