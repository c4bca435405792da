package io.landline.node.network;

import io.landline.handshake.RefusalReason;
import io.landline.node.event.EventBus;
import io.landline.node.port.NodeEvent.ConnectFailed;
import io.landline.node.port.NodeEvent.Refused;
import io.landline.node.port.NodeEvent.Warning;
import io.landline.node.port.WarningCode;
import io.landline.node.room.OwnRooms;
import io.landline.node.room.RoomTrials;
import io.landline.peer.Endpoint;
import io.landline.peer.Fingerprint;
import io.landline.peer.PeerName;
import io.landline.peer.RoomListing;
import io.landline.people.People;
import io.landline.session.ConnectFailure;
import io.landline.session.SessionWarning;
import io.landline.session.SessionsEvents;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// Takes what happens on connections before or beside a session: hellos, refusals, failed attempts. On the threads of
/// connections.
public final class ConnectionEvents implements SessionsEvents {
    private final NewestHellos hellos;
    private final People people;
    private final OwnRooms rooms;
    private final RoomTrials trials;
    private final CopiedIdentity copied;
    private final PresenceQuestions presence;
    private final ConnectionNews news;
    private final EventBus events;

    public ConnectionEvents(NewestHellos hellos, People people, OwnRooms rooms, RoomTrials trials,
            CopiedIdentity copied, PresenceQuestions presence, ConnectionNews news, EventBus events) {
        this.hellos = hellos;
        this.people = people;
        this.rooms = rooms;
        this.trials = trials;
        this.copied = copied;
        this.presence = presence;
        this.news = news;
        this.events = events;
    }

    @Override
    public void peerAuthenticated(Fingerprint peer, PeerName name, long run, @Nullable Endpoint endpoint,
            List<RoomListing> listed) {
        hellos.add(peer, endpoint, listed);
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
        news.refused(new Refused(peer, name.value(), label, reason));
    }

    @Override
    public void slowed(Fingerprint peer, PeerName name, RoomListing room) {
        if (trials.slowed(room)) return;
        news.slowed(peer, new Warning(WarningCode.SLOWED, "Proving the key of " + room.label() + " to " + name.value()
                + " has to wait: too many keys were tried in the last minute."));
    }

    @Override
    public void connectFailed(InetSocketAddress typed, ConnectFailure why) {
        events.publish(ConnectFailed.of(typed, why));
    }

    @Override
    public void identityExistsTwice(Endpoint endpoint) {
        copied.met(endpoint.address());
    }

    @Override
    public void warning(SessionWarning warning) {
        events.publish(NetworkWarnings.of(warning));
    }

    @Override
    public CompletableFuture<Boolean> isThere(Fingerprint peer) {
        return presence.isThere(peer, People.ANSWER_WITHIN);
    }
}
