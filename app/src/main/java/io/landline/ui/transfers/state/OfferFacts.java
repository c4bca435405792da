package io.landline.ui.transfers.state;

import io.landline.filetransfer.OfferBody;
import io.landline.node.port.FileTransfers.Content;
import io.landline.node.port.FileTransfers.Transfer;
import io.landline.node.port.TimelineItem;
import io.landline.node.port.UnreachedOffer;
import io.landline.peer.Direction;
import java.time.Instant;
import java.util.List;

/// What does not change about an offer. Immutable.
///
/// @param offer the id in hex
/// @param conversation as events name it
/// @param own whether we made it
/// @param author the other's name where it is not ours, else empty: somebody's text
/// @param names the first ten: somebody's text
/// @param folders how many travel; where there are any, the names are those of the topmost files and folders
public record OfferFacts(String offer, String conversation, boolean own, String author, List<String> names, long files,
        long bytes, long folders, Instant offered) {

    public static OfferFacts of(Transfer transfer) {
        boolean own = transfer.direction() == Direction.OUT;
        Content content = transfer.content();
        return new OfferFacts(transfer.ids().offer(), transfer.ids().conversation(), own,
                own ? "" : transfer.other().name(), content.names(), content.files(), content.bytes(),
                content.folders(), transfer.offered());
    }

    public static OfferFacts of(UnreachedOffer own) {
        Content content = own.content();
        return new OfferFacts(own.offer(), own.conversation(), true, "", content.names(), content.files(),
                content.bytes(), content.folders(), own.offered());
    }

    public static OfferFacts of(TimelineItem.Offer item, String conversation) {
        return new OfferFacts(item.offer(), conversation, item.own(), item.name(), item.names(), item.files(),
                item.bytes(), item.folders(), item.written());
    }

    /// Whether all of it is one folder.
    public boolean isFolder() {
        return folders > 0 && names.size() == 1;
    }

    /// Whether each name is one of the files.
    public boolean isFiles() {
        return folders == 0;
    }

    /// Files and folders that stand beside each other, beyond those that are shown; negative where nobody can tell.
    public long beyond(int shown) {
        if (isFiles()) return files - shown;
        return names.size() == OfferBody.NAMES_MAX ? -1 : names.size() - (long) shown;
    }

    /// Whether it was made to everybody in a room.
    public boolean toRoom() {
        return conversation.startsWith("#");
    }
}
