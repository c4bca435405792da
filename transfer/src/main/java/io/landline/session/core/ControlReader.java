package io.landline.session.core;

import io.landline.cost.Standing;
import io.landline.cost.TokenBucket;
import io.landline.frame.Frame;
import io.landline.frame.FrameType;
import io.landline.frame.MalformedFrameException;
import io.landline.handshake.Hello;
import io.landline.handshake.RoomNegotiation;
import io.landline.session.EndReason;
import io.landline.session.wire.FrameRateLimit;
import io.landline.session.wire.Outbox;
import io.landline.session.wire.ReadingPace;
import io.landline.session.wire.TlsConnection;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// The reading side of one control connection, after the hellos: reads frame by frame, at the pace that the peer may
/// have, and gives each to its owner. Blocks the connection's reading thread, and is for that thread alone.
final class ControlReader {
    private final NodeContext context;
    private final TlsConnection link;
    private final ControlConnection connection;
    private final Outbox outbox;
    private final RoomNegotiation negotiation;
    private final ReadingPace pace;
    private final TokenBucket names = new TokenBucket(FrameRateLimit.NAMES_PER_SECOND, FrameRateLimit.NAMES_BURST);

    ControlReader(NodeContext context, TlsConnection link, ControlConnection connection, Outbox outbox,
            RoomNegotiation negotiation) {
        this.context = context;
        this.link = link;
        this.connection = connection;
        this.outbox = outbox;
        this.negotiation = negotiation;
        pace = new ReadingPace(context.frameRate, link.peer(), context.uptime());
    }

    /// Reads until the peer says farewell, hangs up, or has no session any more; gives which of them it was.
    ConnectionEnd read() throws IOException, MalformedFrameException {
        for (;;) {
            Frame frame = link.next();
            if (frame == null) return ConnectionEnd.lost(EndReason.LOST);
            PeerSession carried = connection.session();
            FrameRouting routing = FrameRouting.of(
                    carried == null ? FrameRouting.State.GREETED : FrameRouting.State.PROVEN, frame.type());
            Standing standing = carried == null ? Standing.STRANGER : carried.standing();
            Duration wait = routing.isApplication()
                    ? pace.claim(frame.type(), frame.body().length, standing, context.uptime())
                    : pace.countOwn(frame.type(), frame.body().length, standing, context.uptime());
            if (!wait.isZero()) LockSupport.parkNanos(wait.toNanos());
            ConnectionEnd end = handle(routing, frame);
            if (end != null) return end;
        }
    }

    /// How the connection ends with this frame; null where more is to come.
    private @Nullable ConnectionEnd handle(FrameRouting routing, Frame frame) throws MalformedFrameException {
        switch (routing) {
            case NEGOTIATION -> {
                if (!connection.isEnding()) negotiation.received(frame);
            }
            case HELLO -> renamed(Hello.of(frame, link.peer()));
            case SESSION -> {
                return handleOwn(frame);
            }
            case CHAT, FILES, SHELF, VERSION, MEMBERS, CALL_BACK -> {
                PeerSession carried = connection.session();
                if (carried == null) {
                    throw new MalformedFrameException(
                            "a frame of type " + FrameType.written(frame.type()) + " before any room");
                }
                if (routing.isApplication()) carried.used();
                if (!carried.awaitTurn(connection)) return ConnectionEnd.lost(EndReason.LOST);
                carried.calls().deliver(connection, routing, frame);
                Thread.yield(); // a virtual thread with more to read would keep its carrier from all other peers
            }
            case SKIP -> {
            }
            case BULK, REFUSE -> throw new MalformedFrameException(
                    "a frame of type " + FrameType.written(frame.type()) + " has no business here");
        }
        return null;
    }

    private @Nullable ConnectionEnd handleOwn(Frame frame) throws MalformedFrameException {
        switch (frame.type()) {
            case FrameType.PING -> outbox.offer(SessionFrames.PONG);
            case FrameType.PONG -> {
            }
            case FrameType.CLOSING -> {
                return ConnectionEnd.farewell(SessionFrames.closingReason(frame));
            }
            default -> {
                PeerSession carried = connection.session();
                if (carried != null) carried.bulk().received(connection, frame);
            }
        }
        return null;
    }

    private void renamed(Hello hello) throws MalformedFrameException {
        if (hello.run() != connection.run()) throw new MalformedFrameException("a second hello of another run");
        if (!names.take(context.uptime())) throw new MalformedFrameException("too many names");
        connection.renamed(hello);
    }
}
