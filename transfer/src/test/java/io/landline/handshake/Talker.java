package io.landline.handshake;

import io.landline.frame.Frame;
import io.landline.frame.MalformedFrameException;
import io.landline.handshake.RoomNegotiation.HandshakeContext;
import io.landline.handshake.RoomNegotiation.Outcome;
import io.landline.handshake.RoomNegotiation.Settled;
import io.landline.identity.Identity;
import io.landline.peer.RoomListing;
import io.landline.room.Room;
import io.landline.room.RoomId;
import io.landline.testing.Patience;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/// A real negotiation over a TLS socket, as a session would drive it, with a recorder for its outcomes.
final class Talker implements Outcome, Closeable {
    final MemoryTrust trust = new MemoryTrust();
    private final BlockingQueue<String> told = new LinkedBlockingQueue<>();
    private final SSLSocket socket;
    private final DataOutputStream out;
    private final RoomNegotiation negotiation;
    private volatile boolean fullAfterRooms;
    private volatile boolean full;
    private volatile SoughtRooms sought;

    Talker(Identity identity, Role role, SSLSocket socket, List<Room> rooms) throws IOException {
        this.socket = socket;
        sought = SoughtRooms.of(rooms);
        out = new DataOutputStream(socket.getOutputStream());
        var channel = new AuthenticatedChannel(role, TlsContexts.provenKey(socket), InetAddress.getLoopbackAddress(),
                TlsContexts.binding(socket.getSession()));
        var context = new HandshakeContext(identity, trust, BlockedPeers.of(trust), new GuessQueue(Talker::uptime),
                Talker::uptime, Clock.systemUTC());
        negotiation = new RoomNegotiation(context, channel, () -> sought, false, this::send, this);
    }

    static Duration uptime() {
        return Duration.ofNanos(System.nanoTime());
    }

    /// Exchanges room lists as the hellos would, then reads until the connection ends.
    void start() {
        Thread.ofVirtual().name("talker").start(() -> {
            try (negotiation) {
                send(HandshakeJson.rooms(negotiation.listed()));
                full = fullAfterRooms;
                var in = new DataInputStream(socket.getInputStream());
                negotiation.begin(HandshakeJson.readRooms(read(in)));
                while (true) negotiation.received(read(in));
            } catch (IOException e) {
                told.add("end");
            } catch (MalformedFrameException e) {
                throw new AssertionError(e);
            }
        });
    }

    synchronized void send(Frame frame) throws IOException {
        if (full) throw new IOException("the connection takes no more frames");
        write(out, frame);
    }

    /// As when the peer reads nothing, and the queue before it is full: after the list of rooms no frame passes.
    void takesNothingMore() {
        fullAfterRooms = true;
    }

    static void write(DataOutputStream out, Frame frame) throws IOException {
        out.writeInt(frame.body().length << 8 | frame.type());
        out.write(frame.body());
        out.flush();
    }

    static Frame read(DataInputStream in) throws IOException {
        int head = in.readInt();
        byte[] body = in.readNBytes(head >>> 8);
        if (body.length < head >>> 8) throw new EOFException();
        return new Frame(head & 0xff, body);
    }

    void ourRooms(List<Room> rooms) {
        sought = SoughtRooms.of(rooms);
        negotiation.soughtChanged();
    }

    /// The next thing that was told.
    String next() throws InterruptedException {
        String next = told.poll(Patience.SECONDS, TimeUnit.SECONDS);
        return next == null ? "nothing" : next;
    }

    @Override
    public void joined(Room room) {
        told.add("joined " + room);
    }

    @Override
    public void left(RoomId room) {
        told.add("left");
    }

    @Override
    public void refused(@Nullable RoomListing room, RefusalReason reason) {
        told.add("refused " + reason.word());
    }

    @Override
    public void slowed(RoomListing room) {
        told.add("slowed");
    }

    @Override
    public void settled(Settled how) {
        told.add("settled " + (how == Settled.JOINED));
    }

    @Override
    public void startOver() {
        told.add("start-over");
    }

    @Override
    public void lost(IOException why) {
        told.add("lost");
    }

    @Override
    public void ourFault() {
        told.add("our-fault");
    }

    @Override
    public void failed(MalformedFrameException why) {
        told.add("failed");
    }

    @Override
    public void close() throws IOException {
        negotiation.close();
        socket.close();
    }
}
