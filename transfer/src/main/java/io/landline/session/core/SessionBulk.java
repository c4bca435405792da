package io.landline.session.core;

import io.landline.frame.Frame;
import io.landline.frame.FrameType;
import io.landline.frame.MalformedFrameException;
import io.landline.handshake.Role;
import io.landline.session.BulkConnection;
import io.landline.session.BulkThread;
import io.landline.session.dial.SimultaneousOpen;
import io.landline.session.wire.TlsConnection;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/// The bulk connections of one session. The side that dialled the control connection dials these too, no matter which
/// side wants one: the other may sit behind a firewall. The lock of this object is held for a few assignments, never
/// across I/O or a call to a listener.
final class SessionBulk {
    private static final System.Logger LOG = System.getLogger(SessionBulk.class.getName());
    /// How long somebody who wants one waits, token and dialling together (a token is good for as long:
    /// docs/protocol/session.md, "Bulk connections").
    static final Duration WAIT_MAX = BulkTokens.GOOD_FOR;

    /// What the bulk connections of all sessions share.
    ///
    /// @param alive those that the deadlines' thread looks after
    /// @param met takes a socket on which both sides connected at once, as if it had been accepted
    record Wiring(BulkTokens<PeerSession> tokens, Connector connector, Set<BulkLink> alive, Consumer<Socket> met) {}

    private final PeerSession session;
    private final NodeContext context;
    private final Wiring wiring;
    private final List<BulkLink> links = new ArrayList<>();
    private final Map<Integer, CompletableFuture<byte[]>> tokenRequests = new HashMap<>();
    private final ArrayDeque<CompletableFuture<BulkLink>> waiting = new ArrayDeque<>();
    /// Those that have ended without the listener having heard it. They hold no place once they are not in `links`.
    private final Set<BulkLink> untold = new HashSet<>();
    private int dialling;
    private int lastRequest;
    private boolean closed;

    SessionBulk(PeerSession session, NodeContext context, Wiring wiring) {
        this.session = session;
        this.context = context;
        this.wiring = wiring;
    }

    /// As [io.landline.session.Session#openBulk].
    BulkConnection open() throws IOException, InterruptedException {
        ControlConnection carrying = session.current();
        if (carrying == null) {
            throw new IOException(
                    session.goesOn() ? "the session is between two connections" : "the session has ended");
        }
        if (carrying.link().role() != Role.CLIENT) return await(carrying);
        beginToDial();
        return dial(carrying);
    }

    private synchronized void beginToDial() throws IOException {
        checkPlace();
        dialling++;
    }

    /// Each counts once at any moment: as wanted, then as a link.
    private void checkPlace() throws IOException {
        if (closed) throw new IOException("the session has ended");
        if (links.size() + dialling + waiting.size() >= BulkConnection.PER_PEER_MAX) {
            throw new IOException(BulkConnection.PER_PEER_MAX + " bulk connections to this peer are open already");
        }
    }

    /// After [#beginToDial].
    private BulkLink dial(ControlConnection carrying) throws IOException, InterruptedException {
        BulkLink bulk = null;
        boolean taken = false;
        try {
            bulk = BulkLink.over(reach(carrying), context, session);
        } finally {
            synchronized (this) {
                dialling--;
                if (bulk != null) taken = take(bulk);
            }
        }
        if (!taken) throw noPlaceFor(bulk);
        context.listeners.files().bulkOpened(bulk);
        read(bulk);
        return bulk;
    }

    private TlsConnection reach(ControlConnection carrying) throws IOException, InterruptedException {
        var answer = new CompletableFuture<byte[]>();
        int request;
        synchronized (this) { // what is asked for after the end would be waited for in vain
            if (closed) throw new IOException("the session has ended");
            request = lastRequest = lastRequest == SessionFrames.REQUEST_MAX ? 0 : lastRequest + 1;
            tokenRequests.put(request, answer);
        }
        try {
            if (!carrying.outbox().offer(SessionFrames.tokenRequest(request))) {
                throw new IOException("the session has ended");
            }
            byte[] token = get(answer);
            return wiring.connector().bulk(carrying.remoteEnd(), carrying.link().isMeeting(), session.peer(), token);
        } finally {
            synchronized (this) {
                tokenRequests.remove(request);
            }
        }
    }

    private BulkLink await(ControlConnection carrying) throws IOException, InterruptedException {
        var arrival = new CompletableFuture<BulkLink>();
        synchronized (this) {
            checkPlace();
            waiting.add(arrival);
        }
        try {
            if (!carrying.outbox().offer(SessionFrames.bulkWanted())) throw new IOException("the session has ended");
            return get(arrival);
        } finally {
            synchronized (this) {
                waiting.remove(arrival);
            }
        }
    }

    private static <T> T get(CompletableFuture<T> future) throws IOException, InterruptedException {
        try {
            return future.get(WAIT_MAX.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            throw new IOException("the session has ended", e);
        } catch (TimeoutException e) {
            throw new IOException("the peer opened no bulk connection", e);
        }
    }

    /// A frame about bulk connections came on a control connection; on its reading thread, so nothing here waits.
    void received(ControlConnection from, Frame frame) throws MalformedFrameException {
        switch (frame.type()) {
            case FrameType.BULK_TOKEN_REQUEST -> {
                byte[] token;
                synchronized (this) { // a session that has ended is not known to the tokens any more, and never again
                    if (closed) return;
                    token = wiring.tokens().give(session, context.uptime());
                }
                from.outbox().offer(SessionFrames.token(SessionFrames.request(frame), token));
                if (from.link().isMeeting()) meet(from, token);
            }
            case FrameType.BULK_TOKEN -> {
                byte[] token = SessionFrames.token(frame);
                CompletableFuture<byte[]> request;
                synchronized (this) {
                    request = tokenRequests.remove(SessionFrames.request(frame));
                }
                if (request != null) request.complete(token); // an answer that nobody waits for is late
            }
            case FrameType.BULK_WANTED -> wanted(from);
            default -> throw new MalformedFrameException(
                    "a frame of type " + FrameType.written(frame.type()) + " has no business here");
        }
    }

    /// Neither side can dial the other here, so both do at once.
    private void meet(ControlConnection from, byte[] token) {
        SimultaneousOpen simultaneous = SimultaneousOpen.ofToken(context.fingerprint(), session.peer(),
                from.link().remote(),
                token);
        Thread.ofVirtual().name("landline-meets-" + session.peer().brief()).start(() -> {
            try {
                wiring.met().accept(wiring.connector().meet(simultaneous));
            } catch (IOException e) {
                LOG.log(Level.DEBUG, () -> "meeting " + session.peer() + " for a bulk connection: " + e);
            }
        });
    }

    private void wanted(ControlConnection from) throws MalformedFrameException {
        if (from.link().role() != Role.CLIENT) throw new MalformedFrameException("who dialled asks for a token itself");
        try {
            beginToDial();
        } catch (IOException e) {
            LOG.log(Level.DEBUG, () -> "no more bulk connections to " + session.peer() + ": " + e.getMessage());
            return;
        }
        Thread.ofVirtual().name("landline-bulk-" + session.peer().brief()).start(() -> {
            try {
                dial(from);
            } catch (IOException e) {
                LOG.log(Level.DEBUG, () -> "the bulk connection that " + session.peer() + " wants: " + e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /// A peer brought a token of this session. Returns when the connection has ended.
    void accepted(TlsConnection link) throws IOException, InterruptedException {
        session.calls().awaitOpenedTold();
        var bulk = BulkLink.over(link, context, session);
        boolean taken;
        CompletableFuture<BulkLink> waiter = null;
        synchronized (this) {
            taken = take(bulk);
            if (taken) waiter = waiting.poll();
        }
        if (!taken) throw noPlaceFor(bulk);
        context.listeners.files().bulkOpened(bulk);
        if (waiter != null) waiter.complete(bulk);
        read(bulk).join();
    }

    private Thread read(BulkLink bulk) {
        return BulkThread.start("files-receive-" + session.peer().brief(), bulk::read);
    }

    private boolean take(BulkLink bulk) {
        if (closed || links.size() >= BulkConnection.PER_PEER_MAX) return false;
        links.add(bulk);
        untold.add(bulk);
        wiring.alive().add(bulk);
        return true;
    }

    private static IOException noPlaceFor(BulkLink bulk) {
        bulk.close();
        return new IOException("no place for another bulk connection");
    }

    /// It holds no place any more; [#told] follows.
    void ended(BulkLink bulk) {
        wiring.alive().remove(bulk);
        synchronized (this) {
            links.remove(bulk);
        }
    }

    /// The listener has heard of its end.
    synchronized void told(BulkLink bulk) {
        untold.remove(bulk);
    }

    /// The session has ended: so do they, and so does waiting for one. A second call does nothing.
    void close() {
        List<BulkLink> open;
        var waiters = new ArrayList<CompletableFuture<?>>();
        synchronized (this) {
            if (closed) return;
            closed = true;
            open = List.copyOf(links);
            waiters.addAll(tokenRequests.values());
            waiters.addAll(waiting);
        }
        wiring.tokens().forget(session);
        waiters.forEach(waiter -> waiter.completeExceptionally(new IOException("the session has ended")));
        open.forEach(BulkLink::close);
    }

    /// Closes all, and waits until the listener has heard of the end of each, for a moment: it hears of the session's
    /// end after that. Those that ended by themselves just before count too.
    void awaitEnd() {
        close(); // the thread that ends the session may not have come to it yet
        List<BulkLink> rest;
        synchronized (this) {
            rest = List.copyOf(untold);
        }
        Duration until = context.uptime().plus(context.timing.end().farewell());
        try {
            for (BulkLink bulk : rest) {
                if (!bulk.awaitEnd(until.minus(context.uptime()))) {
                    LOG.log(Level.WARNING, "a listener is still busy with a bulk connection");
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
