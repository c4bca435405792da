package io.landline.ui.transfers.state;

import io.landline.peer.Fingerprint;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the members of a room do for each other with an offer, as the events of this run told it. Immutable.
///
/// @param from who gave us parts of it, who gave most first; empty where its author alone does
/// @param helping how many others still lack something of what this node has whole
/// @param sent at its author: how many times its size was sent from here; null where that is not known
/// @param onSharedAir at its author: how many get it, where all of several are by Wi-Fi; else 0
public record OfferSwarm(List<Fingerprint> from, int helping, @Nullable Double sent, int onSharedAir) {
    public static final OfferSwarm NONE = new OfferSwarm(List.of(), 0, null, 0);

    public OfferSwarm {
        from = List.copyOf(from);
    }

    public OfferSwarm withFrom(List<Fingerprint> givers) {
        return new OfferSwarm(givers, helping, sent, onSharedAir);
    }

    public OfferSwarm withHelping(int peers, @Nullable Double times, int sharing) {
        return new OfferSwarm(from, peers, times == null ? sent : times, sharing);
    }
}
