package io.landline.cost;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Decides which waiting item is worked off next, where one thread serves everybody. Start-time fair queueing (Goyal,
/// Vin and Cheng, 1996): each flow is charged the time that its items took, divided by its weight; the flow that was
/// charged least goes next. A flow that was idle starts level with the one that is served, so a peer that sends little
/// is served at once, however much others send. The order of one flow's items is kept.
///
/// The time is shared among standings first, then evenly among the addresses of one standing that want something, then
/// evenly among the flows of one address: one machine with many identities has no more turns than with one, and all
/// people of open rooms together have the turns of one standing.
///
/// Not thread-safe: confined to the thread that serves. What may wait is bounded by [WaitingBytes].
///
/// @param <F> a flow: a session
/// @param <T> an item
public final class FairQueue<F, T> {
    /// Standings with the same weight count as one.
    private record Neighbours(int weight, Object address) {}

    private static final class Flow<F, T> implements Comparable<Flow<F, T>> {
        final F id;
        final int weight;
        final Neighbours neighbours;
        final ArrayDeque<T> items = new ArrayDeque<>();
        final long born;
        /// Virtual time at which its next item starts.
        long start;

        Flow(F id, int weight, Object address, long born) {
            this.id = id;
            this.weight = weight;
            neighbours = new Neighbours(weight, address);
            this.born = born;
        }

        @Override
        public int compareTo(Flow<F, T> other) {
            int byStart = Long.compare(start, other.start);
            if (byStart != 0) return byStart;
            int byWeight = Integer.compare(other.weight, weight);
            return byWeight != 0 ? byWeight : Long.compare(born, other.born);
        }
    }

    /// The next item in turn, with its flow.
    public record Turn<F, T>(F flow, T item) {}

    private final Map<F, Flow<F, T>> flows = new HashMap<>();
    private final TreeSet<Flow<F, T>> waiting = new TreeSet<>();
    /// How many flows of an address wait.
    private final Map<Neighbours, Integer> flowsWaiting = new HashMap<>();
    /// How many addresses of the standings with this weight wait.
    private final Map<Integer, Integer> addressesWaiting = new HashMap<>();
    private long now;
    private long born;

    /// An item waits for its turn.
    ///
    /// @param address where the flow comes from
    public void add(F id, Standing standing, Object address, T item) {
        Flow<F, T> flow = flows.computeIfAbsent(id, _ -> new Flow<>(id, weight(standing), address, born++));
        flow.items.add(item);
        if (flow.items.size() > 1) return;
        flow.start = Math.max(flow.start, now);
        waiting.add(flow);
        begins(flow.neighbours);
    }

    private void begins(Neighbours neighbours) {
        if (flowsWaiting.merge(neighbours, 1, Integer::sum) == 1) {
            addressesWaiting.merge(neighbours.weight(), 1, Integer::sum);
        }
    }

    private void ends(Neighbours neighbours) {
        if (flowsWaiting.merge(neighbours, -1, FairQueue::sumOrNone) == null) {
            addressesWaiting.merge(neighbours.weight(), -1, FairQueue::sumOrNone);
        }
    }

    private static @Nullable Integer sumOrNone(int one, int other) {
        return one + other == 0 ? null : one + other;
    }

    /// The next item; null where none waits. [#charge] follows when it is done.
    public @Nullable Turn<F, T> next() {
        if (waiting.isEmpty()) return null;
        Flow<F, T> flow = waiting.removeFirst();
        now = flow.start;
        T item = flow.items.remove();
        if (flow.items.isEmpty()) {
            ends(flow.neighbours);
        } else {
            waiting.add(flow);
        }
        return new Turn<>(flow.id, item);
    }

    /// The present item of this flow is not finished: it is the flow's next one again. To be called before [#charge].
    public void resume(F id, T item) {
        Flow<F, T> flow = flows.get(id);
        if (flow == null) return;
        flow.items.addFirst(item);
        if (flow.items.size() > 1) return;
        waiting.add(flow);
        begins(flow.neighbours);
    }

    /// What the last item of this flow took.
    public void charge(F id, long nanos) {
        Flow<F, T> flow = flows.get(id);
        if (flow == null) return;
        boolean waits = waiting.remove(flow);
        int flowsBeside = Math.max(1, flowsWaiting.getOrDefault(flow.neighbours, 0));
        int addressesBeside = Math.max(1, addressesWaiting.getOrDefault(flow.weight, 0));
        flow.start += Math.max(1, nanos * flowsBeside * addressesBeside / flow.weight);
        if (waits) waiting.add(flow);
    }

    /// The flow has ended; to be called when nothing of it waits.
    public void forget(F id) {
        Flow<F, T> flow = flows.remove(id);
        if (flow != null && waiting.remove(flow)) ends(flow.neighbours);
    }

    public boolean isEmpty() {
        return waiting.isEmpty();
    }

    private static int weight(Standing standing) {
        return switch (standing) {
            case OURSELVES, TRUSTED -> 16;
            case MEMBER, VOUCHED -> 4;
            case OPEN_ROOM, STRANGER -> 1;
        };
    }
}
