package io.landline.node.network;

import io.landline.handshake.TrustStore;
import io.landline.node.port.NodeEvent.Joined;
import io.landline.node.port.NodeEvent.SessionClosed;
import io.landline.node.port.NodeEvent.SessionOpened;
import io.landline.node.room.OwnRooms;
import io.landline.people.People;
import io.landline.room.Room;
import io.landline.room.RoomId;
import io.landline.session.EndReason;
import io.landline.session.Session;
import io.landline.session.SessionListener;
import java.time.InstantSource;

/// Brings what sessions prove to the list of people and to what is remembered of each peer, and turns it into events.
/// On the session's queue.
public final class SessionFeed implements SessionListener {
    private final People people;
    private final NewestHellos hellos;
    private final OwnRooms rooms;
    private final TrustStore trust;
    private final MemberAddresses members;
    private final ConnectionNews news;
    private final InstantSource clock;

    public SessionFeed(People people, NewestHellos hellos, OwnRooms rooms, TrustStore trust,
            MemberAddresses members, ConnectionNews news, InstantSource clock) {
        this.people = people;
        this.hellos = hellos;
        this.rooms = rooms;
        this.trust = trust;
        this.members = members;
        this.news = news;
        this.clock = clock;
    }

    @Override
    public void opened(Session session) {
        people.connected(session.peer(), session.run(), session.name(), session.endpoint(),
                hellos.take(session.peer()));
        remember(session); // before it is told: who hears of it asks for it
        members.add(session.peer(), session.endpoint());
        news.opened(new SessionOpened(session.peer(), session.name().value(), session.endpoint().toString()));
    }

    @Override
    public void joined(Session session, RoomId id) {
        rooms.confirm(id);
        Room room = rooms.byId(id);
        if (room == null) return; // left it this moment
        // what is remembered of the peer was written as the session opened: a room may be left and joined without end
        news.joined(new Joined(session.peer(), session.name().value(), rooms.label(room)));
    }

    @Override
    public void closed(Session session, EndReason reason) {
        remember(session); // by the name that it went by last
        news.closed(
                new SessionClosed(session.peer(), session.name().value(), session.endpoint().toString(), reason));
        people.disconnected(session.peer(),
                reason == EndReason.SILENT ? People.SessionEnd.SILENT : People.SessionEnd.OTHERWISE);
    }

    private void remember(Session session) {
        trust.updatePinned(session.peer(), session.name(), session.listensAt(), clock.instant());
    }
}
