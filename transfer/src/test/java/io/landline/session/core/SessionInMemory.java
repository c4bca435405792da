package io.landline.session.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.landline.frame.Frame;
import io.landline.peer.Endpoint;
import io.landline.peer.Fingerprint;
import io.landline.peer.PeerName;
import io.landline.room.RoomId;
import io.landline.session.BulkConnection;
import io.landline.session.EndReason;
import io.landline.session.Lane;
import io.landline.session.Session;
import io.landline.session.callback.CallBacks;
import io.landline.testing.Patience;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// The other end of a session without a connection, and the frames of the session itself that it got.
public class SessionInMemory implements Session {
    public final Fingerprint peer;
    public final Set<RoomId> rooms = new HashSet<>();
    public final List<Frame> got = new CopyOnWriteArrayList<>();
    private final LinkedBlockingQueue<Frame> arrived = new LinkedBlockingQueue<>();
    @Nullable
    public Endpoint listensAt;

    /// @param number becomes the first byte of the fingerprint
    public SessionInMemory(int number, @Nullable Endpoint listensAt) {
        var bytes = new byte[Fingerprint.BYTES];
        bytes[0] = (byte) number;
        peer = Fingerprint.of(bytes);
        this.listensAt = listensAt;
    }

    /// The next frame that nobody took yet.
    public Frame take() throws InterruptedException {
        Frame next = arrived.poll(Patience.SECONDS, TimeUnit.SECONDS);
        assertNotNull(next, "no frame came");
        return next;
    }

    @Override
    public Fingerprint peer() {
        return peer;
    }

    @Override
    public byte[] peerPublicKey() {
        throw new AssertionError("nobody needs it");
    }

    @Override
    public long run() {
        return 1;
    }

    @Override
    public PeerName name() {
        return new PeerName("peer");
    }

    @Override
    public Endpoint endpoint() {
        assertNotNull(listensAt);
        return listensAt;
    }

    @Override
    public @Nullable Endpoint listensAt() {
        return listensAt;
    }

    @Override
    public Set<RoomId> joined() {
        return rooms;
    }

    @Override
    public Set<String> capabilities() {
        return Set.of(CallBacks.CAPABILITY);
    }

    @Override
    public boolean isOpen() {
        return true;
    }

    @Override
    public boolean offer(Lane lane, Frame frame) {
        assertEquals(Lane.SESSION, lane);
        arrived.add(frame);
        return got.add(frame);
    }

    @Override
    public void send(Lane lane, Frame frame) {
        throw new AssertionError("nothing here waits");
    }

    @Override
    public BulkConnection openBulk() {
        throw new AssertionError("no bulk connections");
    }

    @Override
    public void close(EndReason reason) {}
}
