package io.landline.session.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.landline.frame.Frame;
import io.landline.frame.FrameType;
import io.landline.frame.FrameWriter;
import io.landline.frame.MalformedFrameException;
import io.landline.handshake.Hello;
import io.landline.handshake.RoomSlot;
import io.landline.handshake.TlsContexts;
import io.landline.identity.Identity;
import io.landline.peer.PeerName;
import io.landline.session.wire.TlsConnection;
import io.landline.testing.Patience;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Dials a node and then does what the test says, frame by frame. Speaks the real wire format; does nothing by itself.
final class ScriptedPeer implements Closeable {
    final Identity identity;
    final TlsConnection link;
    private final FrameWriter out;

    private ScriptedPeer(Identity identity, TlsConnection link) throws IOException {
        this.identity = identity;
        this.link = link;
        out = new FrameWriter(link.output());
    }

    /// TLS is done, nothing said yet; the node's hello waits to be read.
    static ScriptedPeer dial(TestNode node, Identity identity) throws IOException {
        var raw = new Socket(InetAddress.getLoopbackAddress(), node.port);
        raw.setSoTimeout(Patience.MILLIS);
        return new ScriptedPeer(identity,
                TlsConnection.dialled(raw, null, TestNode.UPTIME.get(), new TlsContexts(identity)));
    }

    /// The node dials this listener; TLS is done, nothing said yet. The node waits for the hello of whom it dialled.
    static ScriptedPeer accept(ServerSocket listener, Identity identity) throws IOException {
        Socket raw = listener.accept();
        raw.setSoTimeout(Patience.MILLIS);
        return new ScriptedPeer(identity,
                TlsConnection.accepted(raw, TestNode.UPTIME.get(), new TlsContexts(identity)));
    }

    /// Greeted, and in the open room.
    static ScriptedPeer joined(TestNode node, Identity identity, long run) throws Exception {
        ScriptedPeer peer = dial(node, identity);
        assertEquals(FrameType.HELLO, peer.receive().type());
        peer.hello(run);
        peer.sayNothingIsProven();
        return peer;
    }

    /// What belongs after the hello of somebody who never met the node.
    void sayNothingIsProven() throws IOException {
        send(new Frame(FrameType.PROVEN, "{\"rooms\":[]}".getBytes(StandardCharsets.UTF_8)));
    }

    void hello(long run) throws IOException {
        var slot = new RoomSlot(1, TestNode.OPEN.listing());
        send(new Hello(Hello.MINOR_VERSION, run, new PeerName("scripted"), 0, List.of(slot), List.of()).toFrame());
    }

    void send(Frame frame) throws IOException {
        out.write(frame);
        out.flush();
    }

    /// The next frame, whatever it is; null at the end of the connection.
    Frame next() throws MalformedFrameException {
        try {
            return link.frames().next();
        } catch (SocketTimeoutException e) {
            throw new AssertionError("the node neither spoke nor hung up", e);
        } catch (IOException e) {
            return null; // reset, or closed on the way: ended as well
        }
    }

    Frame receive() throws MalformedFrameException {
        Frame frame = next();
        assertNotNull(frame, "the node hung up");
        return frame;
    }

    /// Reads on to the next frame of this type.
    Frame await(int type) throws MalformedFrameException {
        Frame frame = receive();
        while (frame.type() != type) frame = receive();
        return frame;
    }

    /// Reads until the node hangs up.
    void awaitEnd() throws MalformedFrameException {
        while (next() != null) {}
    }

    @Override
    public void close() {
        link.close();
    }
}
