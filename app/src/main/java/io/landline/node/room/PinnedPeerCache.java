package io.landline.node.room;

import io.landline.handshake.PinnedPeer;
import io.landline.handshake.TrustStore;
import io.landline.peer.Fingerprint;
import io.landline.room.RoomId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// The pinned peers and their proofs in memory, beside the trust store. What a person types is looked up among them: so
/// a message need not wait for the disk before it is written. Bounded as the store is. Any thread.
///
/// A change of one peer is noted. Where the store may have forgotten others for it, all is read anew at the next
/// question.
///
/// The lock is held while the store is read for what is noted: so what is noted last was read last. Threads of the
/// store never take it.
final class PinnedPeerCache {
    private record Known(Map<Fingerprint, PinnedPeer> peers, Map<Fingerprint, Set<RoomId>> proofs) {
        /// Whether the store has reached a bound at which it forgets. Counts some as well that it never forgets.
        boolean mayHaveLostSome() {
            return peers.size() > TrustStore.PINNED_MAX
                    || peers.size() - proofs.size() > TrustStore.WITHOUT_PROOF_MAX;
        }

        void note(Fingerprint peer, @Nullable PinnedPeer pinned, Set<RoomId> rooms) {
            if (pinned == null) {
                peers.remove(peer);
            } else {
                peers.put(peer, pinned);
            }
            if (rooms.isEmpty()) {
                proofs.remove(peer);
            } else {
                proofs.put(peer, rooms);
            }
        }
    }

    private final TrustStore store;
    private final ReentrantLock noting = new ReentrantLock();
    /// Null: to be read anew. Set and changed under the lock, read without it.
    private volatile @Nullable Known known;

    PinnedPeerCache(TrustStore store) { this.store = store; }

    /// All of them, last met first.
    List<PinnedPeer> pinned() {
        return known().peers()
                .values()
                .stream()
                .sorted(Comparator.comparing(PinnedPeer::lastMet).reversed())
                .toList();
    }

    @Nullable
    PinnedPeer pinned(Fingerprint peer) {
        Known now = known;
        return now == null ? store.pinned(peer) : now.peers().get(peer);
    }

    /// The rooms that this peer proved to us by their keys.
    Set<RoomId> proofsOf(Fingerprint peer) {
        Known now = known;
        return now == null ? store.proofsOf(peer) : now.proofs().getOrDefault(peer, Set.of());
    }

    /// The store has another row for this peer now, or none.
    void changed(Fingerprint peer) {
        noting.lock();
        try {
            Known now = known;
            if (now == null) return;
            try {
                now.note(peer, store.pinned(peer), store.proofsOf(peer));
            } catch (RuntimeException e) {
                known = null; // nobody knows what it holds now
                throw e;
            }
            if (now.mayHaveLostSome()) known = null;
        } finally {
            noting.unlock();
        }
    }

    /// Anything may be another now.
    void forget() {
        noting.lock();
        try {
            known = null;
        } finally {
            noting.unlock();
        }
    }

    private Known known() {
        Known now = known;
        if (now != null) return now;
        noting.lock();
        try {
            now = known;
            if (now != null) return now;
            var peers = new ConcurrentHashMap<Fingerprint, PinnedPeer>();
            for (PinnedPeer each : store.pinned()) peers.put(each.fingerprint(), each);
            now = new Known(peers, new ConcurrentHashMap<>(store.proofs()));
            known = now;
            return now;
        } finally {
            noting.unlock();
        }
    }
}
