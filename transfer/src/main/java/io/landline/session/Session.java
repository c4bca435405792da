package io.landline.session;

import io.landline.frame.Frame;
import io.landline.peer.Endpoint;
import io.landline.peer.Fingerprint;
import io.landline.peer.PeerName;
import io.landline.room.RoomId;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What two nodes hold while connected, proven to one fingerprint and to at least one common room. Any thread.
public interface Session {
    /// Listed by nodes that read the frames TYPING and STATUS; others would end the connection over one.
    String ACTIVITY_CAPABILITY = "activity";

    /// Listed by nodes that help each other with files (docs/protocol/swarm.md).
    String SWARM_CAPABILITY = "swarm";

    Fingerprint peer();

    /// The peer's raw 32-byte Ed25519 public key.
    byte[] peerPublicKey();

    /// The peer's run: a larger one means that it restarted.
    long run();

    /// The name in the peer's newest hello.
    PeerName name();

    /// Where the control connection leads.
    Endpoint endpoint();

    /// Where the peer accepts connections: what we dialled, or the address it dialled from with the port of its hello;
    /// null where it accepts none.
    default @Nullable Endpoint listensAt() {
        return endpoint();
    }

    /// The rooms that both sides list now and have proven to each other. A snapshot; immutable.
    Set<RoomId> joined();

    /// What the peer's newest hello says that it can do beyond this version.
    default Set<String> capabilities() {
        return Set.of();
    }

    boolean isOpen();

    /// Puts a frame in its lane without waiting. False: the session has ended, or the lane is full and the frame was
    /// not taken.
    boolean offer(Lane lane, Frame frame);

    /// Puts a frame in its lane, waiting while that is full. Throws where the session ends first.
    void send(Lane lane, Frame frame) throws IOException, InterruptedException;

    /// One more bulk connection, opened by the side that dialled the control connection; waits at most ten seconds for
    /// it. Throws where the session ends first, the peer does not answer, or [BulkConnection#PER_PEER_MAX] are open.
    BulkConnection openBulk() throws IOException, InterruptedException;

    /// Ends the session and its bulk connections; the reason goes to the log and into the `session-closed` event.
    void close(EndReason reason);
}
