package io.landline.node.event;

import io.landline.node.port.NodeEvent;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/// Publishes what others do, no faster than a pace lets through. What comes too fast waits, and is looked at again a
/// moment later. Any thread; the lock is held while watchers are told, so the events keep their order. What waits is
/// told on a thread that is there from the first time on that something does.
public final class PacedEvents implements AutoCloseable {
    /// How long what waits does so before the next look: as long as one more event of a person takes.
    public static final Duration LOOK = Duration.ofMillis(500);

    /// What waits to be told. Called under the lock of [PacedEvents].
    public interface Pace {
        boolean isWaiting();

        /// What may be told by now; it waits no longer.
        List<? extends NodeEvent> due(Duration now);

        /// What of it is told when the node ends; it waits no longer.
        List<? extends NodeEvent> rest();
    }

    private final EventBus events;
    private final Pace pace;
    private final long start = System.nanoTime();
    private final ScheduledExecutorService later;
    private boolean closed;

    /// @param thread its name
    public PacedEvents(String thread, EventBus events, Pace pace) {
        this.events = events;
        this.pace = pace;
        later = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().name(thread).daemon().factory());
    }

    /// Something happened.
    ///
    /// @param news notes it in the pace at this time, and returns what is to be told now; under the lock
    public synchronized void tell(Function<Duration, List<? extends NodeEvent>> news) {
        boolean waited = pace.isWaiting();
        news.apply(uptime()).forEach(events::publish);
        if (closed) {
            tellRest();
        } else if (!waited && pace.isWaiting()) {
            lookLater();
        }
    }

    private void lookLater() {
        later.schedule(this::look, LOOK.toMillis(), TimeUnit.MILLISECONDS);
    }

    private synchronized void look() {
        if (closed) return;
        try {
            pace.due(uptime()).forEach(events::publish);
        } catch (Error e) { // the timer would keep it to itself
            Thread.currentThread().getUncaughtExceptionHandler().uncaughtException(Thread.currentThread(), e);
            throw e;
        }
        if (pace.isWaiting()) lookLater();
    }

    private Duration uptime() {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private void tellRest() {
        pace.rest().forEach(events::publish);
    }

    /// What waits is told as far as [Pace#rest] has it; what comes after it, at once.
    @Override
    public synchronized void close() {
        closed = true;
        tellRest();
        later.shutdownNow();
    }
}
