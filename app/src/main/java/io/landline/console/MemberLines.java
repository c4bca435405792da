package io.landline.console;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.landline.node.Archive;
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

    static JsonArray of(Archive archive, String room, List<Present> here) throws CommandException {
        Set<Fingerprint> present = here.stream()
                .map(each -> each.person().peer())
                .collect(Collectors.toUnmodifiableSet());
        String label = archive.roomLabel(room);
        var list = new JsonArray();
        for (RoomMember each : archive.members(room, here)) {
            JsonObject json = EventLines.event("member", Instant.now());
            json.addProperty("room", label);
            json.addProperty("peer", each.peer().hex());
            json.addProperty("name", each.name());
            json.addProperty("here", present.contains(each.peer()));
            json.addProperty("verified", each.verified());
            Admitted admitted = each.admitted();
            if (admitted != null) add(json, admitted);
            list.add(json);
        }
        return list;
    }

    private static void add(JsonObject json, Admitted how) {
        json.addProperty("since", EventLines.at(how.at()));
        Fingerprint by = how.by();
        if (by == null) return;
        json.addProperty("by", by.hex());
        json.addProperty("byName", how.byName());
    }
}
