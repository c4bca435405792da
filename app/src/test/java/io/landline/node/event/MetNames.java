package io.landline.node.event;

import io.landline.chat.sync.InMemoryStores;
import io.landline.handshake.TrustStore;
import io.landline.identity.Identity;
import io.landline.peer.PeerName;
import java.time.InstantSource;
import java.util.List;

/// Names of people who were met, where nobody is here and no card is kept.
public final class MetNames {
    private MetNames() {}

    /// For a user who is called `me`.
    public static PeerNames of(TrustStore trust) {
        var known = new KnownNames(Identity.generate().fingerprint(), InMemoryStores.create().cards(),
                InstantSource.system());
        return new PeerNames(List::of, trust, known, () -> new PeerName("me"));
    }
}
