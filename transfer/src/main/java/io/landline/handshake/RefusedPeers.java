package io.landline.handshake;

import io.landline.peer.BoundedMap;
import io.landline.peer.Fingerprint;
import io.landline.peer.RoomListing;
import io.landline.room.Room;
import io.landline.room.RoomId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Remembers the peers with which no room was joined. None of them is tried again by itself until something changed:
/// the peer's run, its rooms, our rooms and keys, or a new trial of words (docs/protocol/session.md, "Who dials"). What
/// the user asks for does not ask here. Any thread.
public final class RefusedPeers {
    /// As many as the presence table has rows (docs/protocol/presence.md, "What a receiver concludes"); the oldest goes
    /// first, and is then tried once more.
    public static final int MAX = 1_024;

    /// All that decided the outcome. Our room ids stand for our keys; they never leave this class.
    private record Attempt(long run, Set<String> theirRooms, Set<RoomId> ourRooms, long trialNumber) {
        static Attempt of(long run, List<RoomListing> theirRooms, SoughtRooms sought) {
            Set<String> theirs = new HashSet<>();
            for (RoomListing room : theirRooms) {
                theirs.add(room.name().canonical() + (room.open() ? "\0open" : "\0keyed"));
            }
            Set<RoomId> ours = new HashSet<>();
            for (Room room : sought.all()) ours.add(room.id());
            return new Attempt(run, theirs, ours, sought.trialNumber());
        }
    }

    private final BoundedMap<Fingerprint, Attempt> refused = BoundedMap.firstComeFirstGone(MAX);

    /// After a refusal: the peer's run and rooms.
    ///
    /// @param tried what that attempt tried, which need not be what this node looks for now
    public synchronized void refused(Fingerprint peer, long run, List<RoomListing> theirRooms, SoughtRooms tried) {
        refused.putLast(peer, Attempt.of(run, theirRooms, tried));
    }

    /// After a room was joined after all.
    public synchronized void joined(Fingerprint peer) {
        refused.remove(peer);
    }

    /// Whether an attempt could end otherwise than the last one. The rooms must come from the same source as those of
    /// [#refused]: a presence packet has fewer than a hello.
    public synchronized boolean worthTrying(Fingerprint peer, long run, List<RoomListing> theirRooms,
            SoughtRooms sought) {
        return !Attempt.of(run, theirRooms, sought).equals(refused.get(peer));
    }
}
