package io.landline.node.network;

import io.landline.handshake.PinnedPeer;
import io.landline.handshake.TrustStore;
import io.landline.node.event.LastWord;
import io.landline.node.room.OwnRooms;
import io.landline.peer.BoundedMap;
import io.landline.peer.Endpoint;
import io.landline.peer.Fingerprint;
import io.landline.peer.RoomListing;
import io.landline.peer.ScopedAddress;
import io.landline.presence.RememberedPeer;
import io.landline.room.Room;
import io.landline.session.Candidate;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Consumer;

/// The members of our rooms that we met, with their last addresses: presence asks for them there, and sessions may dial
/// them, since broadcast crosses no router and some networks swallow it. Any thread; [#load] waits for the disk.
public final class MemberAddresses {
    /// More than presence asks for, so that one who is here does not push out one who is not.
    static final int MEMBERS_MAX = 256;

    private final TrustStore trust;
    private final OwnRooms rooms;
    private final LastWord<List<RememberedPeer>> asks;
    /// Those met last come last.
    private final SequencedMap<Fingerprint, List<InetAddress>> places = BoundedMap.firstComeFirstGone(MEMBERS_MAX);
    /// Members that were met while the store is read: what was read may lack them. No more than sessions.
    private final SequencedMap<Fingerprint, Endpoint> metMeanwhile = new LinkedHashMap<>();
    private int reads;

    /// @param asks by UDP, those met last first; replaces the list of before
    public MemberAddresses(TrustStore trust, OwnRooms rooms, Consumer<List<RememberedPeer>> asks) {
        this.trust = trust;
        this.rooms = rooms;
        this.asks = new LastWord<>(this::lastMetFirst, asks);
    }

    /// Reads who proved a room of ours, and has them asked for; after a start, and when the rooms changed. The answer
    /// is who may be dialled.
    public List<Candidate> load() {
        synchronized (this) {
            reads++;
        }
        List<Candidate> candidates = List.of();
        boolean isRead = false;
        try {
            candidates = read();
            isRead = true;
        } finally {
            synchronized (this) {
                if (isRead) replace(candidates);
                if (--reads == 0) metMeanwhile.clear();
            }
        }
        asks.tell();
        return candidates;
    }

    private List<Candidate> read() {
        Map<Room, Set<Fingerprint>> provers = new LinkedHashMap<>();
        for (Room room : rooms.withRetired()) provers.put(room, trust.provers(room.id()));
        var candidates = new ArrayList<Candidate>();
        for (PinnedPeer pinned : trust.pinned()) {
            Fingerprint peer = pinned.fingerprint();
            List<RoomListing> common = provers.entrySet()
                    .stream()
                    .filter(each -> each.getValue().contains(peer))
                    .map(each -> each.getKey().listing())
                    .toList();
            if (common.isEmpty() || pinned.endpoints().isEmpty() || pinned.blocked()) continue;
            candidates.add(new Candidate(peer, Candidate.RUN_UNKNOWN, pinned.endpoints(), common, false));
        }
        return candidates;
    }

    private void replace(List<Candidate> candidates) {
        places.clear();
        candidates.stream()
                .limit(MEMBERS_MAX)
                .toList()
                .reversed()
                .forEach(each -> places.putLast(each.peer(), addresses(each)));
        metMeanwhile.forEach(this::note);
    }

    private static List<InetAddress> addresses(Candidate candidate) {
        return ScopedAddress.distinct(candidate.endpoints().stream().map(Endpoint::address))
                .limit(RememberedPeer.ADDRESSES_MAX)
                .toList();
    }

    /// A session with this member leads there.
    void add(Fingerprint peer, Endpoint endpoint) {
        synchronized (this) {
            note(peer, endpoint);
            if (reads > 0) metMeanwhile.putLast(peer, endpoint);
        }
        asks.tell();
    }

    private void note(Fingerprint peer, Endpoint endpoint) {
        var addresses = new ArrayList<InetAddress>(List.of(endpoint.address()));
        List<InetAddress> before = places.get(peer);
        if (before != null) addresses.addAll(before);
        places.putLast(peer,
                ScopedAddress.distinct(addresses.stream()).limit(RememberedPeer.ADDRESSES_MAX).toList());
    }

    private synchronized List<RememberedPeer> lastMetFirst() {
        List<RememberedPeer> told = new ArrayList<>();
        places.forEach((peer, addresses) -> told.addFirst(new RememberedPeer(peer, addresses)));
        return told;
    }
}
