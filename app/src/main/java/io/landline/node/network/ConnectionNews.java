package io.landline.node.network;

import io.landline.node.event.EventBus;
import io.landline.node.event.PacedEvents;
import io.landline.node.port.NodeEvent;
import io.landline.node.port.NodeEvent.Joined;
import io.landline.node.port.NodeEvent.Refused;
import io.landline.node.port.NodeEvent.SessionClosed;
import io.landline.node.port.NodeEvent.SessionOpened;
import io.landline.node.port.NodeEvent.Warning;
import io.landline.peer.Fingerprint;

/// Turns what happens to sessions and on the way to them into events, of each person no more than [ConnectionPace] lets
/// through. When people were last seen is noted at once. Any thread. The end tells what waits.
public final class ConnectionNews implements AutoCloseable {
    private final ConnectionPace pace = new ConnectionPace();
    private final PacedEvents events;
    private final LastSeen lastSeen;

    public ConnectionNews(EventBus events, LastSeen lastSeen) {
        this.events = new PacedEvents("connection-events", events, pace);
        this.lastSeen = lastSeen;
    }

    void opened(SessionOpened event) {
        lastSeen.opened(event.peer());
        tell(event.peer(), event);
    }

    void joined(Joined event) {
        tell(event.peer(), event);
    }

    void closed(SessionClosed event) {
        lastSeen.closed(event.peer());
        tell(event.peer(), event);
    }

    void refused(Refused event) {
        tell(event.peer(), event);
    }

    /// Proving a key to this peer has to wait.
    void slowed(Fingerprint peer, Warning event) {
        tell(peer, event);
    }

    private void tell(Fingerprint peer, NodeEvent event) {
        events.tell(now -> pace.take(peer, event, now));
    }

    @Override
    public void close() {
        events.close();
    }
}
