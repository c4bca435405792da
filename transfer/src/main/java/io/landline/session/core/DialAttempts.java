package io.landline.session.core;

import io.landline.frame.MalformedFrameException;
import io.landline.peer.Endpoint;
import io.landline.peer.Fingerprint;
import io.landline.peer.RoomListing;
import io.landline.session.Candidate;
import io.landline.session.dial.DialPlan;
import io.landline.session.dial.DialledAddresses;
import io.landline.session.dial.SimultaneousOpen;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/// Attempts to reach a peer, each on a virtual thread of its own, which becomes the reading one of the connection. What
/// came of it is noted where it was planned. Holds no lock. Any thread.
final class DialAttempts {
    private static final System.Logger LOG = System.getLogger(DialAttempts.class.getName());

    /// What an attempt asks its [Dialler].
    interface Wishes {
        /// Whether the node has not ended.
        boolean running();

        boolean isWanted(DialPlan.Target target);

        boolean isBlocked(Fingerprint peer);

        /// An attempt is over: somebody else may be due.
        void ended();
    }

    private final NodeContext context;
    private final SessionTable table;
    private final Connector connector;
    private final DialPlan plan;
    private final DialledAddresses typed;
    private final Wishes wishes;
    private final Consumer<Socket> metHalfway;

    /// @param plan hears how attempts at peers ended
    /// @param typed hears how attempts at typed addresses ended
    /// @param metHalfway takes a socket on which both sides connected at once, as if it had been accepted
    DialAttempts(NodeContext context, SessionTable table, Connector connector, DialPlan plan, DialledAddresses typed,
            Wishes wishes, Consumer<Socket> metHalfway) {
        this.context = context;
        this.table = table;
        this.connector = connector;
        this.plan = plan;
        this.typed = typed;
        this.wishes = wishes;
        this.metHalfway = metHalfway;
    }

    /// Tries to reach somebody who is due, and lives on this thread until the connection has ended.
    void dial(DialPlan.Target target) {
        try {
            List<Endpoint> endpoints = target.endpoints()
                    .stream()
                    .filter(endpoint -> !context.ownEndpoints.contains(endpoint))
                    .filter(endpoint -> context.localAddresses().allows(endpoint.address())
                            || typed.isTyped(endpoint.address()))
                    .toList();
            Connector.Reached reached;
            Future<?> meeting = meetUnlessReached(target, endpoints);
            try {
                reached = new Race(connector, context.timing).run(endpoints, target.peer());
            } finally {
                meeting.cancel(false);
            }
            take(reached, false);
        } catch (IOException e) {
            LOG.log(Level.DEBUG, () -> "dialling " + target.peer() + ": " + e.getMessage());
            plan.attemptFailed(target.peer(), context.uptime());
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "dialling " + target.peer(), e);
            plan.attemptFailed(target.peer(), context.uptime());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            wishes.ended();
        }
    }

    /// Where no endpoint has answered after a second, firewalls on both sides may let only answers in: both try to
    /// meet, as long as an attempt takes. The smaller fingerprint is the one that dials.
    private Future<?> meetUnlessReached(DialPlan.Target target, List<Endpoint> endpoints) {
        if (endpoints.isEmpty() || target.run() == Candidate.RUN_UNKNOWN) {
            return CompletableFuture.completedFuture(null);
        }
        InetAddress address = endpoints.getFirst().address();
        var simultaneous = SimultaneousOpen.ofRuns(context.fingerprint(), context.run, target.peer(), target.run(),
                address);
        return context.deadlines.after(context.timing.dial().otherDials(),
                () -> Thread.ofVirtual()
                        .name("landline-meets-" + target.peer().brief())
                        .start(() -> meet(target.peer(), simultaneous)));
    }

    private void meet(Fingerprint peer, SimultaneousOpen simultaneous) {
        if (!wishes.running()) return;
        try {
            if (context.fingerprint().compareTo(peer) < 0) {
                take(connector.reach(simultaneous, peer), false);
            } else {
                metHalfway.accept(connector.meet(simultaneous));
            }
        } catch (IOException | MalformedFrameException e) {
            LOG.log(Level.DEBUG, () -> "meeting " + peer + " halfway: " + e);
        }
    }

    /// Dials an address that the user typed. It may be anybody who answers there.
    void dial(DialledAddresses.Attempt attempt) {
        InetSocketAddress address = attempt.address();
        try {
            List<Endpoint> endpoints = DialledAddresses.resolve(address);
            endpoints.forEach(endpoint -> typed.resolved(endpoint.address()));
            Connector.Reached reached = new Race(connector, context.timing).run(endpoints, null);
            var endpoint = new Endpoint(reached.link().remote(), reached.link().raw().getPort());
            typed.succeeded(address, endpoint, context.uptime());
            takeWhoever(reached, target(reached, endpoint, true), attempt.userAsked());
        } catch (IOException e) {
            if (address.isUnresolved() || !context.ownEndpoints.contains(Endpoint.of(address))) {
                typed.failed(address, context.uptime());
            } else {
                typed.ourselves(address);
            }
            if (attempt.first()) context.tellFailed(address, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            wishes.ended();
        }
    }

    /// What was learnt about a peer by reaching it.
    private DialPlan.Target target(Connector.Reached reached, Endpoint endpoint, boolean typed) {
        Fingerprint peer = reached.link().peer();
        List<RoomListing> rooms = plan.target(peer)
                .map(DialPlan.Target::rooms)
                .orElseGet(() -> reached.hello().listings());
        return new DialPlan.Target(peer, reached.hello().run(), List.of(endpoint), rooms, typed);
    }

    /// Who answers was not known before. The connection is kept if the node or the user wants a session with that peer,
    /// and no session with it is open.
    private void takeWhoever(Connector.Reached reached, DialPlan.Target there, boolean userAsked) throws IOException {
        boolean useless = userAsked ? wishes.isBlocked(there.peer()) : !wishes.isWanted(there);
        PeerSession open = table.session(there.peer());
        if (useless || open != null && open.run() == there.run()) {
            reached.link().close();
            return;
        }
        plan.connectedAt(there.peer(), there.run(), there.endpoints().getFirst(), there.rooms(), there.typed(),
                context.uptime());
        take(reached, userAsked);
    }

    /// A peer was reached by looking around: taken if a session is wanted for its rooms.
    void takeFound(Connector.Reached reached, Endpoint endpoint) throws IOException {
        takeWhoever(reached, target(reached, endpoint, false), false);
    }

    /// Says our hello and lives on this thread until the connection has ended.
    private void take(Connector.Reached reached, boolean userAsked) throws IOException {
        if (!wishes.running()) {
            reached.link().close();
            return;
        }
        var control = new ControlConnection(context, reached.link(), table, userAsked);
        boolean said = false;
        try {
            control.sayHello();
            said = true;
        } finally {
            if (!said) control.abandon();
        }
        control.run(reached.hello());
    }
}
