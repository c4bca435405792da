package io.landline.node.network;

import io.landline.node.event.EventBus;
import io.landline.node.port.NodeEvent;
import io.landline.peer.LeaveReason;
import io.landline.people.People;
import io.landline.people.Person;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Turns changes of the list of people into events, of each person no more than [PeoplePace] lets through. Under the
/// list's lock, so the events keep its order. Its own lock is held while they are told. What waits is told on a thread
/// that is there from the first time on that something does.
public final class PeopleEvents implements People.Listener, AutoCloseable {
    /// How long what waits does so before the next look: as long as one more event of a person takes.
    static final Duration LOOK = Duration.ofMillis(500);

    private final EventBus events;
    private final PeoplePace pace = new PeoplePace();
    private final long start = System.nanoTime();
    private final ScheduledExecutorService later = Executors
            .newSingleThreadScheduledExecutor(Thread.ofPlatform().name("people-events").daemon().factory());
    private boolean closed;

    public PeopleEvents(EventBus events) { this.events = events; }

    @Override
    public void appeared(Person person) {
        take(person, false, null);
    }

    @Override
    public void changed(Person person) {
        take(person, true, null);
    }

    @Override
    public void left(Person person, LeaveReason reason) {
        take(person, true, reason);
    }

    private synchronized void take(Person person, boolean wasHere, @Nullable LeaveReason left) {
        boolean waited = pace.isWaiting();
        NodeEvent event = pace.take(person, wasHere, left, uptime());
        if (event != null) events.publish(event);
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
        pace.due(uptime()).forEach(events::publish);
        if (pace.isWaiting()) lookLater();
    }

    private Duration uptime() {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private void tellRest() {
        pace.rest().forEach(events::publish);
    }

    /// What waits is told; what comes after it, at once.
    @Override
    public synchronized void close() {
        closed = true;
        tellRest();
        later.shutdownNow();
    }
}
