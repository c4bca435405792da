package io.landline.node.shelf;

import io.landline.node.event.EventBus;
import io.landline.node.event.PeerNames;
import io.landline.node.port.NodeEvent.ShelfSeen;
import io.landline.node.room.ConversationLabels;
import io.landline.room.ConversationId;
import io.landline.shelf.SeenShelf;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// Turns what others do with their shelves into events, no more than [ShelfPace] lets through. Any thread; the lock is
/// held while watchers are told. What waits is told on a thread that is there from the first time on that something
/// does.
final class ShelfEvents implements AutoCloseable {
    /// How long what waits does so before the next look.
    static final Duration LOOK = Duration.ofMillis(500);

    private final EventBus events;
    private final PeerNames names;
    private final ConversationLabels labels;
    private final ShelfPace pace = new ShelfPace();
    private final long start = System.nanoTime();
    private final ScheduledExecutorService later = Executors
            .newSingleThreadScheduledExecutor(Thread.ofPlatform().name("shelf-events").daemon().factory());
    private boolean closed;

    ShelfEvents(EventBus events, PeerNames names, ConversationLabels labels) {
        this.events = events;
        this.names = names;
        this.labels = labels;
    }

    void changed(SeenShelf shelf, boolean isOpen) {
        var event = new ShelfSeen(labels.label(ConversationId.of(shelf.room())), shelf.owner(),
                names.name(shelf.owner()), shelf.id().hex(), shelf.title(), isOpen);
        synchronized (this) {
            boolean waited = pace.isWaiting();
            pace.take(shelf, event, uptime()).forEach(events::publish);
            if (!waited && pace.isWaiting()) lookLater();
        }
    }

    private void lookLater() {
        if (!closed) later.schedule(this::look, LOOK.toMillis(), TimeUnit.MILLISECONDS);
    }

    private synchronized void look() {
        pace.due(uptime()).forEach(events::publish);
        if (pace.isWaiting()) lookLater();
    }

    private Duration uptime() {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /// What waits is told no more: the node ends, and with it what it knows of others' shelves.
    @Override
    public synchronized void close() {
        closed = true;
        later.shutdownNow();
    }
}
