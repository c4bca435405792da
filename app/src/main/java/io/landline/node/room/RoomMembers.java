package io.landline.node.room;

import io.landline.chat.AdmissionStore;
import io.landline.peer.Fingerprint;
import io.landline.room.RoomId;
import io.landline.session.Session;
import io.landline.session.core.Sessions;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Who is a member of which room. Any thread; reads the database.
public final class RoomMembers {
    private final Sessions sessions;
    private final NodeStandings standings;
    private final AdmissionStore admissions;

    public RoomMembers(Sessions sessions, NodeStandings standings, AdmissionStore admissions) {
        this.sessions = sessions;
        this.standings = standings;
        this.admissions = admissions;
    }

    /// Every peer that joined on an open session, proved the key of one of these rooms to us once, or was admitted by a
    /// member. Only the last is a question to the disk, so it comes last.
    public boolean isMember(List<RoomId> ours, Fingerprint peer) {
        var known = new HashSet<RoomId>(joined(peer));
        known.addAll(standings.knownProofsOf(peer));
        return ours.stream().anyMatch(known::contains)
                || ours.stream().anyMatch(room -> admissions.find(room, peer) != null);
    }

    /// Who has joined this room on an open session.
    public Set<Fingerprint> joinedNow(RoomId room) {
        return sessions.open()
                .stream()
                .filter(session -> session.joined().contains(room))
                .map(Session::peer)
                .collect(Collectors.toSet());
    }

    /// Ids of the rooms this peer has joined on its open session.
    public Set<RoomId> joined(Fingerprint peer) {
        for (Session session : sessions.open()) if (session.peer().equals(peer)) return session.joined();
        return Set.of();
    }
}
