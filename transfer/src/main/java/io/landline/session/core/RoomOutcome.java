package io.landline.session.core;

import io.landline.frame.MalformedFrameException;
import io.landline.handshake.RefusalReason;
import io.landline.handshake.RoomNegotiation;
import io.landline.peer.RoomListing;
import io.landline.room.Room;
import io.landline.room.RoomId;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// What the negotiation of one control connection leads to: for the connection, for the table, and for those who watch.
/// Called on the negotiation's thread.
final class RoomOutcome implements RoomNegotiation.Outcome {
    private final ControlConnection connection;
    private final Ours ours;
    private final SessionTable table;

    RoomOutcome(ControlConnection connection, Ours ours, SessionTable table) {
        this.connection = connection;
        this.ours = ours;
        this.table = table;
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
    public void startOver() {
        connection.farewell(new Ending(Ending.Kind.OURS, Ending.NEW_KEY));
    }

    @Override
    public void failed(MalformedFrameException why) {
        connection.breach(why);
    }

    @Override
    public void lost(IOException why) {
        connection.lose("lost");
    }

    @Override
    public void ourFault() {
        connection.farewell(new Ending(Ending.Kind.OURS, Ending.INTERNAL_ERROR));
    }
}
