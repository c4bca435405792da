package io.landline.handshake;

import io.landline.frame.Frame;
import io.landline.frame.MalformedFrameException;
import io.landline.identity.Identity;
import io.landline.peer.RoomListing;
import io.landline.room.Room;
import io.landline.room.RoomId;
import java.io.Closeable;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Finds out which rooms this node and a peer share, on one control connection: everything between the hellos and *joined*, and again
/// whenever the rooms of either side change (docs/protocol/handshake.md).
///
/// Work happens on a virtual thread of its own, one thing at a time; outcomes are told on that thread. The methods may be called from any
/// thread, without holding a lock that an outcome needs. [#received] returns when the frame was dealt with, so a reader that calls it
/// before it reads on never overtakes the outcome of a frame.
public final class RoomNegotiation implements Closeable {
    /// What came of it. Called one at a time, on the negotiation's thread; may call the negotiation's methods except [#received].
    public interface Outcome {
        /// Both sides hold the other's proof of this room, or the room is open and both list it. Ours, not the peer's spelling of it.
        void joined(Room room);

        /// A joined room is on one side's list no more.
        void left(RoomId room);

        /// One attempt failed, told once on each side. The room is ours where we have one of that name, else null.
        void refused(@Nullable RoomListing room, RefusalReason reason);

        /// An exchange waits because there were too many guesses: a warning, not a refusal.
        void slowed(RoomListing room);

        /// All that can be tried was tried; again after each change. Without a joined room there is nothing left to talk about.
        void settled(boolean anyJoined);

        /// The peer broke the protocol, or fell silent where an answer is due: its connection is to be closed.
        void failed(MalformedFrameException why);
    }

    /// What all negotiations of a node share.
    ///
    /// @param uptime monotonic time, for deadlines
    /// @param wallClock for the times that people see beside a pinned peer
    public record Surroundings(Identity own, TrustStore trust, GuessQueue guesses, Supplier<Duration> uptime, Clock wallClock) {}

    /// @param ourRooms as they go into our hello, see [#listed]
    /// @param userAsked whether our user asked for this very connection: its exchanges never wait for other guesses
    /// @throws IllegalArgumentException where the peer's public key is our own
    public RoomNegotiation(Surroundings surroundings, Channel channel, List<Room> ourRooms, boolean userAsked, FrameSink out,
            Outcome outcome) {}

    /// Our rooms with their slots, for the hello that goes out first.
    public List<RoomSlot> listed() {
        throw new UnsupportedOperationException();
    }

    /// Begins: both hellos have been sent and read, and these are the peer's rooms in its own.
    public void begin(List<RoomSlot> theirRooms) {
        throw new UnsupportedOperationException();
    }

    /// Our rooms changed. Sends them to the peer (after [#begin], if that is still to come) and goes on from there.
    public void ourRooms(List<Room> rooms) {
        throw new UnsupportedOperationException();
    }

    /// Takes a frame of the types [#isOurs], and returns when it was dealt with: after some milliseconds, as an exchange's answer leaves
    /// on a fixed grid. A frame that breaks the protocol is told to [Outcome#failed].
    public void received(Frame frame) {
        throw new UnsupportedOperationException();
    }

    /// Whether a frame type belongs to a negotiation.
    public static boolean isOurs(int frameType) {
        throw new UnsupportedOperationException();
    }

    /// Ends it; nothing more is told after the outcome that is being told now. Called twice it does nothing more.
    @Override
    public void close() {}
}
