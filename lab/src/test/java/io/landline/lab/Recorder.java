package io.landline.lab;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// Notes the events that an experiment told, in order, and can wait for one.
public final class Recorder implements Consumer<LabEvent> {
    /// Longer than anything in these tests takes beside other work; a test that reaches it has failed. A move of a game
    /// may take a minute.
    public static final Duration PATIENCE = Duration.ofSeconds(55);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();
    private final List<LabEvent> events = new ArrayList<>();

    @Override
    public void accept(LabEvent event) {
        lock.lock();
        try {
            events.add(event);
            news.signalAll();
        } finally {
            lock.unlock();
        }
    }

    public <E extends LabEvent> E await(Class<E> kind) throws InterruptedException {
        return await(kind, _ -> true);
    }

    public <E extends LabEvent> E await(Class<E> kind, Predicate<E> which) throws InterruptedException {
        long left = PATIENCE.toNanos();
        lock.lock();
        try {
            while (true) {
                for (LabEvent each : events) {
                    if (kind.isInstance(each) && which.test(kind.cast(each))) return kind.cast(each);
                }
                if (left <= 0) throw new AssertionError("no such " + kind.getSimpleName() + " among " + events);
                left = news.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    public <E extends LabEvent> List<E> all(Class<E> kind) {
        lock.lock();
        try {
            return events.stream().filter(kind::isInstance).map(kind::cast).toList();
        } finally {
            lock.unlock();
        }
    }

    /// The texts that were received, in order.
    public List<String> received() {
        return all(LabEvent.In.class).stream().map(each -> each.payload().shown()).toList();
    }

    public List<String> sent() {
        return all(LabEvent.Out.class).stream().map(each -> each.payload().shown()).toList();
    }

    public void awaitReason(String reason) throws InterruptedException {
        await(LabEvent.Stopped.class, stopped -> stopped.reason().english().contains(reason));
    }

}
