package io.landline.session;

import io.landline.frame.Frame;
import io.landline.frame.MalformedFrameException;
import io.landline.room.RoomId;
import java.nio.ByteBuffer;

/// What builds on sessions: conversations, files, the list of people. For one session the calls come one at a time and
/// in this order: opened, then any of the others, then closed; bulk frames come on their own connection's thread. An
/// implementation must not block for long: while it does, that peer is not read (other peers are).
public interface SessionListener {
    /// The peer has proven its first room.
    default void opened(Session session) {}

    /// The peer has proven this room, or named it with a proof that we hold; comes again at each session, after
    /// `opened`.
    default void joined(Session session, RoomId room) {}

    /// One side does not list the room any more: nothing of it may go to that peer from now on.
    default void left(Session session, RoomId room) {}

    /// Another connection carries the session from now on: frames that were under way on the one before may be lost.
    default void carriedAnew(Session session) {}

    /// A frame is on its way to this listener. One that works on a queue of its own posts the frame there, and says
    /// when it is done; it must not wait. The others get [#received(Session, Frame)].
    default void take(ReceivedFrame received) {
        try {
            received(received.session(), received.frame());
        } catch (MalformedFrameException e) {
            received.broken(e);
        } finally {
            received.done();
        }
    }

    /// A frame of the listener's own range of types (see [io.landline.frame.FrameType]) on the control connection.
    /// Throwing ends the session: the peer broke the protocol.
    default void received(Session session, Frame frame) throws MalformedFrameException {}

    /// A bulk connection is there, whichever side asked for it.
    default void bulkOpened(BulkConnection bulk) {}

    /// A frame on a bulk connection. The body is the reader's buffer: valid until this returns. Throwing ends that
    /// connection.
    default void received(BulkConnection bulk, int type, ByteBuffer body) throws MalformedFrameException {}

    default void bulkClosed(BulkConnection bulk) {}

    /// The session has ended; nothing more comes of it.
    default void closed(Session session, EndReason reason) {}
}
