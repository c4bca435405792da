package io.landline.desktop;

import io.landline.queue.SerialQueue;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// What the desktop is to be told, carried out one after the other on a thread of its own, since a call over the bus
/// may take long. Of each subject at most one order waits, so a burst takes no room.
///
/// Any thread. The lock guards what waits, and is never held while an order is carried out.
final class DesktopOrders<T> {
    /// A desktop that answers takes some milliseconds; nobody waits for another at the end.
    static final Duration END_WAIT_MAX = Duration.ofMillis(500);
    /// Subjects are conversations and a few notices.
    private static final int SUBJECTS_MAX = 65_536;

    private final SerialQueue queue;
    private final BinaryOperator<T> insteadOf;
    private final Consumer<T> carryOut;
    private final ReentrantLock lock = new ReentrantLock();
    private final SequencedMap<String, T> waiting = new LinkedHashMap<>();
    private boolean closing;

    /// @param insteadOf of an order that waits and a later one of its subject, what is carried out
    DesktopOrders(String thread, BinaryOperator<T> insteadOf, Consumer<T> carryOut) {
        this.insteadOf = insteadOf;
        this.carryOut = carryOut;
        queue = new SerialQueue(
                new SerialQueue.Settings(thread, SUBJECTS_MAX, Long.MAX_VALUE, SerialQueue.NEVER)).start();
    }

    /// An order after the end is dropped.
    void add(String subject, T order) {
        boolean isFirst;
        lock.lock();
        try {
            if (closing) return;
            isFirst = !waiting.containsKey(subject);
            waiting.merge(subject, order, insteadOf);
        } finally {
            lock.unlock();
        }
        if (isFirst) queue.post(this::next);
    }

    /// An order that is due only if the end has begun: what an order under way then brought is undone so.
    void addAtEnd(String subject, T order) {
        lock.lock();
        try {
            if (closing) waiting.put(subject, order);
        } finally {
            lock.unlock();
        }
    }

    /// Whether an order of this subject waits that fits.
    boolean isWaiting(String subject, Predicate<T> fits) {
        lock.lock();
        try {
            T order = waiting.get(subject);
            return order != null && fits.test(order);
        } finally {
            lock.unlock();
        }
    }

    private boolean next() {
        T order;
        lock.lock();
        try {
            Map.Entry<String, T> first = waiting.pollFirstEntry();
            if (first == null) return false;
            order = first.getValue();
        } finally {
            lock.unlock();
        }
        carryOut.accept(order);
        return true;
    }

    /// Drops what waits, carries out the last orders and then what comes behind them; waits half a second for that.
    /// False: they are not done by then, and wait behind an order that is under way.
    ///
    /// @param lastOrders by subject; asked for once no other order is taken any more
    boolean close(Supplier<Map<String, T>> lastOrders, Runnable behind) {
        lock.lock();
        try {
            closing = true;
            waiting.clear();
        } finally {
            lock.unlock();
        }
        lastOrders.get().forEach(this::addAtEnd);
        queue.finish(() -> {
            try {
                while (next()) {}
            } finally {
                behind.run();
            }
        });
        return queue.close(END_WAIT_MAX);
    }
}
