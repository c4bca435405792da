package io.landline.node.event;

import io.landline.chat.NameCard;
import io.landline.chat.NameCardStore;
import io.landline.chat.NameCardStore.Kept;
import io.landline.handshake.PinnedPeer;
import io.landline.peer.Fingerprint;
import io.landline.peer.PeerName;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What people are called who are not here: as they said themselves when they were met last, or by a name card where
/// they were never met, or chose another name since. A card names and does nothing else. Any thread.
public final class KnownNames {
    private final Fingerprint self;
    private final NameCardStore cards;
    private final InstantSource clock;

    public KnownNames(Fingerprint self, NameCardStore cards, InstantSource clock) {
        this.self = self;
        this.cards = cards;
        this.clock = clock;
    }

    /// @param met what is remembered of the peer; null for somebody who was never met
    /// @return null where nobody told a name
    public @Nullable PeerName of(Fingerprint peer, @Nullable PinnedPeer met) {
        return name(met, peer.equals(self) ? null : cards.find(peer));
    }

    private @Nullable PeerName name(@Nullable PinnedPeer met, @Nullable Kept kept) {
        PeerName said = met == null ? null : met.name();
        if (kept == null) return said;
        NameCard card = kept.card();
        boolean since = met == null || said == null
                || card.millis() > met.lastMet().toEpochMilli() && card.millis() <= clock.millis();
        return since ? card.name() : said;
    }

    /// Everybody who has a name.
    ///
    /// @param met everybody who was met
    Map<Fingerprint, PeerName> all(List<PinnedPeer> met) {
        Map<Fingerprint, Kept> signed = new HashMap<>();
        for (Kept each : cards.all()) signed.put(each.card().author(), each);
        signed.remove(self);
        Map<Fingerprint, PeerName> names = new HashMap<>();
        for (PinnedPeer each : met) {
            PeerName name = name(each, signed.remove(each.fingerprint()));
            if (name != null) names.put(each.fingerprint(), name);
        }
        signed.forEach((author, kept) -> names.put(author, kept.card().name()));
        return names;
    }
}
