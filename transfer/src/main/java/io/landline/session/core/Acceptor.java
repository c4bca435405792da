package io.landline.session.core;

import io.landline.cost.ThrottledLog;
import io.landline.frame.Frame;
import io.landline.frame.FrameType;
import io.landline.frame.FrameWriter;
import io.landline.frame.MalformedFrameException;
import io.landline.handshake.Hello;
import io.landline.peer.Endpoint;
import io.landline.peer.WrittenAddress;
import io.landline.session.ListenSettings;
import io.landline.session.accept.UnprovenConnections;
import io.landline.session.wire.Deadlines;
import io.landline.session.wire.Deadlines.SocketDeadline;
import io.landline.session.wire.TlsConnection;
import java.io.Closeable;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/// The listening side: the sockets, which connections may pass, and the handshake up to the first frame of the dialling
/// side. Each connection has a thread of its own from its first byte, and a fresh one after TLS, so one bad ClientHello
/// delays nobody else.
///
/// Holds no lock.
final class Acceptor implements Closeable {
    private static final System.Logger LOG = System.getLogger(Acceptor.class.getName());

    private final NodeContext context;
    private final SessionTable table;
    private final BulkTokens<PeerSession> tokens;
    private final Predicate<InetAddress> typed;
    private final Predicate<InetAddress> wanted;
    private final UnprovenConnections<Socket> unproven = new UnprovenConnections<>();
    private final ThrottledLog refusals;
    private final ListeningSockets listening;

    /// @param typed whether the user typed this address: then it may come from anywhere
    /// @param wanted whether a session is wanted with somebody at this address
    Acceptor(ListenSettings settings, NodeContext context, SessionTable table, BulkTokens<PeerSession> tokens,
            Predicate<InetAddress> typed, Predicate<InetAddress> wanted) {
        this.context = context;
        this.table = table;
        this.tokens = tokens;
        this.typed = typed;
        this.wanted = wanted;
        refusals = new ThrottledLog(LOG, context::uptime);
        listening = new ListeningSockets(settings, context, refusals, this::arrived);
    }

    /// As [ListeningSockets#listen].
    int listen() throws IOException {
        return listening.listen();
    }

    /// Begins to accept.
    void start() {
        listening.start();
    }

    /// As [ListeningSockets#addressesChanged].
    void addressesChanged() {
        listening.addressesChanged();
    }

    // One connection

    private void arrived(Socket raw) {
        Duration began = context.uptime();
        InetAddress from = raw.getInetAddress();
        LocalAddresses localAddresses = context.localAddresses();
        if (!localAddresses.allows(from) && !typed.test(from)) {
            refusals.note("a connection from " + WrittenAddress.of(from) + ", which is not on this network");
            Deadlines.closeQuietly(raw);
            return;
        }
        if (!localAddresses.isOurs(from) && context.isClosedAt(raw.getLocalAddress())) {
            refusals.note("a connection from " + WrittenAddress.of(from) + " in a network that is listened to only");
            Deadlines.closeQuietly(raw);
            return;
        }
        UnprovenConnections.Decision<Socket> decision = unproven.admit(raw, from, whence(from, localAddresses), began);
        decision.evicted().forEach(Deadlines::closeQuietly);
        if (!decision.taken()) {
            refusals.note("too many connections from " + WrittenAddress.of(from));
            Deadlines.closeQuietly(raw);
            return;
        }
        Thread.ofVirtual().name("landline-from-" + from.getHostAddress()).start(() -> handle(raw, began));
    }

    private UnprovenConnections.From whence(InetAddress from, LocalAddresses localAddresses) {
        if (localAddresses.isOurs(from)) return UnprovenConnections.From.HERE;
        if (context.knownAddresses.isMembers(from)) return UnprovenConnections.From.MEMBERS;
        return wanted.test(from) ? UnprovenConnections.From.WANTED : UnprovenConnections.From.ELSEWHERE;
    }

    /// A socket on which we and a peer connected at once: from here on as if it had been accepted. The calling thread
    /// becomes the reading one.
    void connectedAtOnce(Socket raw) {
        SocketDeadline deadline = context.deadlines.closeAfter(context.timing.handshake(), raw);
        TlsConnection link = shakeHands(raw, context.uptime(), deadline);
        if (link == null) return;
        link.meeting();
        live(link, deadline);
    }

    /// The peer has proven itself, or is gone: it takes no stranger's place any more.
    void release(Socket raw) {
        unproven.release(raw);
    }

    private void handle(Socket raw, Duration began) {
        SocketDeadline deadline = context.deadlines.closeAfter(context.timing.handshake(), raw);
        TlsConnection link = shakeHands(raw, began, deadline);
        if (link == null) return;
        // on a thread of its own: the stack of a handshake is deep, and would stay as long as the session
        Thread.ofVirtual()
                .name("landline-from-" + raw.getInetAddress().getHostAddress())
                .start(() -> live(link, deadline));
    }

    /// The handshake of TLS; null where it came to nothing, and all is over then.
    private @Nullable TlsConnection shakeHands(Socket raw, Duration began, SocketDeadline deadline) {
        var made = new AtomicReference<@Nullable TlsConnection>();
        try {
            tried(raw, () -> made.set(TlsConnection.accepted(raw, began, context.tls)));
        } finally {
            if (made.get() == null) over(raw, deadline, false);
        }
        return made.get();
    }

    /// From the handshake to the end. The calling thread becomes the reading one.
    private void live(TlsConnection link, SocketDeadline deadline) {
        boolean ended = false;
        try {
            ended = tried(link.raw(), () -> {
                if (context.tls.isOurs(link.peerKey())) {
                    ourselves(link);
                } else {
                    greet(link, deadline);
                }
            });
        } finally {
            over(link.raw(), deadline, ended);
        }
    }

    private void over(Socket raw, SocketDeadline deadline, boolean ended) {
        deadline.cancel();
        unproven.release(raw);
        // otherwise its new owner has closed it, or is saying farewell
        if (!ended) Deadlines.closeQuietly(raw);
    }

    @FunctionalInterface
    private interface Try {
        void run() throws IOException, MalformedFrameException, InterruptedException;
    }

    /// Whether it came to its end; why not stands in the log.
    private boolean tried(Socket raw, Try what) {
        try {
            what.run();
            return true;
        } catch (MalformedFrameException e) {
            refusals.note("a handshake from " + WrittenAddress.of(raw.getInetAddress()) + ": " + e.getMessage());
        } catch (TlsConnection.NotTlsException | SSLException e) {
            refusals.note("a connection from " + WrittenAddress.of(raw.getInetAddress()) + " that is not Landline: "
                    + e.getMessage());
        } catch (IOException e) {
            LOG.log(Level.DEBUG,
                    () -> "a connection from " + WrittenAddress.of(raw.getInetAddress()) + " came to nothing: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    /// The server speaks first (a TLS 1.3 client does not learn before it reads that its certificate was refused). The
    /// answer says what the connection is for.
    private void greet(TlsConnection link, SocketDeadline deadline)
            throws IOException, MalformedFrameException, InterruptedException {
        var control = new ControlConnection(context, link, table, false);
        boolean run = false;
        try {
            control.sayHello();
            Frame first = link.readFirst();
            deadline.cancel();
            switch (first.type()) {
                case FrameType.HELLO -> {
                    Hello hello = Hello.of(first, link.peer());
                    run = true;
                    control.run(hello);
                }
                case FrameType.BULK -> {
                    control.discard();
                    bulk(link, SessionFrames.token(first));
                }
                default -> throw new MalformedFrameException(
                        "the first frame is of type " + FrameType.written(first.type()));
            }
        } finally {
            if (!run) control.abandon();
        }
    }

    private void bulk(TlsConnection link, byte[] token)
            throws IOException, MalformedFrameException, InterruptedException {
        @Nullable
        PeerSession session = tokens.redeem(token, context.uptime());
        if (session == null || !session.peer().equals(link.peer())) {
            throw new MalformedFrameException("a bulk token that we did not give");
        }
        unproven.release(link.raw());
        session.bulk().accepted(link);
    }

    /// Somebody dialled with our own key: we ourselves by another way, or a copy of our profile.
    private void ourselves(TlsConnection link) throws IOException, MalformedFrameException {
        try (link) {
            var writer = new FrameWriter(link.output());
            writer.write(context.hello(List.of()).toFrame());
            writer.flush();
            Frame first = link.frames().next();
            if (first == null || first.type() != FrameType.HELLO) return;
            Hello hello = Hello.of(first, link.peer());
            if (hello.run() == context.run) return;
            int port = hello.tcpPort() == 0 ? link.raw().getPort() : hello.tcpPort();
            context.identityExistsTwice(hello.run(), new Endpoint(link.remote(), port));
        }
    }

    @Override
    public void close() {
        listening.close();
    }
}
