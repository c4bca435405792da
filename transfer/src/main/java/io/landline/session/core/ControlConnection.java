package io.landline.session.core;

import io.landline.frame.Frame;
import io.landline.frame.FrameWriter;
import io.landline.frame.MalformedFrameException;
import io.landline.handshake.Hello;
import io.landline.handshake.Role;
import io.landline.handshake.RoomNegotiation;
import io.landline.handshake.SoughtRooms;
import io.landline.peer.Endpoint;
import io.landline.peer.Fingerprint;
import io.landline.room.RoomId;
import io.landline.session.EndReason;
import io.landline.session.wire.Outbox;
import io.landline.session.wire.TlsConnection;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// One control connection to a peer with a proven key: from the hellos to its end.
///
/// Threads: one reads and handles what it read ([ControlReader]); one writes from the [Outbox] and one negotiates, each
/// while it has something to do; the deadlines' thread looks after it. No lock: what they share is volatile or locks
/// for itself, and which connection a session uses is the [SessionTable]'s to say. Nothing here waits for another peer.
final class ControlConnection {
    private static final System.Logger LOG = System.getLogger(ControlConnection.class.getName());

    private final NodeContext context;
    private final TlsConnection link;
    private final SessionTable table;
    private final Outbox outbox = new Outbox();
    private final Liveness liveness;
    private final ControlWriter writer;
    private final RoomNegotiation negotiation;
    private final Set<RoomId> joined = ConcurrentHashMap.newKeySet();
    private final boolean userAsked;
    private final AtomicReference<@Nullable ConnectionEnd> ending = new AtomicReference<>();
    private final AtomicInteger halvesDone = new AtomicInteger();
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile @Nullable Hello theirs;
    private volatile @Nullable PeerSession session;
    private volatile boolean settled;

    /// @param userAsked whether our user asked for this very connection
    ControlConnection(NodeContext context, TlsConnection link, SessionTable table, boolean userAsked) {
        this.context = context;
        this.link = link;
        this.table = table;
        this.userAsked = userAsked;
        liveness = new Liveness(context.uptime(), context.timing.alive().pingAfter(),
                context.timing.alive().goneAfter());
        writer = new ControlWriter(context, link, outbox, liveness);
        negotiation = new RoomNegotiation(context.handshake, link.channel(), context::sought, userAsked,
                this::sendForNegotiation, new NegotiationOutcome(this, context, table));
    }

    /// Writes our hello, straight to the socket: nobody else writes yet.
    void sayHello() throws IOException {
        var writer = new FrameWriter(link.output());
        writer.write(context.hello(negotiation.listed()).toFrame());
        writer.flush();
    }

    /// There is no negotiation after all: the connection is for something else.
    void discard() {
        negotiation.close();
    }

    /// Gives up what never got to its hellos.
    void abandon() {
        negotiation.close();
        link.close();
    }

    // The reading thread

    /// Lives until the connection has ended: registers, negotiates, reads. The calling thread becomes the reading one.
    void run(Hello hello) {
        theirs = hello;
        link.onHeard(this::heard);
        heard();
        if (!table.greeted(this)) {
            abandon();
            table.turnedAway(this);
            return;
        }
        context.events.peerAuthenticated(peer(), hello.name(), hello.run(), endpoint(), hello.listings());
        outbox.takenBy("landline-write-" + peer().brief(), this::write);
        try {
            soughtChanged();
            if (!isEnding()) negotiation.begin(hello.rooms());
            end(new ControlReader(context, link, this, outbox, negotiation).read());
        } catch (MalformedFrameException e) {
            breach(e);
        } catch (IOException e) {
            LOG.log(Level.DEBUG, () -> "reading from " + peer() + ": " + e);
            end(ConnectionEnd.lost(EndReason.LOST));
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "A fault of ours ends the connection to " + peer(), e);
            end(ConnectionEnd.ours(EndReason.INTERNAL_ERROR));
        } finally {
            finish();
        }
    }

    /// The peer says its name anew.
    void renamed(Hello hello) {
        theirs = hello;
        context.events.renamed(peer(), hello.name());
    }

    /// After the last frame: the farewell is answered, then the socket goes.
    private void finish() {
        end(ConnectionEnd.lost(EndReason.LOST));
        negotiation.close();
        ConnectionEnd how = Objects.requireNonNull(ending.get());
        if (how.kind() == ConnectionEnd.Kind.LOST) {
            outbox.end();
            link.close();
        } else {
            outbox.finish(SessionFrames.closing(how.reason()));
        }
        table.ended(this, how);
        halfDone();
    }

    /// Reading and writing end apart; the socket is closed when both have, or when a farewell takes too long.
    private void halfDone() {
        if (halvesDone.incrementAndGet() == 2) {
            link.close();
            ended.countDown();
        } else {
            context.deadlines.closeAfter(context.timing.end().farewell(), link.raw());
        }
    }

    // The writing thread

    private void write() {
        boolean over = true;
        try {
            over = writer.write();
        } catch (IOException e) {
            LOG.log(Level.DEBUG, () -> "writing to " + peer() + ": " + e);
            lose(EndReason.LOST);
        } finally {
            if (over) halfDone();
        }
    }

    // Any thread

    /// Ends it without a word: the socket is closed, and the reading thread does the rest.
    void lose(EndReason reason) {
        end(ConnectionEnd.lost(reason));
        outbox.end();
        link.close();
    }

    /// Ends it with a farewell, after the session's own frames that wait. Reads on until the peer's, within limits.
    void farewell(ConnectionEnd how) {
        end(how);
        negotiation.close();
        outbox.finish(SessionFrames.closing(how.reason()));
        context.deadlines.closeAfter(context.timing.end().farewell().multipliedBy(2), link.raw());
    }

    /// Another connection of the same session carries the frames, and nothing came here any more.
    void supersede() {
        end(ConnectionEnd.replaced());
        outbox.end();
        link.close();
    }

    /// The peer broke the protocol: one line in the log, and the end of this connection.
    void breach(Exception why) {
        if (!isEnding()) context.closings.note("closing the connection to " + peer() + ": " + why.getMessage());
        farewell(new ConnectionEnd(ConnectionEnd.Kind.BREACH, EndReason.PROTOCOL));
    }

    /// Only the first ending counts.
    private void end(ConnectionEnd how) {
        ending.compareAndSet(null, how);
    }

    /// When a [#runDue] has something to do next, if nothing is heard; null where it is ending.
    @Nullable
    Duration dueAt() {
        return isEnding() ? null : writer.stuckAtOr(liveness.dueAt());
    }

    /// A look at what is due, on the deadlines' thread.
    void runDue(Duration uptime) {
        if (writer.isStuck(uptime)) {
            lose(EndReason.SILENT);
            return;
        }
        switch (liveness.due(uptime)) {
            case GONE -> lose(EndReason.SILENT);
            case UNANSWERED -> lose(EndReason.LOST); // the peer is asked by presence
            case PING -> outbox.offer(SessionFrames.PING);
            case NOTHING -> {
            }
        }
    }

    /// Asks the peer for a sign of life within half a second.
    void probe() {
        liveness.probe(context.uptime(), context.timing.alive().probe());
        outbox.offer(SessionFrames.PING);
    }

    void heard() {
        liveness.heard(context.uptime());
    }

    /// Waits until nothing more is read or written, for this time at most.
    void awaitEnd(Duration patience) throws InterruptedException {
        boolean inTime = ended.await(patience.toNanos(), TimeUnit.NANOSECONDS);
        if (!inTime) LOG.log(Level.DEBUG, () -> "no farewell from " + peer());
    }

    void presenceHeard() {
        liveness.presenceHeard(context.uptime());
    }

    void soughtChanged() {
        negotiation.soughtChanged();
    }

    /// What was looked for on this connection. On the negotiation's thread only.
    SoughtRooms tried() {
        return negotiation.tried();
    }

    void nameChanged() {
        outbox.offer(context.hello(negotiation.listed()).toFrame());
    }

    private void sendForNegotiation(Frame frame) throws IOException {
        if (!outbox.offer(frame)) throw new IOException("the connection takes no more frames");
    }

    Fingerprint peer() {
        return link.peer();
    }

    Hello theirs() {
        return Objects.requireNonNull(theirs, "no hello yet");
    }

    long run() {
        return theirs().run();
    }

    TlsConnection link() {
        return link;
    }

    Outbox outbox() {
        return outbox;
    }

    Set<RoomId> joined() {
        return joined;
    }

    /// All that can be tried was tried.
    void settled() {
        settled = true;
    }

    boolean isSettled() {
        return settled;
    }

    boolean isUserAsked() {
        return userAsked;
    }

    /// Whether the negotiation goes on and may still prove a key to us: both list a room of one name that has one.
    boolean mayProveAKey() {
        return !settled && theirs().listsAKeyOf(context.sought().all());
    }

    boolean isEnding() {
        return ending.get() != null;
    }

    ConnectionPriority priority() {
        boolean weAreSmaller = context.fingerprint().compareTo(peer()) < 0;
        return new ConnectionPriority(run(), link.began(), weAreSmaller == (link.role() == Role.CLIENT));
    }

    /// Where the peer accepts connections: what we dialled, or its address with its hello's port; null for nowhere.
    @Nullable
    Endpoint endpoint() {
        if (link.role() == Role.CLIENT && !link.isMeeting()) return new Endpoint(link.remote(), link.raw().getPort());
        int port = theirs().tcpPort();
        return port == 0 ? null : new Endpoint(link.remote(), port);
    }

    /// Where the control connection leads.
    Endpoint remoteEnd() {
        return new Endpoint(link.remote(), link.raw().getPort());
    }

    /// Set by the table, under its lock, once.
    void carries(PeerSession session) {
        this.session = session;
        link.limit(Frame.CONTROL_BODY_BYTES_MAX);
    }

    @Nullable
    PeerSession session() {
        return session;
    }
}
