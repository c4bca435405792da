package io.landline.handshake;

import io.landline.handshake.PinnedPeer.Verdict;
import io.landline.peer.Endpoint;
import io.landline.peer.Fingerprint;
import io.landline.peer.PeerName;
import io.landline.room.Room;
import io.landline.room.RoomId;
import io.landline.room.RoomStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Trust and rooms that are forgotten with the test. Passes the same contract as the one on disk. Any thread.
public class MemoryTrust implements TrustStore, RoomStore {
    private final Map<Fingerprint, PinnedPeer> peers = new HashMap<>();
    private final Map<Fingerprint, Set<RoomId>> proofs = new HashMap<>();
    private final Map<RoomId, Kept> rooms = new LinkedHashMap<>();
    private @Nullable RuntimeException fault;

    /// From now on who asks for proofs meets this, as with a bug of ours or a disk that fails; null mends it.
    public synchronized void failWith(@Nullable RuntimeException fault) {
        this.fault = fault;
    }

    @Override
    public synchronized @Nullable PinnedPeer pinned(Fingerprint peer) {
        return peers.get(peer);
    }

    @Override
    public synchronized List<PinnedPeer> pinned() {
        return peers.values().stream().sorted(Comparator.comparing(PinnedPeer::lastMet).reversed()).toList();
    }

    @Override
    public synchronized void pin(byte[] publicKey, Instant at) {
        Fingerprint peer = Fingerprint.ofPublicKey(publicKey);
        var fresh = new PinnedPeer(publicKey, null, List.of(), at, at, Set.of());
        PinnedPeer known = peers.putIfAbsent(peer, fresh);
        if (known != null) {
            change(peer, p -> with(p, p.name(), p.endpoints(), at, p.verdicts()));
        }
        while (peers.size() > PINNED_MAX) {
            peers.values()
                    .stream()
                    .filter(p -> p.verdicts().isEmpty() && !p.fingerprint().equals(peer))
                    .min(Comparator.comparing(PinnedPeer::lastMet))
                    .ifPresent(oldest -> forget(oldest.fingerprint()));
        }
    }

    @Override
    public synchronized void proven(RoomId room, byte[] publicKey, Instant at) {
        pin(publicKey, at);
        proofs.computeIfAbsent(Fingerprint.ofPublicKey(publicKey), _ -> new TreeSet<>()).add(room);
        rooms.computeIfPresent(room,
                (_, kept) -> kept.confirmedAt() != null
                        ? kept
                        : new Kept(kept.room(), kept.origin(), kept.joinedAt(), at));
    }

    @Override
    public synchronized boolean updatePinned(Fingerprint peer, PeerName name, @Nullable Endpoint endpoint, Instant at) {
        return change(peer, p -> {
            var endpoints = new ArrayList<Endpoint>(p.endpoints());
            if (endpoint != null) {
                endpoints.remove(endpoint);
                endpoints.addFirst(endpoint);
            }
            List<Endpoint> kept = endpoints.subList(0, Math.min(endpoints.size(), PinnedPeer.MAX_ENDPOINTS));
            return with(p, name, kept, at, p.verdicts());
        });
    }

    @Override
    public synchronized boolean setVerified(Fingerprint peer, boolean verified) {
        return set(peer, Verdict.VERIFIED, verified);
    }

    @Override
    public synchronized boolean setAcceptedByHand(Fingerprint peer, boolean accepted) {
        return set(peer, Verdict.ACCEPTED_BY_HAND, accepted);
    }

    @Override
    public synchronized boolean setBlocked(Fingerprint peer, boolean blocked) {
        return set(peer, Verdict.BLOCKED, blocked);
    }

    private boolean set(Fingerprint peer, Verdict verdict, boolean holds) {
        return change(peer, p -> {
            var verdicts = new HashSet<Verdict>(p.verdicts());
            if (holds) {
                verdicts.add(verdict);
            } else {
                verdicts.remove(verdict);
            }
            return with(p, p.name(), p.endpoints(), p.lastMet(), verdicts);
        });
    }

    @Override
    public synchronized Set<Fingerprint> blocked() {
        return peers.values()
                .stream()
                .filter(PinnedPeer::blocked)
                .map(PinnedPeer::fingerprint)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public synchronized boolean forget(Fingerprint peer) {
        proofs.remove(peer);
        return peers.remove(peer) != null;
    }

    @Override
    public synchronized Set<RoomId> proofsOf(Fingerprint peer) {
        if (fault != null) throw fault;
        return Set.copyOf(proofs.getOrDefault(peer, Set.of()));
    }

    @Override
    public synchronized Map<Fingerprint, Set<RoomId>> proofs() {
        var copy = new HashMap<Fingerprint, Set<RoomId>>();
        proofs.forEach((peer, proven) -> {
            if (!proven.isEmpty()) copy.put(peer, Set.copyOf(proven));
        });
        return copy;
    }

    @Override
    public synchronized Set<Fingerprint> provers(RoomId room) {
        Set<Fingerprint> provers = new HashSet<>();
        proofs.forEach((peer, rooms) -> {
            if (rooms.contains(room)) provers.add(peer);
        });
        return provers;
    }

    @Override
    public synchronized List<Kept> rooms() {
        return List.copyOf(rooms.values());
    }

    @Override
    public synchronized void keep(Room room, Origin origin, Instant joinedAt) {
        rooms.putIfAbsent(room.id(), new Kept(room, origin, joinedAt, null));
    }

    @Override
    public synchronized Runnable forget(RoomId room) {
        rooms.remove(room);
        proofs.values().forEach(ids -> ids.remove(room));
        return () -> {};
    }

    private boolean change(Fingerprint peer, UnaryOperator<PinnedPeer> change) {
        return peers.computeIfPresent(peer, (_, known) -> change.apply(known)) != null;
    }

    private static PinnedPeer with(PinnedPeer p, @Nullable PeerName name, List<Endpoint> endpoints, Instant lastMet,
            Set<Verdict> verdicts) {
        return new PinnedPeer(p.publicKey(), name, endpoints, p.firstMet(), lastMet, verdicts);
    }
}
