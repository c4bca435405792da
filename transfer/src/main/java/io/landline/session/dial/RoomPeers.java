package io.landline.session.dial;

import io.landline.handshake.TrustStore;
import io.landline.peer.BoundedMap;
import io.landline.peer.Fingerprint;
import io.landline.room.Room;
import io.landline.room.RoomId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// The peers that were met in rooms of ours. A session with them is wanted also where their packets list no room. A
/// peer is forgotten with the last of these rooms. Any thread; the lock is held for a few assignments.
public final class RoomPeers {
    /// People who proved the key of a room; the one who did so longest ago goes first. As many as are remembered.
    static final int KEYED_MAX = TrustStore.PINNED_MAX;
    /// The same of open rooms, which anybody may join under any number of identities: as many as there are sessions.
    static final int OPEN_MAX = 1_024;

    /// Held by one reader at a time, so that what was read first does not come last.
    private final Object reading = new Object();
    private final Map<Fingerprint, RoomId> keyed = BoundedMap.firstComeFirstGone(KEYED_MAX);
    private final Map<Fingerprint, RoomId> open = BoundedMap.firstComeFirstGone(OPEN_MAX);

    public synchronized boolean contains(Fingerprint peer) {
        return keyed.containsKey(peer) || open.containsKey(peer);
    }

    /// A peer has joined a room with us.
    public synchronized void joined(Fingerprint peer, Room room) {
        Map<Fingerprint, RoomId> peers = room.open() ? open : keyed;
        peers.remove(peer);
        peers.put(peer, room.id());
    }

    /// Our rooms changed: peers of other rooms are forgotten, and those are added that are stored. Waits for the disk.
    ///
    /// @param provers reads who proved the key of a room
    public void read(Supplier<List<Room>> rooms, Function<RoomId, Set<Fingerprint>> provers) {
        synchronized (reading) {
            Set<RoomId> ours = rooms.get().stream().map(Room::id).collect(Collectors.toSet());
            Map<RoomId, Set<Fingerprint>> stored = ours.stream().collect(Collectors.toMap(id -> id, provers));
            synchronized (this) {
                open.values().retainAll(ours);
                keyed.values().retainAll(ours);
                stored.forEach((room, peers) -> peers.forEach(peer -> keyed.putIfAbsent(peer, room)));
            }
        }
    }

    synchronized int size() {
        return keyed.size() + open.size();
    }
}
