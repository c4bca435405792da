package io.landline.node.network;

import io.landline.peer.Fingerprint;
import io.landline.people.People;
import io.landline.presence.Presence;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/// What the list of people and sessions ask of presence. Any thread; waits for nothing.
public final class PresenceQuestions implements People.Presence {
    private final Presence presence;

    public PresenceQuestions(Presence presence) { this.presence = presence; }

    @Override
    public CompletableFuture<Boolean> isThere(Fingerprint peer, Duration within) {
        return presence.isThere(peer, within);
    }

    @Override
    public void forget(Fingerprint peer) {
        presence.forget(peer);
    }
}
