package io.landline.attack;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.landline.frame.Frame;
import io.landline.frame.FrameReader;
import io.landline.frame.FrameType;
import io.landline.frame.FrameWriter;
import io.landline.frame.MalformedFrameException;
import io.landline.handshake.AuthenticatedChannel;
import io.landline.handshake.BlockedPeers;
import io.landline.handshake.GuessQueue;
import io.landline.handshake.Hello;
import io.landline.handshake.MemoryTrust;
import io.landline.handshake.Role;
import io.landline.handshake.RoomNegotiation;
import io.landline.handshake.SoughtRooms;
import io.landline.handshake.TlsContexts;
import io.landline.identity.Identity;
import io.landline.peer.Fingerprint;
import io.landline.peer.PeerName;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/// A session with the victim that says what the attack says. The handshake is the product's own, so the attacker
/// proves the room's key like any member. Answers pings; everything else that comes is the attack's. Any thread may
/// send.
final class HostileSession implements AutoCloseable {
    /// The number of its run.
    static final long RUN = 1;
    private static final int CONNECT_MILLIS = 20_000;
    private static final Duration JOIN = Duration.ofSeconds(75);
    private static final Frame PONG = new Frame(FrameType.PONG, new byte[0]);

    final Identity identity;
    final byte[] victimKey;
    private final Target target;
    private final TlsContexts contexts;
    private final InetAddress source;
    private final Socket raw;
    private final SSLSocket tls;
    private final FrameReader in;
    private final FrameWriter out;
    private final ReentrantLock writing = new ReentrantLock();
    private final CompletableFuture<Boolean> joined = new CompletableFuture<>();
    private volatile Consumer<Frame> hears;
    private volatile boolean deaf;
    private volatile boolean speaksOfRoomsItself;

    private HostileSession(Target target, Identity identity, InetAddress source, Consumer<Frame> hears)
            throws IOException {
        this.hears = hears;
        this.target = target;
        this.identity = identity;
        this.source = source;
        contexts = new TlsContexts(identity);
        raw = connect();
        try {
            tls = contexts.client(raw, null);
            tls.startHandshake();
            victimKey = TlsContexts.provenKey(tls);
            in = new FrameReader(tls.getInputStream(), () -> Frame.CONTROL_BODY_BYTES_MAX);
            out = new FrameWriter(tls.getOutputStream());
            negotiate(new AuthenticatedChannel(Role.CLIENT, victimKey, raw.getInetAddress(),
                    TlsContexts.binding(tls.getSession())));
        } catch (IOException | MalformedFrameException e) {
            raw.close();
            throw e instanceof IOException io ? io : new IOException(e);
        }
    }

    /// Dials, and is in the target's room when this returns. The caller's address among the target's sources.
    static HostileSession join(Target target, Identity identity, int sourceNumber)
            throws IOException, InterruptedException {
        return join(target, identity, sourceNumber, _ -> {});
    }

    /// The same, and hears what comes from the first frame on; on the reading thread.
    static HostileSession join(Target target, Identity identity, int sourceNumber, Consumer<Frame> hears)
            throws IOException, InterruptedException {
        var session = new HostileSession(target, identity, target.source(sourceNumber), hears);
        try {
            if (session.joined.get(JOIN.toSeconds(), TimeUnit.SECONDS)) {
                Sent.joined();
                return session;
            }
            throw new IOException("not let in");
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("not let in", e);
        } finally {
            if (!session.joined.isDone() || session.joined.isCompletedExceptionally()) session.close();
        }
    }

    private Socket connect() throws IOException {
        var socket = new Socket();
        socket.bind(new InetSocketAddress(source, 0));
        socket.connect(new InetSocketAddress(target.address(), target.port()), CONNECT_MILLIS);
        socket.setTcpNoDelay(true);
        return socket;
    }

    private void negotiate(AuthenticatedChannel channel) throws IOException, MalformedFrameException {
        Frame first = in.next();
        if (first == null) throw new IOException("hung up before the hello");
        Hello theirs = Hello.of(first, Fingerprint.ofPublicKey(victimKey));
        var trust = new MemoryTrust();
        var handshake = new RoomNegotiation.HandshakeContext(identity, trust, BlockedPeers.of(trust),
                new GuessQueue(HostileSession::uptime),
                HostileSession::uptime, Clock.systemUTC());
        var negotiation = new RoomNegotiation(handshake, channel, () -> SoughtRooms.of(List.of(target.room())),
                false, this::write,
                new Joining(joined));
        write(new Hello(Hello.MINOR_VERSION, RUN, new PeerName("mallory"), 0, negotiation.listed(), List.of())
                .toFrame());
        negotiation.begin(theirs.rooms());
        Thread.ofVirtual().start(() -> read(negotiation));
    }

    private static Duration uptime() {
        return Duration.ofNanos(System.nanoTime());
    }

    private void read(RoomNegotiation negotiation) {
        try (negotiation) {
            while (true) {
                while (deaf) Thread.sleep(Duration.ofSeconds(1));
                Frame frame = in.next();
                if (frame == null || frame.type() == FrameType.CLOSING) break;
                if (RoomNegotiation.isOurs(frame.type())) {
                    if (!speaksOfRoomsItself) negotiation.received(frame);
                } else if (frame.type() == FrameType.PING) {
                    write(PONG);
                } else {
                    hears.accept(frame);
                }
            }
        } catch (IOException | MalformedFrameException | InterruptedException e) {
            // the victim ended it: the attack notices when it sends
        } finally {
            joined.complete(false);
            close();
        }
    }

    /// What comes from now on; called on the reading thread.
    void hear(Consumer<Frame> consumer) {
        hears = consumer;
    }

    /// From now on the attack speaks of rooms itself, and what the victim says of them is not heard.
    void negotiateNoMore() {
        speaksOfRoomsItself = true;
    }

    /// Reads nothing from now on.
    void readNoMore() {
        deaf = true;
    }

    boolean isOpen() {
        return !raw.isClosed();
    }

    /// Waits as long as TCP does.
    void send(int type, byte[] body) throws IOException {
        write(new Frame(type, body));
    }

    void send(int type, String json) throws IOException {
        write(new Frame(type, json.getBytes(UTF_8)));
    }

    private void write(Frame frame) throws IOException {
        writing.lock();
        try {
            out.write(frame);
            out.flush();
        } finally {
            writing.unlock();
        }
        Sent.frame(frame.body().length);
        Thread.yield(); // one core: others of the crowd want their turn
    }

    /// Asks the victim's TLS for new keys, which costs it some hashes and an answer, and is no frame.
    void updateKeys() throws IOException {
        writing.lock();
        try {
            tls.startHandshake();
        } finally {
            writing.unlock();
        }
        Sent.frame(0);
        Thread.yield();
    }

    /// A bulk connection of this session, on which the token is said and nothing is ever read.
    FrameWriter openBulk(String token) throws IOException {
        Socket bulk = connect();
        SSLSocket tls = contexts.client(bulk, null);
        tls.startHandshake();
        var writer = new FrameWriter(tls.getOutputStream());
        tls.getInputStream().read(); // the server speaks first: now it is connected
        writer.write(new Frame(FrameType.BULK, ("{\"token\":\"" + token + "\"}").getBytes(UTF_8)));
        writer.flush();
        return writer;
    }

    @Override
    public void close() {
        try {
            raw.close();
        } catch (IOException e) {
            // as good as closed
        }
    }

    static @Nullable HostileSession joinOrNull(Target target, Identity identity, int sourceNumber)
            throws InterruptedException {
        try {
            return join(target, identity, sourceNumber);
        } catch (IOException e) {
            Sent.refused();
            return null;
        }
    }
}
