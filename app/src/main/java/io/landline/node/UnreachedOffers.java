package io.landline.node;

import io.landline.filetransfer.OfferBody;
import io.landline.filetransfer.TransferStore.StoredOffer;
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
import java.util.function.Supplier;

/// Finds the own offers of a profile that have reached nobody, as people look back on them. Keeps nothing of its own;
/// any thread; reads the database.
final class UnreachedOffers implements Supplier<List<UnreachedOffer>> {
    private final OpenProfile profile;
    private final OwnRooms rooms;
    private final JoinedTimeline joined;
    private final MemberRecords records;

    UnreachedOffers(OpenProfile profile, OwnRooms rooms, JoinedTimeline joined, MemberRecords records) {
        this.profile = profile;
        this.rooms = rooms;
        this.joined = joined;
        this.records = records;
    }

    /// Those in rooms that this user is in, newest first; at most [FileTransfers#RECENT_MAX].
    @Override
    public List<UnreachedOffer> get() {
        Instant since = profile.clock().instant().minus(OfferBody.STANDS);
        Map<RoomId, List<Other>> members = new HashMap<>();
        var all = new ArrayList<UnreachedOffer>();
        for (StoredOffer each : profile.transferHistory()
                .unreached(profile.identity().fingerprint(), since, FileTransfers.RECENT_MAX)) {
            Room room = rooms.byId(joined.current(each.conversation()).asRoom());
            if (room == null) continue;
            OfferBody body = each.body();
            all.add(new UnreachedOffer(each.id().hex(), rooms.conversation(room),
                    new Content(body.names(), body.files(), body.bytes(), body.folders()), each.written(),
                    members.computeIfAbsent(room.id(), _ -> others(room))));
        }
        return all;
    }

    private List<Other> others(Room room) {
        return records.notBlocked(room).stream().map(each -> new Other(each.peer(), each.name())).toList();
    }
}
