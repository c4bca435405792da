package io.landline.cost;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Decides which waiting item is worked off next, where one thread serves everybody. Hierarchical start-time fair
/// queueing (Goyal, Vin and Cheng, 1996, section 3). The standings share the time by weight. The addresses of a
/// standing share its time evenly, and the flows of an address share that. On each level the share that was charged
/// least goes next. A share that was idle starts level with the one that is served.
///
/// So a peer that sends little is served at once, however much others send, and however many begin at the same moment.
/// All people of open rooms are one share beside the members. A machine with many identities is one share beside other
/// machines. The order of one flow's items is kept.
///
/// Not thread-safe: confined to the thread that serves. What may wait is bounded by [WaitingBytes].
///
/// @param <F> a flow: a peer
/// @param <T> an item
public final class FairQueue<F, T> {
    /// A part of the time: all of it, that of a standing, of an address, or of a flow.
    private static class Share implements Comparable<Share> {
        final @Nullable Share above;
        final Object key;
        final int weight;
        final long born;
        /// Those below by their keys; empty for flows.
        final Map<Object, Share> below = new HashMap<>();
        /// Those below that have an item waiting.
        final TreeSet<Share> waiting = new TreeSet<>();
        /// Virtual time at which its next item starts, on the clock of the share above.
        long start;
        /// The clock of those below.
        long now;

        Share(@Nullable Share above, Object key, int weight, long born) {
            this.above = above;
            this.key = key;
            this.weight = weight;
            this.born = born;
        }

        @Override
        public int compareTo(Share other) {
            int byStart = Long.compare(start, other.start);
            if (byStart != 0) return byStart;
            int byWeight = Integer.compare(other.weight, weight);
            return byWeight != 0 ? byWeight : Long.compare(born, other.born);
        }
    }

    private static final class Flow<F, T> extends Share {
        final F id;
        final ArrayDeque<T> items = new ArrayDeque<>();

        Flow(F id, Share address, long born) {
            super(address, id, 1, born);
            this.id = id;
        }
    }

    /// The next item in turn, with its flow.
    public record Turn<F, T>(F flow, T item) {}

    private final Map<F, Flow<F, T>> flows = new HashMap<>();
    private final Share all = new Share(null, "all", 1, 0);
    private long born;

    /// An item waits for its turn.
    ///
    /// @param address where the flow comes from
    public void add(F id, Standing standing, Object address, T item) {
        Flow<F, T> flow = flows.computeIfAbsent(id, _ -> flow(id, standing, address));
        flow.items.add(item);
        if (flow.items.size() == 1) begin(flow);
    }

    private Flow<F, T> flow(F id, Standing standing, Object address) {
        int weight = weight(standing);
        Share standings = all.below.computeIfAbsent(weight, key -> new Share(all, key, weight, born++));
        Share addresses = standings.below.computeIfAbsent(address, key -> new Share(standings, key, 1, born++));
        Flow<F, T> flow = new Flow<>(id, addresses, born++);
        addresses.below.put(id, flow);
        return flow;
    }

    private static void begin(Share share) {
        Share above = share.above;
        if (above == null) return;
        boolean alone = above.waiting.isEmpty();
        share.start = Math.max(share.start, above.now);
        above.waiting.add(share);
        if (alone) begin(above);
    }

    private static void end(Share share) {
        Share above = share.above;
        if (above == null) return;
        above.waiting.remove(share);
        if (above.waiting.isEmpty()) end(above);
    }

    /// The next item; null where none waits. [#charge] follows when it is done.
    @SuppressWarnings("unchecked") // what has nothing below is a flow
    public @Nullable Turn<F, T> next() {
        if (all.waiting.isEmpty()) return null;
        Share share = all;
        while (!share.waiting.isEmpty()) {
            Share first = share.waiting.first();
            share.now = first.start;
            share = first;
        }
        var flow = (Flow<F, T>) share;
        T item = flow.items.remove();
        if (flow.items.isEmpty()) end(flow);
        return new Turn<>(flow.id, item);
    }

    /// The present item of this flow is not finished: it is the flow's next one again. To be called before [#charge].
    public void resume(F id, T item) {
        Flow<F, T> flow = flows.get(id);
        if (flow == null) return;
        flow.items.addFirst(item);
        if (flow.items.size() == 1) begin(flow);
    }

    /// What the last item of this flow took.
    public void charge(F id, long nanos) {
        Share share = flows.get(id);
        if (share == null) return;
        for (Share above; (above = share.above) != null; share = above) {
            boolean waits = above.waiting.remove(share);
            share.start += Math.max(1, nanos / share.weight);
            if (waits) above.waiting.add(share);
        }
    }

    /// Forgets this flow if nothing of it waits, as after the end of a session. False if it is not known, or if
    /// something of it waits.
    public boolean forgetIfIdle(F id) {
        Flow<F, T> flow = flows.get(id);
        if (flow == null || !flow.items.isEmpty()) return false;
        forget(id);
        return true;
    }

    void forget(F id) {
        Share share = flows.remove(id);
        if (share == null) return;
        end(share);
        for (Share above; (above = share.above) != null && share.below.isEmpty(); share = above) {
            above.below.remove(share.key);
        }
    }

    public boolean isEmpty() {
        return all.waiting.isEmpty();
    }

    private static int weight(Standing standing) {
        return switch (standing) {
            case OURSELVES, TRUSTED -> 16;
            case MEMBER, VOUCHED -> 4;
            case OPEN_ROOM, STRANGER -> 1;
        };
    }
}
