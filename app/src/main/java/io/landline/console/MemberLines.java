package io.landline.console;

import com.google.gson.JsonObject;
import io.landline.node.ProfileReader;
import io.landline.node.port.CommandException;
import io.landline.node.port.Contacts.Present;
import io.landline.node.port.Rooms.Admitted;
import io.landline.node.room.RoomMember;
import io.landline.peer.Fingerprint;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// The members of a room as JSON: who they are, and how they came in as far as this node knows it. Stateless; any
/// thread.
final class MemberLines {
    private MemberLines() {}

    /// A page of the members of this room.
    ///
    /// @param from what an answer said with `next`; 0 for the first page
    static void answer(ProfileReader reader, String room, List<Present> here, int from, JsonObject ok)
            throws CommandException {
        Set<Fingerprint> present = here.stream()
                .map(each -> each.person().peer())
                .collect(Collectors.toUnmodifiableSet());
        page(reader.members(room, here), reader.roomLabel(room), present, from, ok);
    }

    static void page(List<RoomMember> members, String label, Set<Fingerprint> present, int from, JsonObject ok) {
        PageSpace.add(ok, "members", members, each -> json(each, label, present.contains(each.peer())), from);
    }

    private static JsonObject json(RoomMember member, String label, boolean here) {
        JsonObject json = EventLines.event("member", Instant.now());
        json.addProperty("room", label);
        json.addProperty("peer", member.peer().hex());
        json.addProperty("name", member.name());
        json.addProperty("here", here);
        json.addProperty("verified", member.verified());
        Admitted admitted = member.admitted();
        if (admitted != null) add(json, admitted);
        return json;
    }

    private static void add(JsonObject json, Admitted how) {
        json.addProperty("since", EventLines.at(how.at()));
        Fingerprint by = how.by();
        if (by == null) return;
        json.addProperty("by", by.hex());
        json.addProperty("byName", how.byName());
    }
}
