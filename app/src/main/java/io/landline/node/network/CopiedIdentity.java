package io.landline.node.network;

import io.landline.node.event.EventBus;
import io.landline.node.port.NodeEvent.Warning;
import io.landline.node.port.WarningCode;
import io.landline.peer.WrittenAddress;
import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/// Remembers that another node has this very identity, and warns of it once, whether presence or a session noticed it.
/// Any thread.
public final class CopiedIdentity {
    private final EventBus events;
    private @Nullable InetAddress where;

    public CopiedIdentity(EventBus events) { this.events = events; }

    /// Another node proved our identity there.
    void met(InetAddress there) {
        boolean told;
        synchronized (this) {
            told = where != null;
            where = there;
        }
        if (told) return; // of whichever run: the user knows
        events.publish(new Warning(WarningCode.IDENTITY_TWICE, "Another node at " + WrittenAddress.of(there)
                + " has this very identity: a copied profile? On one of the two run \"landline id --new\"."));
    }

    /// The address where our identity was met last; null if it was not.
    synchronized @Nullable InetAddress where() {
        return where;
    }
}
