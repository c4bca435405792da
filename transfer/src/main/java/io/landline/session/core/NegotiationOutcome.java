package io.landline.session.core;

import io.landline.frame.MalformedFrameException;
import io.landline.handshake.RefusalReason;
import io.landline.handshake.RoomNegotiation;
import io.landline.handshake.RoomNegotiation.Settled;
import io.landline.peer.RoomListing;
import io.landline.room.Room;
import io.landline.room.RoomId;
import io.landline.session.EndReason;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// What the negotiation of one control connection leads to: for the connection, for the table, and for those who watch.
/// Called on the negotiation's thread.
final class NegotiationOutcome implements RoomNegotiation.Outcome {
    private final ControlConnection connection;
    private final NodeContext context;
    private final SessionTable table;

    NegotiationOutcome(ControlConnection connection, NodeContext context, SessionTable table) {
        this.connection = connection;
        this.context = context;
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
        context.events.refused(connection.peer(), connection.theirs().name(), room, reason);
    }

    @Override
    public void slowed(RoomListing room) {
        context.events.slowed(connection.peer(), connection.theirs().name(), room);
    }

    @Override
    public void settled(Settled how) {
        connection.settled();
        table.settled(connection, how == Settled.UNDECIDED);
        if (how != Settled.JOINED) connection.farewell(ConnectionEnd.ours(EndReason.NO_COMMON_ROOM));
    }

    @Override
    public void startOver() {
        connection.farewell(ConnectionEnd.ours(EndReason.NEW_KEY));
    }

    @Override
    public void failed(MalformedFrameException why) {
        connection.breach(why);
    }

    @Override
    public void lost(IOException why) {
        connection.lose(EndReason.LOST);
    }

    @Override
    public void ourFault() {
        connection.farewell(ConnectionEnd.ours(EndReason.INTERNAL_ERROR));
    }
}
