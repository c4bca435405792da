package io.landline.ui.transfers;

import io.landline.node.port.Chats;
import io.landline.node.port.FileTransfers.Content;
import io.landline.node.port.FileTransfers.Transfer;
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
record OfferFacts(String offer, String conversation, boolean own, String author, List<String> names, long files,
        long bytes, Instant offered) {

    static OfferFacts of(Transfer transfer) {
        boolean own = transfer.direction() == Direction.OUT;
        Content content = transfer.content();
        return new OfferFacts(transfer.ids().offer(), transfer.ids().conversation(), own,
                own ? "" : transfer.other().name(), content.names(), content.files(), content.bytes(),
                transfer.offered());
    }

    static OfferFacts of(Chats.Offer item, String conversation) {
        return new OfferFacts(item.offer(), conversation, item.own(), item.name(), item.names(), item.files(),
                item.bytes(), item.written());
    }

    /// Whether it was made to everybody in a room.
    boolean toRoom() {
        return conversation.startsWith("#");
    }
}
