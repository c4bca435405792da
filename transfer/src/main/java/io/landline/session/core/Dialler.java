package io.landline.session.core;

import io.landline.cost.Standing;
import io.landline.handshake.PinnedPeer;
import io.landline.handshake.RefusedPeers;
import io.landline.handshake.SoughtRooms;
import io.landline.peer.Endpoint;
import io.landline.peer.Fingerprint;
import io.landline.peer.RoomListing;
import io.landline.room.Room;
import io.landline.session.Candidate;
import io.landline.session.EndReason;
import io.landline.session.dial.DialPlan;
import io.landline.session.dial.DialledAddresses;
import io.landline.session.dial.MemberHints;
import io.landline.session.dial.RoomPeers;
import io.landline.session.members.MemberFrames;
import io.landline.session.wire.Deadlines;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Lets [DialAttempts] be made as [DialPlan] and [DialledAddresses] decide. It looks at the plan whenever something
/// changed and when somebody's time has come. Holds no lock. Any thread.
final class Dialler implements DialAttempts.Wishes {
    private final NodeContext context;
    private final SessionTable table;
    private final Deadlines.Alarm alarm;
    private final DialPlan plan;
    private final SecureRandom random = new SecureRandom();
    private final DialledAddresses typed = new DialledAddresses(random);
    private final MemberHints hints = new MemberHints();
    private final RefusedPeers refused = new RefusedPeers();
    private final RoomPeers members = new RoomPeers();
    private final DialAttempts attempts;
    private final StoreReads reads = new StoreReads();
    private volatile boolean running;

    /// @param alarm leads to [#runDue]
    /// @param metHalfway takes a socket on which both sides connected at once, as if it had been accepted
    Dialler(NodeContext context, SessionTable table, Connector connector, Deadlines.Alarm alarm,
            Consumer<Socket> metHalfway) {
        this.context = context;
        this.table = table;
        this.alarm = alarm;
        plan = new DialPlan(context.fingerprint(), context.timing.dial().otherDials(), random, this::isWanted,
                context.standings, context.knownAddresses);
        attempts = new DialAttempts(context, table, connector, plan, typed, this, metHalfway);
    }

    @Override
    public boolean running() {
        return running;
    }

    @Override
    public void ended() {
        runDue();
    }

    /// A session is wanted with peers that list a room of ours, with pinned peers of our rooms, and with addresses that
    /// the user typed. A peer is left out if a new attempt could only end like the last one.
    @Override
    public boolean isWanted(DialPlan.Target target) {
        if (isBlocked(target.peer())) return false;
        SoughtRooms sought = context.sought();
        boolean common = target.typed() || members.contains(target.peer()) || target.rooms()
                .stream()
                .anyMatch(theirs -> sought.all().stream().anyMatch(room -> room.listing().matches(theirs)));
        return common && refused.worthTrying(target.peer(), target.run(), target.rooms(), sought);
    }

    @Override
    public boolean isBlocked(Fingerprint peer) {
        return context.handshake.blocked().contains(peer);
    }

    void start() {
        running = true;
        roomsChanged();
    }

    /// Waits for pending reads: the store is closed right after this.
    void stop() {
        running = false;
        reads.close();
    }

    /// Dials the peers that are due, and schedules its next call.
    void runDue() {
        if (!running) return;
        Candidate told = hints.claim(context.uptime());
        if (told != null) plan.heardOf(told, context.uptime());
        for (DialPlan.Target target : plan.due(context.uptime())) {
            Thread.ofVirtual().name("landline-to-" + target.peer().brief()).start(() -> attempts.dial(target));
        }
        for (DialledAddresses.Attempt attempt : typed.due(context.uptime(), this::isConnected)) {
            Thread.ofVirtual().name("landline-to-typed").start(() -> attempts.dial(attempt));
        }
        Duration soonest = context.uptime().plus(context.timing.dial().tick());
        Stream.of(Optional.ofNullable(plan.dueAt()), Optional.ofNullable(typed.dueAt()),
                Optional.ofNullable(hints.dueAt()))
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder())
                .ifPresent(at -> alarm.by(at.compareTo(soonest) < 0 ? soonest : at));
    }

    private boolean isConnected(Endpoint endpoint) {
        return table.connections().stream().anyMatch(connection -> endpoint.equals(connection.endpoint()));
    }

    // What others tell

    /// Whether this peer was sighted before, and never at all of these endpoints.
    boolean bringsEndpoint(Candidate candidate) {
        return plan.bringsEndpoint(candidate);
    }

    void sighted(Candidate candidate) {
        plan.sighted(candidate, context.uptime());
        runDue();
    }

    /// What a member says is a hint about a computer near us, and never about us or a neighbour's own loopback.
    void heardOf(MemberFrames.Member member, Room room) {
        InetAddress address = member.endpoint().address();
        LocalAddresses localAddresses = context.localAddresses();
        boolean near = localAddresses.allows(address) && !localAddresses.isOurs(address)
                && !address.isLinkLocalAddress();
        if (!near || table.session(member.peer()) != null) return;
        hints.add(new Candidate(member.peer(), Candidate.RUN_UNKNOWN, List.of(member.endpoint()),
                List.of(room.listing()), false));
        runDue();
    }

    void gone(Fingerprint peer) {
        plan.gone(peer);
    }

    void connect(InetSocketAddress address, boolean userAsked) {
        typed.add(address, userAsked, context.uptime());
        runDue();
    }

    boolean isTyped(InetAddress address) {
        return typed.isTyped(address);
    }

    /// Whether a session is wanted with somebody who may be there.
    boolean isWantedAt(InetAddress address) {
        return plan.isWantedAt(address);
    }

    /// Our rooms changed: who is a member of one is read anew.
    void roomsChanged() {
        reads.start("landline-members", () -> {
            for (PinnedPeer each : context.handshake.trust().pinned().reversed()) {
                Standing standing = context.standings.of(each.fingerprint());
                each.endpoints().forEach(endpoint -> context.knownAddresses.add(endpoint.address(), standing));
            }
            members.read(context::rooms, context.handshake.trust()::provers);
            plan.reconsider();
            runDue();
        });
    }

    /// The user waits for what comes of it.
    void trialsChanged() {
        plan.reconsiderAtOnce(context.uptime());
        runDue();
    }

    void blocked() {
        plan.reconsider();
    }

    void unblocked(Fingerprint peer) {
        refused.joined(peer); // what was refused was this peer, not its rooms
        plan.reconsider();
        plan.lost(peer, context.uptime());
        runDue();
    }

    void forget(InetSocketAddress address) {
        typed.remove(address);
    }

    void networkChanged() {
        context.ownEndpoints.forget();
        plan.retryAll(context.uptime());
        typed.retryAll(context.uptime());
        runDue();
    }

    // What becomes of connections

    void greeted(ControlConnection connection) {
        plan.runs(connection.peer(), connection.run());
        plan.connected(connection.peer());
        runDue();
    }

    void proven(ControlConnection connection, Room room) {
        Fingerprint peer = connection.peer();
        members.joined(peer, room);
        refused.joined(peer);
        plan.connectedAt(peer, connection.run(), connection.endpoint(), connection.theirs().listings(), false,
                context.uptime());
        plan.connected(peer);
        plan.proven(peer, context.uptime());
        if (isGone(peer)) plan.failed(peer, context.uptime()); // its end was told before this
    }

    /// The table has the last word: what becomes of connections is told by several threads, and not in order.
    private boolean isGone(Fingerprint peer) {
        return table.connections(peer).isEmpty();
    }

    /// A later attempt is compared with the rooms that presence shows; a hello shows more.
    void fruitless(ControlConnection connection) {
        List<RoomListing> rooms = plan.target(connection.peer())
                .map(DialPlan.Target::rooms)
                .orElseGet(connection.theirs()::listings);
        refused.refused(connection.peer(), connection.run(), rooms, connection.tried());
        plan.reconsider();
        runDue();
    }

    void ended(ControlConnection connection, ConnectionEnd how, boolean unconnected) {
        if (!unconnected) return;
        Fingerprint peer = connection.peer();
        if (how.reason() == EndReason.BUSY) {
            plan.busy(peer, context.uptime());
        } else if (how.kind() == ConnectionEnd.Kind.FAREWELL && how.reason() == EndReason.LEAVING) {
            plan.left(peer, context.uptime());
        } else if (!how.broke() || connection.session() == null) {
            plan.failed(peer, context.uptime());
        } else if (how.reason() == EndReason.ADDRESS_GONE) {
            plan.lost(peer, context.uptime());
        } else {
            askAfter(peer);
        }
        if (!isGone(peer)) plan.connected(peer); // again meanwhile, and that was told before this
        runDue();
    }

    /// The connection broke without a farewell: a peer that still answers is dialled again.
    private void askAfter(Fingerprint peer) {
        plan.failed(peer, context.uptime());
        if (!running) return;
        context.events.isThere(peer).whenComplete((there, failure) -> {
            if (!isGone(peer)) return;
            if (failure == null && there) {
                plan.answered(peer, context.uptime());
                runDue();
            } else {
                plan.left(peer, context.uptime());
            }
        });
    }

    /// A peer was reached by looking around: taken if a session is wanted for its rooms.
    void takeFound(Connector.Reached reached, Endpoint endpoint) throws IOException {
        attempts.takeFound(reached, endpoint);
    }
}
