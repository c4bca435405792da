package io.landline.node;

import io.landline.handshake.BlockedPeers;
import io.landline.node.box.HandInBook;
import io.landline.node.box.HandInRegister;
import io.landline.node.box.HandInRegister.Member;
import io.landline.node.box.HandInRegister.Sources;
import io.landline.node.conversation.JoinedTimeline;
import io.landline.node.event.PeerNames;
import io.landline.node.port.HandInLists;
import io.landline.node.profile.OpenProfile;
import io.landline.node.room.OwnRooms;
import io.landline.peer.Fingerprint;
import io.landline.room.ConversationId;
import io.landline.room.Room;
import java.util.List;
import java.util.Set;

/// The hand-in boxes of a profile that no node uses. Stateless; any thread.
final class ProfileBoxes {
    private ProfileBoxes() {}

    static HandInLists of(OpenProfile profile, OwnRooms rooms, JoinedTimeline joined, PeerNames names,
            MemberRecords records) {
        Fingerprint self = profile.identity().fingerprint();
        var book = new HandInBook(self, rooms, peer -> ConversationId.direct(self, peer), joined,
                profile.timelineViews(), profile.handInEntries());
        return new HandInRegister(self, book, names, new Sources(profile.timelineViews(), rooms,
                room -> members(profile, records, room),
                () -> profile.transferHistory().recent(0, 0).stream().map(each -> each.transfer().offer()).toList()));
    }

    private static List<Member> members(OpenProfile profile, MemberRecords records, Room room) {
        BlockedPeers blocked = BlockedPeers.of(profile.trust());
        return records.members(room, Set.of())
                .stream()
                .filter(each -> !blocked.contains(each.peer()))
                .map(each -> new Member(each.peer(), each.name(), false))
                .toList();
    }
}
