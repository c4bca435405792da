package io.landline.node.room;

import io.landline.cost.Standing;
import io.landline.cost.Standings;
import io.landline.handshake.PinnedPeer;
import io.landline.handshake.TrustStore;
import io.landline.peer.Endpoint;
import io.landline.peer.Fingerprint;
import io.landline.peer.PeerName;
import io.landline.room.Room;
import io.landline.room.RoomId;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// How well this user knows each person, and who was met, kept in memory beside the trust store. Threads of connections
/// ask for it, and what a person types is looked up in it: neither waits for a disk. It is the node's trust store
/// itself, so it learns of each change as it is stored. Any thread.
///
/// The lock guards the map for a few assignments and is never held while the store is asked.
public final class NodeStandings implements TrustStore, Standings {
    private final TrustStore store;
    private final PinnedPeerCache peers;
    private final Supplier<List<Room>> rooms;
    /// Held while what is stored is read and noted: a proof that is stored meanwhile is noted after it. Waits for the
    /// disk; [#of] never takes it.
    private final Object noting = new Object();
    private final SequencedMap<Fingerprint, Standing> known = new LinkedHashMap<>();
    private final Set<Fingerprint> writtenTo = ConcurrentHashMap.newKeySet();
    private volatile Consumer<RoomId> proving = _ -> {};
    private volatile Function<Fingerprint, Set<RoomId>> alsoProven = _ -> Set.of();

    private NodeStandings(TrustStore store, Supplier<List<Room>> rooms, Set<Fingerprint> writtenTo) {
        this.store = store;
        peers = new PinnedPeerCache(store);
        this.rooms = rooms;
        this.writtenTo.addAll(writtenTo);
    }

    /// As they are stored. Waits for the disk.
    ///
    /// @param writtenTo the people this user wrote to directly
    public static NodeStandings of(TrustStore store, Supplier<List<Room>> rooms, Set<Fingerprint> writtenTo) {
        var standings = new NodeStandings(store, rooms, writtenTo);
        standings.load();
        return standings;
    }

    /// Is told of each proof before it is stored. Set once, before anything is started.
    public void beforeProof(Consumer<RoomId> told) {
        proving = told;
    }

    /// Rooms in which a person counts as proven for another reason than a proof that is stored; for handshakes alone.
    /// Set once, before anything is started.
    public void alsoProven(Function<Fingerprint, Set<RoomId>> rooms) {
        alsoProven = rooms;
    }

    /// Reads all anew: after rooms changed, since the proofs of a room that was left are gone. Waits for the disk.
    public void load() {
        synchronized (noting) {
            read();
        }
    }

    private void read() {
        Set<Fingerprint> members = new HashSet<>();
        for (Room room : rooms.get()) members.addAll(store.provers(room.id()));
        peers.forget();
        List<PinnedPeer> pinned = peers.pinned();
        synchronized (known) {
            known.clear();
            for (PinnedPeer each : pinned.reversed()) {
                remember(each.fingerprint(), standing(each.fingerprint(), each, members.contains(each.fingerprint())));
            }
            for (Fingerprint each : writtenTo) if (!known.containsKey(each)) remember(each, Standing.TRUSTED);
        }
    }

    @Override
    public Standing of(Fingerprint person) {
        synchronized (known) {
            return known.getOrDefault(person, Standing.STRANGER);
        }
    }

    /// This user wrote to the person directly. False where that made no difference. Never waits.
    public boolean wroteTo(Fingerprint person) {
        if (writtenTo.contains(person) || writtenTo.size() >= PINNED_MAX) return false;
        writtenTo.add(person);
        synchronized (known) {
            remember(person, Standing.TRUSTED);
        }
        return true;
    }

    private Standing standing(Fingerprint peer, @Nullable PinnedPeer pinned, boolean proven) {
        if (writtenTo.contains(peer)) return Standing.TRUSTED;
        if (pinned == null) return Standing.STRANGER;
        if (pinned.verified() || pinned.acceptedByHand()) return Standing.TRUSTED;
        return proven ? Standing.MEMBER : Standing.OPEN_ROOM;
    }

    private void refresh(Fingerprint peer) {
        synchronized (noting) {
            peers.changed(peer);
            Standing now = standing(peer, peers.pinned(peer), !peers.proofsOf(peer).isEmpty());
            synchronized (known) {
                remember(peer, now);
            }
        }
    }

    /// Bounded as the store is: of those who are remembered longest one of the worst standing goes.
    private void remember(Fingerprint peer, Standing standing) {
        known.remove(peer);
        if (standing == Standing.STRANGER) return;
        if (known.size() >= PINNED_MAX) {
            known.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey).ifPresent(known::remove);
        }
        known.putLast(peer, standing);
    }

    /// The same as [#proofsOf], from memory: for what a person types, never for what a handshake decides.
    public Set<RoomId> knownProofsOf(Fingerprint peer) {
        return peers.proofsOf(peer);
    }

    /// A room was joined or left, and its proofs with it. Never waits for long: [#load] reads them.
    public void proofsChanged() {
        peers.forget();
    }

    // The trust store: what changes a standing is noted when it is stored

    @Override
    public @Nullable PinnedPeer pinned(Fingerprint peer) {
        return peers.pinned(peer);
    }

    @Override
    public List<PinnedPeer> pinned() {
        return peers.pinned();
    }

    @Override
    public void pin(byte[] publicKey, Instant at) {
        store.pin(publicKey, at);
        refresh(Fingerprint.ofPublicKey(publicKey));
    }

    @Override
    public void proven(RoomId room, byte[] publicKey, Instant at) {
        proving.accept(room);
        store.proven(room, publicKey, at);
        refresh(Fingerprint.ofPublicKey(publicKey));
    }

    /// A proof that was stored together with its room.
    public void hasProved(RoomId room, Fingerprint peer) {
        proving.accept(room);
        refresh(peer);
    }

    @Override
    public boolean updatePinned(Fingerprint peer, PeerName name, @Nullable Endpoint endpoint, Instant at) {
        boolean changed = store.updatePinned(peer, name, endpoint, at);
        peers.changed(peer);
        return changed;
    }

    @Override
    public boolean setVerified(Fingerprint peer, boolean verified) {
        boolean changed = store.setVerified(peer, verified);
        refresh(peer);
        return changed;
    }

    @Override
    public boolean setAcceptedByHand(Fingerprint peer, boolean accepted) {
        boolean changed = store.setAcceptedByHand(peer, accepted);
        refresh(peer);
        return changed;
    }

    @Override
    public boolean setBlocked(Fingerprint peer, boolean blocked) {
        boolean changed = store.setBlocked(peer, blocked);
        peers.changed(peer);
        return changed;
    }

    @Override
    public Set<Fingerprint> blocked() {
        return store.blocked();
    }

    @Override
    public boolean forget(Fingerprint peer) {
        boolean changed = store.forget(peer);
        refresh(peer);
        return changed;
    }

    @Override
    public Set<RoomId> proofsOf(Fingerprint peer) {
        var proofs = new HashSet<>(alsoProven.apply(peer));
        proofs.addAll(store.proofsOf(peer));
        return proofs;
    }

    @Override
    public Map<Fingerprint, Set<RoomId>> proofs() {
        return store.proofs();
    }

    @Override
    public Set<Fingerprint> provers(RoomId room) {
        return store.provers(room);
    }
}
