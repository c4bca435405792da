package io.landline.node;

import io.landline.filetransfer.OfferBody;
import io.landline.filetransfer.TransferStore.StoredOffer;
import io.landline.filetransfer.desk.Transfers;
import io.landline.node.conversation.JoinedTimeline;
import io.landline.node.port.FileTransfers;
import io.landline.node.port.FileTransfers.Content;
import io.landline.node.port.FileTransfers.Other;
import io.landline.node.port.UnreachedOffer;
import io.landline.node.profile.OpenProfile;
import io.landline.node.room.OwnRooms;
import io.landline.room.Room;
import io.landline.room.RoomId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Finds the own offers of a profile that have reached nobody, as people look back on them. Stateless; any thread;
/// reads the database.
final class UnreachedOffers {
    private UnreachedOffers() {}

    /// Those in rooms that this user is in, newest first; at most [FileTransfers#RECENT_MAX].
    static List<UnreachedOffer> of(OpenProfile profile, OwnRooms rooms, JoinedTimeline joined, MemberRecords records) {
        Instant since = Instant.now().minus(Transfers.OFFER_STANDS);
        Map<RoomId, List<Other>> members = new HashMap<>();
        var all = new ArrayList<UnreachedOffer>();
        for (StoredOffer each : profile.transferHistory()
                .unreached(profile.identity().fingerprint(), since, FileTransfers.RECENT_MAX)) {
            Room room = rooms.byId(joined.current(each.conversation()).asRoom());
            if (room == null) continue;
            OfferBody body = each.body();
            all.add(new UnreachedOffer(each.id().hex(), rooms.conversation(room),
                    new Content(body.names(), body.files(), body.bytes(), body.folders()), each.written(),
                    members.computeIfAbsent(room.id(), _ -> others(records, room))));
        }
        return all;
    }

    private static List<Other> others(MemberRecords records, Room room) {
        return records.notBlocked(room).stream().map(each -> new Other(each.peer(), each.name())).toList();
    }
}
