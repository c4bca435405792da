package io.landline.node;

import io.landline.filetransfer.OfferBody;
import io.landline.filetransfer.TransferStore.StoredOffer;
import io.landline.filetransfer.desk.Transfers;
import io.landline.handshake.BlockedPeers;
import io.landline.node.conversation.JoinedTimeline;
import io.landline.node.port.FileTransfers;
import io.landline.node.port.FileTransfers.Content;
import io.landline.node.port.FileTransfers.Other;
import io.landline.node.port.UnreachedOffer;
import io.landline.node.profile.OpenProfile;
import io.landline.node.room.OwnRooms;
import io.landline.room.Room;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Finds the own offers of a profile that have reached nobody, as people look back on them. Stateless; any thread;
/// reads the database.
final class UnreachedOffers {
    private UnreachedOffers() {}

    /// Those in rooms that this user is in, newest first; at most [FileTransfers#RECENT_MAX].
    static List<UnreachedOffer> of(OpenProfile profile, OwnRooms rooms, JoinedTimeline joined, MemberRecords records) {
        Instant since = Instant.now().minus(Transfers.OFFER_STANDS);
        BlockedPeers blocked = BlockedPeers.of(profile.trust());
        var all = new ArrayList<UnreachedOffer>();
        for (StoredOffer each : profile.transferHistory()
                .unreached(profile.identity().fingerprint(), since, FileTransfers.RECENT_MAX)) {
            Room room = rooms.byId(joined.current(each.conversation()).asRoom());
            if (room == null) continue;
            OfferBody body = each.body();
            List<Other> members = records.members(room, Set.of())
                    .stream()
                    .filter(member -> !blocked.contains(member.peer()))
                    .map(member -> new Other(member.peer(), member.name()))
                    .toList();
            all.add(new UnreachedOffer(each.id().hex(), rooms.conversation(room),
                    new Content(body.names(), body.files(), body.bytes(), body.folders()), members));
        }
        return all;
    }
}
