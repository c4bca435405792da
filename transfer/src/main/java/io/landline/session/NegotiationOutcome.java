package io.landline.session;

import io.landline.frame.MalformedFrameException;
import io.landline.handshake.RefusalReason;
import io.landline.handshake.RoomNegotiation;
import io.landline.peer.RoomListing;
import io.landline.room.Room;
import io.landline.room.RoomId;
import org.jspecify.annotations.Nullable;

/// What came of the negotiation on one control connection. Called on the negotiation's thread.
final class NegotiationOutcome implements RoomNegotiation.Outcome {
    private final Ours ours;
    private final SessionTable table;
    private final ControlConnection connection;

    NegotiationOutcome(Ours ours, SessionTable table, ControlConnection connection) {
        this.ours = ours;
        this.table = table;
        this.connection = connection;
    }

    @Override
    public void joined(Room room) {
        connection.joined().add(room.id());
        table.joined(connection, room);
    }

    @Override
    public void left(RoomId room) {
        connection.joined().remove(room);
        table.left(connection, room);
    }

    @Override
    public void refused(@Nullable RoomListing room, RefusalReason reason) {
        ours.events.refused(connection.peer(), connection.theirs().name(), room, reason);
    }

    @Override
    public void slowed(RoomListing room) {
        ours.events.slowed(connection.peer(), connection.theirs().name(), room);
    }

    @Override
    public void settled(boolean anyJoined) {
        connection.settled();
        table.settled(connection);
        if (!anyJoined) connection.farewell(new Ending(Ending.Kind.OURS, Ending.NO_COMMON_ROOM));
    }

    @Override
    public void failed(MalformedFrameException why) {
        connection.breach(why);
    }
}
