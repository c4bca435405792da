package io.landline.shelf;

import io.landline.cost.CostRules;
import io.landline.cost.Standing;
import io.landline.peer.Fingerprint;
import java.io.Closeable;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Steps that members ask for, one at a time on a thread of its own, in turn by person: somebody who asks for much
/// delays nobody else. Bounded. Any thread may post.
final class PersonQueue implements Closeable {
    private static final System.Logger LOG = System.getLogger(PersonQueue.class.getName());

    private final int eachMax;
    private final int allMax;
    private final LinkedHashMap<Fingerprint, ArrayDeque<Runnable>> waiting = new LinkedHashMap<>();
    private int all;
    private boolean isClosed;

    /// @param eachMax steps of one person that wait
    /// @param allMax steps that wait in all; people known less well leave some of these to others
    PersonQueue(String name, int eachMax, int allMax) {
        this.eachMax = eachMax;
        this.allMax = allMax;
        Thread.ofPlatform().name(name).daemon().start(this::work);
    }

    /// False where too much waits already.
    synchronized boolean post(Fingerprint person, Standing standing, Runnable step) {
        ArrayDeque<Runnable> theirs = waiting.get(person);
        boolean isFull = all >= CostRules.level(standing, allMax);
        if (isClosed || isFull || theirs != null && theirs.size() >= eachMax) return false;
        waiting.computeIfAbsent(person, _ -> new ArrayDeque<>()).add(step);
        all++;
        notifyAll();
        return true;
    }

    /// What waits for this person is of no use any more.
    synchronized void forget(Fingerprint person) {
        ArrayDeque<Runnable> theirs = waiting.remove(person);
        if (theirs != null) all -= theirs.size();
    }

    private void work() {
        for (Runnable step; (step = next()) != null;) {
            try {
                step.run();
            } catch (RuntimeException e) {
                LOG.log(System.Logger.Level.ERROR, "a step of a shelf failed", e);
            }
        }
    }

    /// Null at the end.
    private synchronized @Nullable Runnable next() {
        while (waiting.isEmpty() && !isClosed) {
            try {
                wait();
            } catch (InterruptedException e) {
                return null; // closed
            }
        }
        if (isClosed) return null;
        Map.Entry<Fingerprint, ArrayDeque<Runnable>> first = Objects.requireNonNull(waiting.pollFirstEntry());
        Runnable step = first.getValue().remove();
        if (!first.getValue().isEmpty()) waiting.put(first.getKey(), first.getValue()); // behind the others
        all--;
        return step;
    }

    /// What is under way ends; what waits is dropped.
    @Override
    public void close() {
        synchronized (this) {
            isClosed = true;
            waiting.clear();
            all = 0;
            notifyAll();
        }
    }
}
