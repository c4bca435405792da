package io.landline.filetransfer.swarm;

import io.landline.filetransfer.OfferPublisher;
import io.landline.filetransfer.TransferStore;
import io.landline.filetransfer.TransferStore.StoredOffer;
import io.landline.filetransfer.frame.ConnectedPeers;
import io.landline.filetransfer.frame.FileMessage;
import io.landline.peer.Fingerprint;
import io.landline.session.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/// Which members of a room can help each other with an offer, and the manifest that they hand on. Confined to the
/// files' queue.
public final class SwarmMembers {
    private final SwarmSettings settings;
    private final TransferStore store;
    private final OfferPublisher publisher;
    private final ConnectedPeers peers;
    private final Random random = new Random();

    SwarmMembers(SwarmSettings settings, TransferStore store, OfferPublisher publisher, ConnectedPeers peers) {
        this.settings = settings;
        this.store = store;
        this.publisher = publisher;
        this.peers = peers;
    }

    /// A direct offer has one receiver, and nobody helps.
    boolean isDirect(StoredOffer offer) {
        return publisher.directPeer(offer.conversation()).isPresent();
    }

    /// Whether an offer is got in a swarm now: its author can, or is away, and others of the room are here who can.
    public boolean helps(StoredOffer offer) {
        if (offer.body().files() == 0) return false; // folders alone have no chunks
        if (isDirect(offer) || settings.blocked().test(offer.author())) return false;
        Session author = peers.session(offer.author());
        if (author != null && !author.capabilities().contains(Session.SWARM_CAPABILITY)) return false;
        for (Session session : peers.all()) {
            if (!session.peer().equals(offer.author()) && reaches(offer, session)) return true;
        }
        return false;
    }

    /// Whether a peer of this session is a member of the offer's room, and can help.
    boolean reaches(StoredOffer offer, Session session) {
        return session.isOpen() && session.capabilities().contains(Session.SWARM_CAPABILITY)
                && publisher.reaches(offer.conversation(), session);
    }

    /// Somebody else of the room who can, to be asked for the manifest where the author is away: the same as before,
    /// while it is here and answered well, else another. Null for nobody.
    public @Nullable Fingerprint helperFor(StoredOffer offer, @Nullable Fingerprint before, boolean failed) {
        if (!helps(offer)) return null;
        List<Fingerprint> others = new ArrayList<>();
        for (Session session : peers.all()) if (reaches(offer, session)) others.add(session.peer());
        int at = others.indexOf(before);
        if (at < 0) return others.get(random.nextInt(others.size()));
        return others.get(failed ? (at + 1) % others.size() : at);
    }

    /// Sends a page of the manifest of an offer of somebody else that we have or get. False for other offers.
    public boolean manifestAsked(FileMessage.ManifestRequest request, Session session) {
        StoredOffer offer = store.offer(request.offer());
        if (offer == null || offer.author().equals(settings.self())) return false;
        if (offer.withdrawn() || settings.blocked().test(offer.author()) || !reaches(offer, session)) return true;
        byte[] page = store.manifestPage(offer.id(), request.page());
        peers.send(session.peer(),
                new FileMessage.Manifest(offer.id(), request.page(), page == null ? new byte[0] : page));
        return true;
    }
}
