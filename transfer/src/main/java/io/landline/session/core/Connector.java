package io.landline.session.core;

import io.landline.frame.Frame;
import io.landline.frame.FrameType;
import io.landline.frame.FrameWriter;
import io.landline.frame.MalformedFrameException;
import io.landline.handshake.Hello;
import io.landline.peer.Endpoint;
import io.landline.peer.Fingerprint;
import io.landline.peer.WrittenAddress;
import io.landline.session.CallBackResult;
import io.landline.session.NoWayException;
import io.landline.session.OtherPeerException;
import io.landline.session.dial.SimultaneousOpen;
import io.landline.session.wire.Deadlines;
import io.landline.session.wire.Deadlines.SocketDeadline;
import io.landline.session.wire.TlsConnection;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.BindException;
import java.net.ConnectException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Dials one endpoint, up to the other side's hello. A deadline over the raw socket bounds all of it. Blocks the
/// calling thread; any thread.
final class Connector {
    private static final System.Logger LOG = System.getLogger(Connector.class.getName());
    private static final int ANY_PORT = 0;

    private final NodeContext context;

    Connector(NodeContext context) { this.context = context; }

    /// The other side answered, has proven a key and said hello; we have not.
    record Reached(TlsConnection link, Hello hello) {}

    /// Dials for a control connection.
    ///
    /// @param expected the key it must have, as a fingerprint; null if any peer will do
    /// @param opened told of the socket before anything blocks: closing it ends the attempt
    Reached reach(Endpoint endpoint, @Nullable Fingerprint expected, Consumer<Socket> opened)
            throws IOException, MalformedFrameException {
        return reach(socket(endpoint, ANY_PORT), endpoint, expected, opened);
    }

    /// Dials for a control connection where the peer dials us at the same time.
    Reached reach(SimultaneousOpen simultaneous, Fingerprint expected) throws IOException, MalformedFrameException {
        Reached reached = reach(socket(simultaneous.theirs(), simultaneous.ownPort()), simultaneous.theirs(), expected,
                _ -> {});
        reached.link().meeting();
        return reached;
    }

    /// The other side of that: the socket as if it had been accepted.
    Socket meet(SimultaneousOpen simultaneous) throws IOException {
        Socket raw = socket(simultaneous.theirs(), simultaneous.ownPort());
        boolean done = false;
        try {
            raw.connect(simultaneous.theirs().socketAddress(), (int) context.timing.handshake().toMillis());
            done = true;
            return raw;
        } finally {
            if (!done) Deadlines.closeQuietly(raw);
        }
    }

    private Reached reach(Socket raw, Endpoint endpoint, @Nullable Fingerprint expected, Consumer<Socket> opened)
            throws IOException, MalformedFrameException {
        Duration began = context.uptime();
        SocketDeadline deadline = context.deadlines.closeAfter(context.timing.handshake(), raw);
        boolean done = false;
        try {
            opened.accept(raw);
            connect(raw, endpoint);
            TlsConnection link = TlsConnection.dialled(raw, expected, began, context.tls);
            context.knownAddresses.answered(endpoint.address());
            boolean ourKey = context.tls.isOurs(link.peerKey());
            if (expected != null && !expected.equals(link.peer()) && !ourKey) {
                throw new OtherPeerException("another peer answers at " + endpoint);
            }
            Frame first = link.readFirst();
            if (first.type() != FrameType.HELLO) throw new MalformedFrameException("the first frame is no hello");
            Hello hello = Hello.of(first, link.peer());
            if (ourKey) throw ourselves(endpoint, link, hello);
            done = true;
            return new Reached(link, hello);
        } catch (IOException e) {
            if (!deadline.isOver()) throw e;
            var tooLate = new SocketTimeoutException(
                    "no handshake within " + context.timing.handshake().toMillis() + " ms");
            tooLate.initCause(e);
            throw tooLate;
        } finally {
            deadline.cancel();
            if (!done) Deadlines.closeQuietly(raw);
        }
    }

    /// The types that say why: of a socket that was connected, a plain [SocketException] says something else.
    private static void connect(Socket raw, Endpoint endpoint) throws IOException {
        try {
            raw.connect(endpoint.socketAddress());
        } catch (BindException e) { // so Java calls what a firewall or a router forbids by ICMPv6
            throw new NoRouteToHostException(e.getMessage());
        } catch (ConnectException | NoRouteToHostException e) {
            throw e;
        } catch (SocketException e) {
            throw new NoWayException(e.getMessage());
        }
    }

    private OtherPeerException ourselves(Endpoint endpoint, TlsConnection link, Hello hello) throws IOException {
        if (hello.run() == context.run) {
            context.ownEndpoints.add(endpoint);
            context.events.ourselves(endpoint);
            return new OtherPeerException("it is ourselves that answer at " + endpoint);
        }
        write(link, context.hello(List.of()).toFrame()); // so the other one learns it too
        context.identityExistsTwice(hello.run(), endpoint);
        return new OtherPeerException("our own identity answers at " + endpoint);
    }

    /// Dials for a bulk connection, and brings the token.
    ///
    /// @param simultaneous whether the peer dials us at the same time, as it did for the control connection
    TlsConnection bulk(Endpoint endpoint, boolean meeting, Fingerprint expected, byte[] token) throws IOException {
        Reached reached;
        try {
            reached = meeting
                    ? reach(SimultaneousOpen.ofToken(context.fingerprint(), expected, endpoint.address(), token),
                            expected)
                    : reach(endpoint, expected, _ -> {});
        } catch (MalformedFrameException e) {
            throw new IOException("the hello of a bulk connection", e);
        }
        boolean done = false;
        try {
            write(reached.link(), SessionFrames.bulk(token));
            done = true;
            return reached.link();
        } finally {
            if (!done) reached.link().close();
        }
    }

    private static void write(TlsConnection link, Frame frame) throws IOException {
        var writer = new FrameWriter(link.output());
        writer.write(frame);
        writer.flush();
    }

    /// Whether somebody takes a connection at this endpoint; says nothing there, and hangs up.
    CallBackResult probe(Endpoint endpoint, Duration within) {
        try (Socket raw = socket(endpoint, ANY_PORT)) {
            raw.connect(endpoint.socketAddress(), (int) within.toMillis());
            return CallBackResult.CONNECTED;
        } catch (ConnectException e) {
            return CallBackResult.REFUSED;
        } catch (IOException e) {
            return CallBackResult.SILENT; // no answer in time, no route, or no interface that may be used
        }
    }

    /// One datagram from a fresh port; lost where it cannot be sent, as datagrams are.
    void datagram(byte[] datagram, InetSocketAddress to) {
        LocalAddresses localAddresses = context.localAddresses();
        InetAddress from = localAddresses.restricted()
                ? localAddresses.localFor(to.getAddress())
                : new InetSocketAddress(ANY_PORT).getAddress();
        if (from == null) return;
        try (var socket = new DatagramSocket(new InetSocketAddress(from, ANY_PORT))) {
            socket.send(new DatagramPacket(datagram, datagram.length, to));
        } catch (IOException e) {
            LOG.log(Level.DEBUG, () -> "calling back " + to + " by UDP: " + e);
        }
    }

    /// Never through a proxy: peers are neighbours (H26).
    private Socket socket(Endpoint endpoint, int fromPort) throws IOException {
        var raw = new Socket(Proxy.NO_PROXY);
        LocalAddresses localAddresses = context.localAddresses();
        if (!localAddresses.restricted() && fromPort == ANY_PORT) return raw;
        InetAddress from = localAddresses.restricted()
                ? localAddresses.localFor(endpoint.address())
                : new InetSocketAddress(0).getAddress();
        if (from == null) {
            raw.close();
            throw new NoWayException("no interface that may be used leads to " + endpoint);
        }
        try {
            raw.setReuseAddress(true); // the port's last connection may linger
            raw.bind(new InetSocketAddress(from, fromPort));
            return raw;
        } catch (BindException e) { // of the system alone: nobody else has answered anything
            raw.close();
            throw new NoWayException("our address " + WrittenAddress.of(from) + " is not ready: " + e.getMessage());
        } catch (IOException e) {
            raw.close();
            throw e;
        }
    }
}
