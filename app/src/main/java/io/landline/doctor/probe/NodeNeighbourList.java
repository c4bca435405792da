package io.landline.doctor.probe;

import io.landline.beacon.UsableInterface;
import io.landline.doctor.check.HeardPacket;
import io.landline.doctor.check.NeighbourList;
import io.landline.doctor.check.RoomsCheck;
import io.landline.handshake.RefusalReason;
import io.landline.node.Node;
import io.landline.peer.Direction;
import io.landline.peer.Endpoint;
import io.landline.peer.Fingerprint;
import io.landline.peer.RoomListing;
import io.landline.presence.ObservedDatagram;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Others, as a node hears and lists them. Any thread: checks run beside each other.
final class NodeNeighbourList implements NeighbourList, RoomsCheck.Company {
    /// A node that just started is answered within 50 ms, and others are listed by then; the rest is for the exchange
    /// of keys.
    static final Duration LISTEN = Duration.ofMillis(3_500);
    /// Enough to see that answers come; asking all of a crowd would be a crowd's answer.
    private static final int ASKED_MAX = 8;

    private final Node node;
    private final PacketLog packetLog;
    private final EventLog events;
    private final InstantSource clock;
    private final long until = System.nanoTime() + LISTEN.toNanos();
    private boolean asked;

    NodeNeighbourList(Node node, PacketLog packetLog, EventLog events, InstantSource clock) {
        this.node = node;
        this.packetLog = packetLog;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public List<HeardPacket> listen() throws InterruptedException {
        askListed();
        packetLog.await(_ -> false, left());
        Set<InetAddress> own = ownAddresses();
        var packets = new ArrayList<HeardPacket>();
        var ownRuns = ownRuns();
        for (ObservedDatagram each : packetLog.all()) {
            if (each.hop().direction() != Direction.IN) continue;
            HeardPacket packet = HeardPacket.of(each);
            boolean ours = packet.peer().equals(Optional.of(self()))
                    && (own.contains(packet.from()) || ownRuns.contains(packet.run()));
            // the rest is garbage, or an echo of the doctor's
            boolean says = packet.peer().isPresent() || !packet.foreignVersion().isEmpty();
            if (says && !ours) packets.add(packet);
        }
        return packets;
    }

    private Duration left() {
        return Duration.ofNanos(Math.max(0, until - System.nanoTime()));
    }

    /// Once, by the check that comes first.
    private void askListed() {
        synchronized (this) {
            if (asked) return;
            asked = true;
        }
        node.contacts()
                .here()
                .stream()
                .limit(ASKED_MAX)
                .forEach(present -> present.person()
                        .endpoints()
                        .stream()
                        .limit(1)
                        .map(Endpoint::address)
                        .forEach(node.network()::probe));
    }

    private Set<InetAddress> ownAddresses() {
        var own = new HashSet<InetAddress>();
        for (UsableInterface each : node.network().interfaces()) {
            each.addresses().forEach(address -> own.add(address.address()));
        }
        return own;
    }

    /// What we sent ourselves names our run; a bridge may bring it back from a strange address.
    private Set<OptionalLong> ownRuns() {
        var runs = new HashSet<OptionalLong>();
        for (ObservedDatagram each : packetLog.all()) {
            if (each.hop().direction() == Direction.OUT) runs.add(HeardPacket.of(each).run());
        }
        return runs;
    }

    @Override
    public int listed() {
        return node.contacts().here().size();
    }

    @Override
    public Fingerprint self() {
        return node.fingerprint();
    }

    @Override
    public @Nullable InetAddress twin() {
        return node.network().twin();
    }

    @Override
    public Instant now() {
        return clock.instant();
    }

    @Override
    public List<RoomListing> ownRooms() {
        return node.network().rooms();
    }

    @Override
    public List<RoomsCheck.Other> others() throws InterruptedException {
        packetLog.await(_ -> false, left());
        return node.contacts()
                .here()
                .stream()
                .map(each -> new RoomsCheck.Other(each.person().name().value(), each.person().rooms(), each.joined()))
                .toList();
    }

    @Override
    public List<String> wrongKeys() {
        return events.refusals()
                .stream()
                .filter(each -> each.reason() == RefusalReason.WRONG_KEY)
                .map(each -> each.name())
                .distinct()
                .toList();
    }
}
