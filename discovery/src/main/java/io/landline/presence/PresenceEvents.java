package io.landline.presence;

import io.landline.beacon.UsableInterface;
import io.landline.peer.Fingerprint;
import io.landline.queue.CoreThread;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/// Brings events from the presence thread to the listener on a thread of its own, in order, so that a slow listener does not delay an
/// answer. Keeps the list of who is here on the way. When too many wait, signs of life are dropped, and for the rest presence waits.
final class PresenceEvents implements PresenceListener, AutoCloseable {
    /// A table that fills and empties twice at once.
    private static final int WAITING_MAX = 4_096;
    private static final int HEARD_WAITING_MAX = WAITING_MAX / 2;
    private static final Consumer<PresenceListener> END = _ -> {};

    private final BlockingQueue<Consumer<PresenceListener>> waiting = new ArrayBlockingQueue<>(WAITING_MAX);
    private final Map<Fingerprint, Sighting> here = new ConcurrentHashMap<>();
    private final Thread thread;

    PresenceEvents(PresenceListener listener) {
        thread = Thread.ofVirtual().name("presence-events").start(CoreThread.loop(() -> deliver(listener)));
    }

    private void deliver(PresenceListener listener) {
        try {
            for (var event = waiting.take(); event != END; event = waiting.take()) {
                try {
                    event.accept(listener);
                } catch (RuntimeException e) {
                    thread.getUncaughtExceptionHandler().uncaughtException(Thread.currentThread(), e); // the next event follows
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // somebody wants an end
        }
    }

    private void tell(Consumer<PresenceListener> event) {
        boolean interrupted = false;
        while (true) {
            try {
                waiting.put(event);
                if (interrupted) Thread.currentThread().interrupt();
                return;
            } catch (InterruptedException e) {
                interrupted = true; // an event that is lost would make the list wrong for ever
            }
        }
    }

    /// Runs something in order with the events, on their thread.
    void run(Runnable action) {
        tell(_ -> action.run());
    }

    /// Who is listed now. Any thread.
    Collection<Sighting> here() {
        return here.values();
    }

    @Override
    public void appeared(Sighting sighting) {
        here.put(sighting.peer(), sighting);
        tell(listener -> listener.appeared(sighting));
    }

    @Override
    public void changed(Sighting sighting) {
        here.put(sighting.peer(), sighting);
        tell(listener -> listener.changed(sighting));
    }

    @Override
    public void restarted(Sighting sighting) {
        here.put(sighting.peer(), sighting);
        tell(listener -> listener.restarted(sighting));
    }

    @Override
    public void left(Fingerprint peer, LeaveReason reason) {
        here.remove(peer);
        tell(listener -> listener.left(peer, reason));
    }

    @Override
    public void heard(Fingerprint peer, InetAddress from) {
        if (waiting.size() < HEARD_WAITING_MAX) tell(listener -> listener.heard(peer, from));
    }

    @Override
    public void warning(String code, String message) {
        tell(listener -> listener.warning(code, message));
    }

    @Override
    public void identityTwice(InetAddress where) {
        tell(listener -> listener.identityTwice(where));
    }

    @Override
    public void interfacesChanged(List<UsableInterface> now) {
        tell(listener -> listener.interfacesChanged(now));
    }

    /// Ends the thread after what waits is told.
    @Override
    public void close() {
        tell(END);
    }

    /// Waits for the end, unless the listener itself closed.
    void join(Duration longest) throws InterruptedException {
        if (Thread.currentThread() != thread) thread.join(longest);
    }
}
