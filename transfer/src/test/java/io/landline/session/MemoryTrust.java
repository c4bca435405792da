package io.landline.session;

import io.landline.handshake.PinnedPeer;
import io.landline.handshake.TrustStore;
import io.landline.peer.Endpoint;
import io.landline.peer.Fingerprint;
import io.landline.peer.PeerName;
import io.landline.room.RoomId;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Whom a node of a test met, in memory.
final class MemoryTrust implements TrustStore {
    private final Map<Fingerprint, PinnedPeer> pinned = new LinkedHashMap<>();
    private final Map<Fingerprint, Set<RoomId>> proofs = new LinkedHashMap<>();

    @Override
    public synchronized PinnedPeer pinned(Fingerprint peer) {
        return pinned.get(peer);
    }

    @Override
    public synchronized List<PinnedPeer> pinned() {
        return List.copyOf(pinned.values()).reversed();
    }

    @Override
    public synchronized void pin(byte[] publicKey, Instant at) {
        var peer = new PinnedPeer(publicKey, null, List.of(), at, at, false, false, false);
        pinned.putIfAbsent(peer.fingerprint(), peer);
    }

    @Override
    public synchronized void proven(RoomId room, byte[] publicKey, Instant at) {
        pin(publicKey, at);
        proofs.computeIfAbsent(Fingerprint.ofPublicKey(publicKey), _ -> new HashSet<>()).add(room);
    }

    @Override
    public synchronized boolean met(Fingerprint peer, PeerName name, Endpoint endpoint, Instant at) {
        return pinned.containsKey(peer);
    }

    @Override
    public synchronized boolean setVerified(Fingerprint peer, boolean verified) {
        return pinned.containsKey(peer);
    }

    @Override
    public synchronized boolean setAcceptedByHand(Fingerprint peer, boolean accepted) {
        return pinned.containsKey(peer);
    }

    @Override
    public synchronized boolean setBlocked(Fingerprint peer, boolean blocked) {
        PinnedPeer was = pinned.get(peer);
        if (was == null) return false;
        pinned.put(peer, new PinnedPeer(was.publicKey(), was.name(), was.endpoints(), was.firstMet(), was.lastMet(), was.verified(),
                was.acceptedByHand(), blocked));
        return true;
    }

    @Override
    public synchronized boolean forget(Fingerprint peer) {
        proofs.remove(peer);
        return pinned.remove(peer) != null;
    }

    @Override
    public synchronized Set<RoomId> proofsOf(Fingerprint peer) {
        return Set.copyOf(proofs.getOrDefault(peer, Set.of()));
    }

    @Override
    public synchronized Set<Fingerprint> provers(RoomId room) {
        return proofs.entrySet().stream().filter(one -> one.getValue().contains(room)).map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }
}
