package io.landline.node.network;

import io.landline.cost.Standing;
import io.landline.cost.Standings;
import io.landline.handshake.PinnedPeer;
import io.landline.handshake.TrustStore;
import io.landline.node.event.LastWord;
import io.landline.node.room.OwnRooms;
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
import java.util.Objects;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The members of our rooms that we met, with their last addresses: presence asks for them there, and sessions may dial
/// them, since broadcast crosses no router and some networks swallow it. Other people with a session are asked for as
/// long as there is room. A place for somebody better known is taken from those who are known least ([Standing]), and
/// presence, which asks for the first ones alone, is told of those known best first. Any thread; [#load] waits for the
/// disk.
public final class MemberAddresses {
    /// More than presence asks for, so that one who is here does not push out one who is not.
    static final int MEMBERS_MAX = 256;

    private final TrustStore trust;
    private final Standings standings;
    private final OwnRooms rooms;
    private final LastWord<List<RememberedPeer>> asks;
    /// Those met last come last.
    private final SequencedMap<Fingerprint, List<InetAddress>> places = new LinkedHashMap<>();
    /// Members that were met while the store is read: what was read may lack them. No more than sessions.
    private final SequencedMap<Fingerprint, Endpoint> metMeanwhile = new LinkedHashMap<>();
    private int reads;

    /// @param standings how well this user knows somebody
    /// @param asks by UDP, those known best first, and of these those met last; replaces the list of before
    public MemberAddresses(TrustStore trust, Standings standings, OwnRooms rooms,
            Consumer<List<RememberedPeer>> asks) {
        this.trust = trust;
        this.standings = standings;
        this.rooms = rooms;
        this.asks = new LastWord<>(this::bestKnownFirst, asks);
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
        Set<Fingerprint> best = byStanding(candidates.stream().map(Candidate::peer)).values()
                .stream()
                .flatMap(List::stream)
                .limit(MEMBERS_MAX)
                .collect(Collectors.toSet());
        for (Candidate each : candidates.reversed()) {
            if (best.contains(each.peer())) places.putLast(each.peer(), addresses(each));
        }
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
        put(peer, ScopedAddress.distinct(addresses.stream()).limit(RememberedPeer.ADDRESSES_MAX).toList());
    }

    /// Of too many one of the worst standing goes, who was met longest ago.
    private void put(Fingerprint peer, List<InetAddress> addresses) {
        places.putLast(peer, addresses);
        if (places.size() <= MEMBERS_MAX) return;
        List<Fingerprint> worst = byStanding(places.keySet().stream()).sequencedValues().getLast();
        places.remove(worst.getFirst());
    }

    /// As they are known at this moment, the best first; of one standing in their order.
    private SequencedMap<Standing, List<Fingerprint>> byStanding(Stream<Fingerprint> people) {
        return people.collect(Collectors.groupingBy(standings::of, TreeMap::new, Collectors.toList()));
    }

    private synchronized List<RememberedPeer> bestKnownFirst() {
        return byStanding(places.keySet().stream()).values()
                .stream()
                .flatMap(each -> each.reversed().stream())
                .map(peer -> new RememberedPeer(peer, Objects.requireNonNull(places.get(peer))))
                .toList();
    }
}
