package io.landline.node;

import io.landline.chat.AdmissionStore;
import io.landline.handshake.TrustStore;
import io.landline.peer.Fingerprint;
import io.landline.room.RoomId;
import io.landline.session.Session;
import io.landline.session.core.Sessions;
import java.util.Set;

/// Who is a member of which room. Any thread; reads the database.
final class RoomMembers {
    private final Sessions sessions;
    private final TrustStore trust;
    private final AdmissionStore admissions;

    RoomMembers(Sessions sessions, TrustStore trust, AdmissionStore admissions) {
        this.sessions = sessions;
        this.trust = trust;
        this.admissions = admissions;
    }

    /// Every peer that joined on an open session, proved the room's key to us once, or was admitted by a member.
    boolean isMember(RoomId room, Fingerprint peer) {
        return joined(peer).contains(room) || trust.proofsOf(peer).contains(room)
                || admissions.find(room, peer) != null;
    }

    /// Ids of the rooms this peer has joined on its open session.
    Set<RoomId> joined(Fingerprint peer) {
        for (Session session : sessions.open()) if (session.peer().equals(peer)) return session.joined();
        return Set.of();
    }
}
