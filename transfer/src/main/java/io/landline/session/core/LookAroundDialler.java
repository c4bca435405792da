package io.landline.session.core;

import io.landline.frame.MalformedFrameException;
import io.landline.peer.Endpoint;
import io.landline.session.ListenSettings;
import io.landline.session.LookAroundProgress;
import io.landline.session.OtherPeerException;
import io.landline.session.dial.LookAroundPlan;
import io.landline.session.wire.Deadlines;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Does the knocking that the [LookAroundPlan] decides on: one virtual thread for each address, which becomes the
/// reading one of the connection where a session comes of it. Holds no lock. Any thread.
final class LookAroundDialler {
    /// Takes over the peer that an attempt reached.
    interface Taker {
        /// Lives on this thread until the connection has ended, or hangs up where no session is wanted.
        void take(Connector.Reached reached, Endpoint endpoint) throws IOException;
    }

    private static final System.Logger LOG = System.getLogger(LookAroundDialler.class.getName());

    private final NodeContext context;
    private final Connector connector;
    private final Taker taker;
    private final Consumer<Duration> lookBy;
    private final LookAroundPlan plan = new LookAroundPlan();

    /// @param lookBy leads to [#runDue] at that time
    LookAroundDialler(NodeContext context, Connector connector, Taker taker, Consumer<Duration> lookBy) {
        this.context = context;
        this.connector = connector;
        this.taker = taker;
        this.lookBy = lookBy;
    }

    void start(List<InetAddress> near) {
        plan.start(near.stream().filter(context.localAddresses()::allows).toList(), context.uptime());
        lookBy.accept(context.uptime());
    }

    void cancel() {
        plan.cancel();
    }

    LookAroundProgress progress() {
        return plan.progress();
    }

    @Nullable
    Duration dueAt() {
        return plan.dueAt();
    }

    /// Begins the attempts that are due.
    void runDue(Duration uptime) {
        for (LookAroundPlan.Attempt next = plan.claim(uptime); next != null; next = plan.claim(uptime)) {
            LookAroundPlan.Attempt attempt = next;
            Thread.ofVirtual()
                    .name("landline-looks-at-" + attempt.address().getHostAddress())
                    .start(() -> start(attempt));
        }
    }

    private void start(LookAroundPlan.Attempt attempt) {
        boolean ended = false;
        try {
            Connector.Reached reached = probe(attempt.address());
            ended = true;
            end(attempt, true);
            var endpoint = new Endpoint(attempt.address(), reached.link().raw().getPort());
            context.events.peerAuthenticated(reached.link().peer(), reached.hello().name(), reached.hello().run(),
                    endpoint,
                    reached.hello().listings());
            taker.take(reached, endpoint);
        } catch (IOException | MalformedFrameException e) {
            LOG.log(Level.DEBUG, () -> "looking at " + attempt.address().getHostAddress() + ": " + e);
        } finally {
            if (!ended) end(attempt, false);
        }
    }

    private void end(LookAroundPlan.Attempt attempt, boolean nodeAnswered) {
        plan.ended(attempt, nodeAnswered);
        Duration next = plan.dueAt();
        if (next != null) lookBy.accept(next);
    }

    /// Tries the usual port; if that belongs to another program, or is refused, the next one.
    private Connector.Reached probe(InetAddress address) throws IOException, MalformedFrameException {
        var socket = new AtomicReference<@Nullable Socket>();
        try {
            return probe(new Endpoint(address, ListenSettings.PORT_DEFAULT), socket);
        } catch (OtherPeerException e) {
            throw e; // ourselves
        } catch (IOException | MalformedFrameException e) {
            Socket tried = socket.get();
            // it stays so after the end
            boolean isOn = e instanceof ConnectException || tried != null && tried.isConnected();
            if (!isOn) throw e;
            return probe(new Endpoint(address, ListenSettings.PORT_DEFAULT + 1), socket);
        }
    }

    private Connector.Reached probe(Endpoint endpoint, AtomicReference<@Nullable Socket> opened)
            throws IOException, MalformedFrameException {
        return connector.reach(endpoint, null, socket -> {
            opened.set(socket);
            context.deadlines.after(LookAroundPlan.CONNECT_WITHIN, () -> {
                if (!socket.isConnected()) Deadlines.closeQuietly(socket);
            });
        });
    }
}
