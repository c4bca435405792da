package io.landline.node.network;

import io.landline.beacon.ListenOnlyNetworks;
import io.landline.peer.Endpoint;
import io.landline.presence.Presence;
import io.landline.presence.Sighting;
import io.landline.session.Candidate;
import io.landline.session.core.Sessions;
import java.util.List;

/// Hands sighted peers to sessions, and hides us in networks that are listened to only. Nothing is announced or
/// accepted there, and advertised rooms are no reason to dial somebody there. Any thread.
public final class ListenOnlyGuard {
    private final Presence presence;
    private final Sessions sessions;
    private volatile ListenOnlyNetworks networks = ListenOnlyNetworks.NOWHERE;
    private ListenOnlyNetworks chosen = ListenOnlyNetworks.NOWHERE;
    private boolean unseen;

    public ListenOnlyGuard(Presence presence, Sessions sessions) {
        this.presence = presence;
        this.sessions = sessions;
    }

    /// In these networks we announce nothing and accept nothing, from now on.
    public synchronized void use(ListenOnlyNetworks listeningOnly) {
        chosen = listeningOnly;
        apply();
    }

    /// As long as we are unseen this holds for every network.
    public synchronized void unseen(boolean now) {
        if (now == unseen) return;
        unseen = now;
        apply();
    }

    private void apply() {
        networks = unseen ? ListenOnlyNetworks.EVERYWHERE : chosen;
        presence.listenOnly(networks);
        sessions.acceptNothingAt(networks::coversAddress);
        presence.peers().forEach(sighting -> sighted(sighting, false));
    }

    /// Presence tells of a peer: sessions may want it.
    void sighted(Sighting sighting, boolean isNews) {
        sessions.sighted(candidate(sighting, isNews && sighting.checked()));
    }

    /// Dialling reveals our identity. On a listen-only network we therefore ignore advertised rooms and dial only known
    /// members and addresses the user entered.
    private Candidate candidate(Sighting s, boolean isNews) {
        List<Endpoint> shown = networks.outside(s.endpoints());
        return shown.isEmpty()
                ? new Candidate(s.peer(), s.run(), s.endpoints(), List.of(), isNews)
                : new Candidate(s.peer(), s.run(), shown, s.rooms(), isNews);
    }
}
