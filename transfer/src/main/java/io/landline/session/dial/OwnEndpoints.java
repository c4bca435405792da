package io.landline.session.dial;

import io.landline.peer.Endpoint;
import java.util.LinkedHashSet;
import java.util.SequencedSet;

/// Endpoints at which we ourselves answered: bridges give every host the same address, so what leads to a peer
/// elsewhere may lead to us here. They are dropped until the network changes. Any thread.
public final class OwnEndpoints {
    /// As many addresses as a machine with all its bridges has; the one found first goes first.
    static final int MAX = 64;

    private final SequencedSet<Endpoint> found = new LinkedHashSet<>();

    public synchronized void add(Endpoint endpoint) {
        found.add(endpoint);
        if (found.size() > MAX) found.removeFirst();
    }

    public synchronized boolean contains(Endpoint endpoint) {
        return found.contains(endpoint);
    }

    /// The network changed: who answers where is open again.
    public synchronized void forget() {
        found.clear();
    }
}
