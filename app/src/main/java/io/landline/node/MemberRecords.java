package io.landline.node;

import io.landline.chat.Admission;
import io.landline.chat.AdmissionStore;
import io.landline.chat.act.Continuation;
import io.landline.cost.Standing;
import io.landline.cost.Standings;
import io.landline.handshake.BlockedPeers;
import io.landline.handshake.PinnedPeer;
import io.landline.handshake.TrustStore;
import io.landline.node.event.PeerNames;
import io.landline.node.port.Rooms.Admitted;
import io.landline.node.port.Rooms.Receivers;
import io.landline.node.room.RoomMember;
import io.landline.peer.Fingerprint;
import io.landline.room.Room;
import io.landline.room.RoomId;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// How the members of a room came in: who proved the words to us, and who vouches for others. Any thread; reads the
/// database.
final class MemberRecords {
    private final AdmissionStore admissions;
    private final Function<RoomId, Set<Fingerprint>> chosen;
    private final TrustStore trust;
    private final Standings standings;
    private final PeerNames names;
    private final Fingerprint self;

    /// @param chosen who was chosen to get new words of a room; some may not have joined yet
    /// @param standings how well this user knows somebody
    MemberRecords(AdmissionStore admissions, Function<RoomId, Set<Fingerprint>> chosen, TrustStore trust,
            Standings standings, PeerNames names, Fingerprint self) {
        this.chosen = chosen;
        this.admissions = admissions;
        this.trust = trust;
        this.standings = standings;
        this.names = names;
        this.self = self;
    }

    /// How each other member was admitted, by us or by a member. Empty for an open room.
    Map<Fingerprint, Admitted> admitted(Room room) {
        Map<Fingerprint, Admitted> admitted = new HashMap<>();
        for (Admission each : admissions.all(room.id())) {
            Fingerprint signer = each.signer();
            boolean byUs = signer.equals(self);
            admitted.put(each.member(), new Admitted(Instant.ofEpochMilli(each.millis()), byUs ? null : signer,
                    byUs ? "" : names.name(signer)));
        }
        admitted.remove(self);
        return admitted;
    }

    /// All other members, by name.
    ///
    /// @param joined who has joined the room on a session now
    List<RoomMember> members(Room room, Set<Fingerprint> joined) {
        Map<Fingerprint, Admitted> admitted = admitted(room);
        Set<Fingerprint> all = new HashSet<>(admitted.keySet());
        all.addAll(trust.provers(room.id()));
        all.addAll(chosen.apply(room.id()));
        all.addAll(joined);
        all.remove(self);
        return all.stream().map(peer -> member(peer, admitted.get(peer))).sorted(RoomMember.BY_NAME).toList();
    }

    /// As [#members], but only people that this user does not block. Sessions that are open now do not count.
    List<RoomMember> notBlocked(Room room) {
        BlockedPeers blocked = BlockedPeers.of(trust);
        return members(room, Set.of()).stream().filter(each -> !blocked.contains(each.peer())).toList();
    }

    /// Who gets other words of this room where nobody is named: those of [#notBlocked], as many as can be chosen. One
    /// member may be there under any number of identities. So those known best come first, and of equals who was met
    /// first.
    ///
    /// @param without who stays behind, and takes nobody's place
    Receivers wordsGoTo(Room room, Set<Fingerprint> without) {
        List<RoomMember> all = notBlocked(room).stream().filter(each -> !without.contains(each.peer())).toList();
        if (all.size() <= Continuation.CHOSEN_MAX) return new Receivers(peers(all.stream()), 0);
        record Known(RoomMember member, Standing standing, Instant firstMet) {}
        Set<Fingerprint> chosen = peers(all.stream()
                .map(each -> new Known(each, standings.of(each.peer()), firstMet(each.peer())))
                .sorted(Comparator.comparing(Known::standing).thenComparing(Known::firstMet))
                .limit(Continuation.CHOSEN_MAX)
                .map(Known::member));
        return new Receivers(chosen, all.size() - chosen.size());
    }

    private static Set<Fingerprint> peers(Stream<RoomMember> members) {
        return members.map(RoomMember::peer).collect(Collectors.toSet());
    }

    private Instant firstMet(Fingerprint peer) {
        PinnedPeer pinned = trust.pinned(peer);
        return pinned == null ? Instant.MAX : pinned.firstMet();
    }

    private RoomMember member(Fingerprint peer, @Nullable Admitted how) {
        PinnedPeer pinned = trust.pinned(peer);
        return new RoomMember(peer, names.name(peer), pinned != null && pinned.verified(), how);
    }
}
