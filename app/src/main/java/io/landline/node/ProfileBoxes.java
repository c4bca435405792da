package io.landline.node;

import io.landline.node.conversation.JoinedTimeline;
import io.landline.node.event.PeerNames;
import io.landline.node.handin.HandInBook;
import io.landline.node.handin.HandInRegister;
import io.landline.node.handin.HandInRegister.Member;
import io.landline.node.handin.HandInRegister.Sources;
import io.landline.node.port.HandInLists;
import io.landline.node.profile.OpenProfile;
import io.landline.node.room.NodeStandings;
import io.landline.node.room.OwnRooms;
import io.landline.peer.Fingerprint;
import io.landline.room.ConversationId;
import io.landline.room.Room;
import java.util.List;

/// The hand-in boxes of a profile that no node uses. Stateless; any thread.
final class ProfileBoxes {
    private ProfileBoxes() {}

    static HandInLists of(OpenProfile profile, OwnRooms rooms, JoinedTimeline joined, PeerNames names,
            MemberRecords records) {
        Fingerprint self = profile.identity().fingerprint();
        var book = new HandInBook(self, rooms, peer -> ConversationId.direct(self, peer), joined,
                profile.timelineViews(), profile.handInEntries(),
                NodeStandings.of(profile.trust(), rooms::withRetired, profile.timelines().writtenTo()));
        return new HandInRegister(self, book, names, new Sources(profile.timelineViews(), rooms,
                room -> members(records, room),
                () -> profile.transferHistory().recent(0, 0).stream().map(each -> each.transfer().offer()).toList(),
                profile.transferHistory()::doneDirect));
    }

    private static List<Member> members(MemberRecords records, Room room) {
        return records.notBlocked(room).stream().map(each -> new Member(each.peer(), each.name(), false)).toList();
    }
}
