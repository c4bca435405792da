package io.landline.node.event;

import io.landline.handshake.PinnedPeer;
import io.landline.handshake.TrustStore;
import io.landline.peer.Fingerprint;
import io.landline.peer.PeerName;
import io.landline.people.Person;
import java.util.List;
import java.util.function.Supplier;

/// The name that each peer goes by. Any thread; reads the database.
public final class PeerNames {
    private final Supplier<List<Person>> here;
    private final TrustStore trust;
    private final Supplier<PeerName> own;

    /// @param here everybody who is here now; nobody where there is no network
    /// @param own this user's name
    public PeerNames(Supplier<List<Person>> here, TrustStore trust, Supplier<PeerName> own) {
        this.here = here;
        this.trust = trust;
        this.own = own;
    }

    /// This user's.
    public String own() {
        return own.get().value();
    }

    /// The name that this peer goes by, or its first digits.
    public String name(Fingerprint peer) {
        for (Person person : here.get()) if (person.peer().equals(peer)) return person.name().value();
        PinnedPeer pinned = trust.pinned(peer);
        PeerName name = pinned == null ? null : pinned.name();
        return name == null ? peer.brief() : name.value();
    }
}
