package io.landline.node;

import io.landline.beacon.ListenOnlyNetworks;
import io.landline.beacon.UsableInterface;
import io.landline.handshake.RefusalReason;
import io.landline.handshake.TrustStore;
import io.landline.node.NodeEvent.ConnectFailed;
import io.landline.node.NodeEvent.Joined;
import io.landline.node.NodeEvent.PeerAppeared;
import io.landline.node.NodeEvent.PeerChanged;
import io.landline.node.NodeEvent.PeerLeft;
import io.landline.node.NodeEvent.Refused;
import io.landline.node.NodeEvent.SessionClosed;
import io.landline.node.NodeEvent.SessionOpened;
import io.landline.node.NodeEvent.Warning;
import io.landline.peer.Endpoint;
import io.landline.peer.Fingerprint;
import io.landline.peer.LeaveReason;
import io.landline.peer.PeerName;
import io.landline.peer.RoomListing;
import io.landline.people.People;
import io.landline.people.Person;
import io.landline.presence.Presence;
import io.landline.presence.PresenceListener;
import io.landline.presence.Sighting;
import io.landline.room.Room;
import io.landline.room.RoomId;
import io.landline.session.Candidate;
import io.landline.session.ConnectFailure;
import io.landline.session.EndReason;
import io.landline.session.Session;
import io.landline.session.SessionListener;
import io.landline.session.SessionsEvents;
import io.landline.session.core.Sessions;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Brings presence, sessions and the list of people together: what presence hears goes to the list and to those who
/// dial, what sessions prove goes to the list, and all of it becomes events. Called on presence's thread and on those
/// of connections; keeps nothing of its own but what a hello said until its session opens.
final class NetworkWiring
        implements PresenceListener, SessionListener, SessionsEvents, People.Listener, People.Presence {
    /// Hellos of sessions that never open are forgotten, the oldest first: as many as connections may wait for their
    /// proof.
    private static final int HELLOS_MAX = 64;

    /// What a peer said of itself in its newest hello.
    ///
    /// @param endpoint where it accepts connections; null where it doesn't
    private record Introduced(PeerName name, long run, @Nullable Endpoint endpoint, List<RoomListing> rooms) {}

    private final EventBus events;
    private final OwnRooms rooms;
    private final TrustStore trust;
    private final RoomTrials trials;
    private final People people = new People(this, this);
    private final Map<Fingerprint, Introduced> introduced = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Fingerprint, Introduced> eldest) {
            return size() > HELLOS_MAX;
        }
    };
    private @Nullable Presence presence;
    private @Nullable Sessions sessions;
    private @Nullable MemberAddresses members;
    private volatile @Nullable InetAddress twin;
    private volatile ListenOnlyNetworks listeningOnly = ListenOnlyNetworks.NOWHERE;
    private ListenOnlyNetworks chosen = ListenOnlyNetworks.NOWHERE;
    private boolean unseen;

    NetworkWiring(EventBus events, OwnRooms rooms, TrustStore trust, Supplier<Duration> uptime) {
        this.events = events;
        this.rooms = rooms;
        this.trust = trust;
        trials = new RoomTrials(rooms, uptime, people::here);
    }

    RoomTrials trials() {
        return trials;
    }

    /// Called once, before anything is started: the two can be made only after this object.
    synchronized void connect(Presence openedPresence, Sessions openedSessions, MemberAddresses metMembers) {
        presence = openedPresence;
        sessions = openedSessions;
        members = metMembers;
    }

    People people() {
        return people;
    }

    private synchronized @Nullable Presence presence() {
        return presence;
    }

    private synchronized @Nullable Sessions sessions() {
        return sessions;
    }

    // ---- presence

    @Override
    public void appeared(Sighting sighting) {
        tell(sighting, true);
    }

    @Override
    public void changed(Sighting sighting) {
        tell(sighting, sighting.checked());
    }

    @Override
    public void restarted(Sighting sighting) {
        tell(sighting, true);
    }

    private void tell(Sighting s, boolean freshEndpoint) {
        people.sighted(s.peer(), s.run(), s.name(), s.endpoints(), s.rooms());
        Sessions dialler = sessions();
        if (dialler != null) dialler.sighted(candidate(s, freshEndpoint && s.checked()));
    }

    /// Dialling reveals our identity. On a listen-only network we therefore ignore advertised rooms and dial only known
    /// members and addresses the user entered.
    private Candidate candidate(Sighting s, boolean freshEndpoint) {
        List<Endpoint> shown = s.endpoints()
                .stream()
                .filter(endpoint -> !isListenedToOnly(endpoint.address()))
                .toList();
        return shown.isEmpty()
                ? new Candidate(s.peer(), s.run(), s.endpoints(), List.of(), freshEndpoint)
                : new Candidate(s.peer(), s.run(), shown, s.rooms(), freshEndpoint);
    }

    private boolean isListenedToOnly(InetAddress address) {
        Presence asked = presence();
        return asked != null
                && asked.interfaces().stream().anyMatch(each -> listeningOnly.covers(each) && each.reaches(address));
    }

    /// In these networks we announce nothing and accept nothing, from now on.
    synchronized void listenOnly(ListenOnlyNetworks networks) {
        chosen = networks;
        listenWhereChosen();
    }

    /// As long as we are unseen we only listen, in every network.
    synchronized void unseen(boolean now) {
        if (now == unseen) return;
        unseen = now;
        listenWhereChosen();
    }

    private void listenWhereChosen() {
        ListenOnlyNetworks networks = unseen ? ListenOnlyNetworks.EVERYWHERE : chosen;
        listeningOnly = networks;
        Presence told = presence();
        if (told == null) return;
        told.listenOnly(networks);
        acceptNothingThere(told.interfaces());
        told.peers().forEach(sighting -> tell(sighting, false));
    }

    private void acceptNothingThere(List<UsableInterface> interfaces) {
        Sessions told = sessions();
        if (told == null) return;
        var own = new HashSet<InetAddress>();
        for (UsableInterface each : interfaces) {
            if (listeningOnly.covers(each)) each.addresses().forEach(it -> own.add(it.address()));
        }
        told.acceptNothingAt(own);
    }

    @Override
    public void left(Fingerprint peer, LeaveReason reason) {
        people.unseen(peer, reason);
        Sessions dialler = sessions();
        if (dialler != null) dialler.gone(peer);
    }

    @Override
    public void heard(Fingerprint peer, InetAddress from) {
        Sessions listener = sessions();
        if (listener != null) listener.heard(peer);
    }

    @Override
    public void warning(String code, String message) {
        events.publish(new Warning(code, message));
    }

    @Override
    public void identityTwice(InetAddress where) {
        boolean told;
        synchronized (this) {
            told = twin != null;
            twin = where;
        }
        if (told) return; // by presence or by a session, of whichever run: the user knows
        events.publish(new Warning("identity-twice", "Another node at " + where.getHostAddress()
                + " has this very identity: a copied profile? On one of the two run \"landline id --new\"."));
    }

    @Override
    public void interfacesChanged(List<UsableInterface> now) {
        Sessions dialler = sessions();
        if (dialler == null) return;
        acceptNothingThere(now);
        var addresses = new HashSet<InetAddress>();
        now.forEach(each -> each.addresses().forEach(own -> addresses.add(own.address())));
        dialler.addressesChanged(addresses);
    }

    // ---- what the list of people asks of presence

    @Override
    public CompletableFuture<Boolean> isThere(Fingerprint peer, Duration within) {
        Presence asked = presence();
        return asked == null ? CompletableFuture.completedFuture(false) : asked.isThere(peer, within);
    }

    @Override
    public void forget(Fingerprint peer) {
        Presence told = presence();
        if (told != null) told.forget(peer);
    }

    // ---- the list of people

    @Override
    public void appeared(Person person) {
        events.publish(new PeerAppeared(person));
    }

    @Override
    public void changed(Person person) {
        events.publish(new PeerChanged(person));
    }

    @Override
    public void left(Person person, LeaveReason reason) {
        events.publish(new PeerLeft(person, reason));
    }

    // ---- sessions

    @Override
    public void peerAuthenticated(Fingerprint peer, PeerName name, long run, @Nullable Endpoint endpoint,
            List<RoomListing> listed) {
        synchronized (this) {
            introduced.remove(peer);
            introduced.put(peer, new Introduced(name, run, endpoint, List.copyOf(listed)));
        }
    }

    @Override
    public void opened(Session session) {
        Introduced hello;
        MemberAddresses met;
        synchronized (this) {
            hello = introduced.remove(session.peer());
            met = members;
        }
        List<RoomListing> listed = hello == null ? List.of() : hello.rooms();
        people.connected(session.peer(), session.run(), session.name(), session.endpoint(), listed);
        events.publish(new SessionOpened(session.peer(), session.name().value(), session.endpoint().toString()));
        trust.updatePinned(session.peer(), session.name(), session.endpoint(), Instant.now());
        if (met != null) met.add(session.peer(), session.endpoint());
    }

    @Override
    public void joined(Session session, RoomId id) {
        rooms.confirm(id);
        Room room = rooms.byId(id);
        if (room == null) return; // left it this moment
        trust.updatePinned(session.peer(), session.name(), session.endpoint(), Instant.now());
        events.publish(new Joined(session.peer(), session.name().value(), rooms.label(room)));
    }

    @Override
    public void closed(Session session, EndReason reason) {
        // by the name that it went by last
        trust.updatePinned(session.peer(), session.name(), session.endpoint(), Instant.now());
        events.publish(
                new SessionClosed(session.peer(), session.name().value(), session.endpoint().toString(), reason));
        people.disconnected(session.peer(),
                reason == EndReason.SILENT ? People.SessionEnd.SILENT : People.SessionEnd.OTHERWISE);
    }

    @Override
    public void renamed(Fingerprint peer, PeerName name) {
        people.renamed(peer, name);
    }

    @Override
    public void refused(Fingerprint peer, PeerName name, @Nullable RoomListing room, RefusalReason reason) {
        if (room != null && reason == RefusalReason.WRONG_KEY && trials.refused(peer, name, room)) return;
        String label = room == null
                ? null
                : rooms.find("#" + room.name().value()).map(rooms::label).orElse(room.label());
        events.publish(new Refused(peer, name.value(), label, reason));
    }

    @Override
    public void slowed(Fingerprint peer, PeerName name, RoomListing room) {
        if (trials.slowed(room)) return;
        events.publish(new Warning("slowed", "Proving the key of " + room.label() + " to " + name.value()
                + " has to wait: too many keys were tried in the last minute."));
    }

    @Override
    public void connectFailed(InetSocketAddress typed, ConnectFailure why) {
        events.publish(ConnectFailed.of(typed, why));
    }

    @Override
    public void identityExistsTwice(Endpoint endpoint) {
        identityTwice(endpoint.address());
    }

    @Override
    public CompletableFuture<Boolean> isThere(Fingerprint peer) {
        return isThere(peer, Duration.ofMillis(500));
    }

    /// The address where our identity was met a second time; null if it was not.
    @Nullable
    InetAddress twin() {
        return twin;
    }

    /// The peers with a hello, by the endpoint that it came from: those of open sessions, and those of connections that
    /// opened none.
    Map<Fingerprint, Endpoint> peerAuthenticated() {
        var met = new LinkedHashMap<Fingerprint, Endpoint>();
        synchronized (this) {
            introduced.forEach((peer, hello) -> {
                if (hello.endpoint() != null) met.put(peer, hello.endpoint());
            });
        }
        Sessions all = sessions();
        if (all != null) all.open().forEach(each -> met.put(each.peer(), each.endpoint()));
        return met;
    }

    /// Ids of the rooms this peer has joined on its open session.
    Set<RoomId> joined(Fingerprint peer) {
        Sessions all = sessions();
        if (all == null) return Set.of();
        for (Session session : all.open()) if (session.peer().equals(peer)) return session.joined();
        return Set.of();
    }
}
