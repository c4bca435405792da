package io.landline.presence;

import io.landline.beacon.PortWarning;
import io.landline.beacon.UsableInterface;
import io.landline.peer.Fingerprint;
import io.landline.peer.LeaveReason;
import io.landline.queue.SerialQueue;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/// Brings events from the presence thread to the listener on a thread of its own, in order, so that a slow listener
/// does not delay an answer. Events wait until there is a listener. Keeps the list of who is here on the way. When too
/// many wait, signs of life are dropped, and for the rest presence waits.
final class PresenceEvents implements PresenceListener, AutoCloseable {
    /// A table that fills and empties twice at once.
    private static final int WAITING_MAX = 4_096;
    /// The other half is for events that are never dropped.
    private static final int HEARD_WAITING_MAX = WAITING_MAX / 2;

    private final SerialQueue queue = new SerialQueue(
            new SerialQueue.Settings("presence-events", WAITING_MAX, Long.MAX_VALUE, SerialQueue.NEVER));
    private final Map<Fingerprint, Sighting> here = new ConcurrentHashMap<>();
    private final CompletableFuture<PresenceListener> listener = new CompletableFuture<>();

    PresenceEvents() {
        queue.onFailure(fault -> Thread.currentThread()
                .getUncaughtExceptionHandler()
                .uncaughtException(Thread.currentThread(), fault));
    }

    /// Tells what waits, and from now on everything. To be called once.
    void start(PresenceListener hears) {
        listener.complete(hears);
        queue.start();
    }

    private void tell(Consumer<PresenceListener> event) {
        queue.post(() -> event.accept(listener.join())); // steps run after the start only
    }

    /// Runs something in order with the events, on their thread.
    void run(Runnable action) {
        queue.post(action);
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
        if (queue.waiting() < HEARD_WAITING_MAX) tell(listener -> listener.heard(peer, from));
    }

    @Override
    public void portTaken(PortWarning warning) {
        tell(listener -> listener.portTaken(warning));
    }

    @Override
    public void foreignVersion(String version, InetAddress from) {
        tell(listener -> listener.foreignVersion(version, from));
    }

    @Override
    public void identityTwice(InetAddress where) {
        tell(listener -> listener.identityTwice(where));
    }

    @Override
    public void interfacesChanged(List<UsableInterface> now) {
        tell(listener -> listener.interfacesChanged(now));
    }

    /// Ends the thread after what waits is told. Does not wait for that.
    @Override
    public void close() {
        queue.finish(() -> {});
    }

    /// Waits for the end, unless the listener itself closed.
    void join(Duration longest) {
        queue.close(longest);
    }
}
