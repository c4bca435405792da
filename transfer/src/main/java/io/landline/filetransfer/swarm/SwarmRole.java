package io.landline.filetransfer.swarm;

import io.landline.filetransfer.TransferStore.StoredOffer;
import io.landline.filetransfer.chunk.ChunkSource;
import io.landline.peer.Fingerprint;
import io.landline.session.Session;
import io.landline.swarm.Participant;
import io.landline.swarm.SwarmFrame;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// This node's role in the swarm of one offer, while it takes part. Confined to the files' queue.
abstract sealed class SwarmRole permits OriginRole, ReceiverRole {
    /// Between two words on how many are helped: the event `helping` comes at most once a second.
    private static final Duration TELL_EVERY = Duration.ofSeconds(1);

    final StoredOffer offer;
    /// Peers that were told that we take part.
    final Set<Fingerprint> met = new HashSet<>();

    /// What was told of it last.
    private int toldHelping;
    private @Nullable Double toldSent;
    private int toldOnSharedAir;
    private Duration toldAt = Duration.ZERO;

    SwarmRole(StoredOffer offer) { this.offer = offer; }

    /// Null while nothing can be asked or given yet.
    abstract @Nullable Participant participant();

    /// A peer said this while there is no [#participant].
    void early(Fingerprint peer, SwarmFrame frame) {}

    /// The offer does not reach a peer any more that was not met yet.
    void gone(Fingerprint peer) {}

    /// Where chunks for this peer are read; null while it gets none.
    abstract @Nullable ChunkSource sourceFor(Fingerprint peer);

    /// A chunk that was asked for cannot be had.
    abstract void cannotGive(Fingerprint to, int chunk);

    /// A peer asks for pages of hashes.
    abstract void pagesAsked(Session session, List<Integer> pages);

    /// Whether it may end by itself.
    abstract boolean isOver(Duration now);

    /// How many of those it knows still lack something, while this node has everything; 0 while it has not.
    abstract int helping();

    /// At the author: how many times the size was sent, in hundredths rounded; else null.
    @Nullable
    Double sent() {
        return null;
    }

    /// At the author: how many receivers share the air of a radio network; else 0.
    int onSharedAir() {
        return 0;
    }

    /// Whether nothing is received in it, and nothing sent that has a place among the offers that are sent.
    abstract boolean isIdle();

    /// Whether it is to be told now how many are helped; then it counts as told.
    boolean isNews(int peers, @Nullable Double sent, int onSharedAir, Duration now) {
        boolean news = peers != toldHelping
                || peers > 0 && (!Objects.equals(sent, toldSent) || onSharedAir != toldOnSharedAir);
        if (!news || peers > 0 && now.minus(toldAt).compareTo(TELL_EVERY) < 0) return false;
        toldHelping = peers;
        toldSent = sent;
        toldOnSharedAir = onSharedAir;
        toldAt = now;
        return true;
    }

    /// It ends.
    void close() {}
}
