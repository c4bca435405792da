package io.landline.doctor.probe;

import io.landline.node.port.NodeEvent;
import io.landline.node.port.NodeEvent.ConnectFailed;
import io.landline.node.port.NodeEvent.Refused;
import io.landline.node.port.NodeWatcher;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Keeps the refusals of a node, and the addresses that it did not reach, while the doctor looks, and wakes threads
/// that wait for something new. Any thread.
final class EventLog implements NodeWatcher {
    /// A crowd with as many wrong keys is one that a person hears of anyway.
    private static final int EVENTS_MAX = 1_000;

    private final List<NodeEvent> kept = new ArrayList<>();
    private long seen;

    @Override
    public synchronized void take(NodeEvent event, Instant at) {
        boolean matters = event instanceof Refused || event instanceof ConnectFailed;
        if (matters && kept.size() < EVENTS_MAX) kept.add(event);
        seen++;
        notifyAll();
    }

    synchronized List<Refused> refusals() {
        return kept.stream().filter(Refused.class::isInstance).map(Refused.class::cast).toList();
    }

    /// Attempts to connect that failed.
    synchronized List<ConnectFailed> unreached() {
        return kept.stream().filter(ConnectFailed.class::isInstance).map(ConnectFailed.class::cast).toList();
    }

    /// Waits for the next event of any kind, or for at most this time.
    synchronized void awaitNews(Duration patience) throws InterruptedException {
        long before = seen;
        long end = System.nanoTime() + patience.toNanos();
        for (long left = end - System.nanoTime(); seen == before && left > 0; left = end - System.nanoTime()) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
    }
}
