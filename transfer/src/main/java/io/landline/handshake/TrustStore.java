package io.landline.handshake;

import io.landline.peer.Endpoint;
import io.landline.peer.Fingerprint;
import io.landline.peer.PeerName;
import io.landline.room.RoomId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The peers that we met, and the rooms that they proved to us. What a method wrote is on the disk when it returns. Any
/// thread, but not one that must not wait for a disk.
///
/// The methods that change a pinned peer change nothing, and say false, for one that isn't pinned.
public interface TrustStore {
    /// Peers that are remembered. Beyond it the one met longest ago goes: first of those who proved nothing to us, and
    /// of those with a proof only for another with one. Verified, accepted and blocked ones stay.
    int PINNED_MAX = 10_000;
    /// How many of these may be peers that proved no key to us: joining an open room is enough, and anybody may. Peers
    /// that stay in any case do not count.
    int WITHOUT_PROOF_MAX = 1_000;

    /// The peer, or null for one that we never met.
    @Nullable
    PinnedPeer pinned(Fingerprint peer);

    /// All peers that we met, last met first.
    List<PinnedPeer> pinned();

    /// Remembers a peer by the key that TLS has proven; one that is pinned already is met again.
    void pin(byte[] publicKey, Instant at);

    /// Remembers that this peer proved the present key of a room to us, and pins it. The first proof of a kept room
    /// confirms it.
    void proven(RoomId room, byte[] publicKey, Instant at);

    /// Notes the name and the endpoint of a pinned peer with an open session; null for none. It becomes the first
    /// of its endpoints.
    boolean updatePinned(Fingerprint peer, PeerName name, @Nullable Endpoint endpoint, Instant at);

    boolean setVerified(Fingerprint peer, boolean verified);

    boolean setAcceptedByHand(Fingerprint peer, boolean accepted);

    /// [BlockedPeers#set] is what a node calls.
    boolean setBlocked(Fingerprint peer, boolean blocked);

    /// All pinned peers that are blocked.
    Set<Fingerprint> blocked();

    /// Forgets a peer and its proofs: at the next meeting it is a stranger.
    boolean forget(Fingerprint peer);

    /// The rooms that this peer proved to us by their keys.
    Set<RoomId> proofsOf(Fingerprint peer);

    /// The same of all peers; those without a proof are left out.
    Map<Fingerprint, Set<RoomId>> proofs();

    /// The peers that proved this room's key to us.
    Set<Fingerprint> provers(RoomId room);
}
