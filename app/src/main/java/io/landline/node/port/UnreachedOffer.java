package io.landline.node.port;

import io.landline.node.port.FileTransfers.Content;
import io.landline.node.port.FileTransfers.Other;
import io.landline.node.port.FileTransfers.Transfer;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// An own offer to a room that stands, and of which no transfer has begun: nobody was there when it was made, and
/// nobody has taken it since.
///
/// @param offer in hex
/// @param conversation the room, as events name it
/// @param waitsFor the other members, by name; nobody where nobody else has been in the room yet
public record UnreachedOffer(String offer, String conversation, Content content, Instant offered,
        List<Other> waitsFor) {
    public UnreachedOffer {
        waitsFor = List.copyOf(waitsFor);
    }

    /// Those of which no transfer has begun. They are to be asked for before the transfers: one that is reached between
    /// the two looks is in both then, and never in none.
    public static List<UnreachedOffer> without(List<UnreachedOffer> asked, List<Transfer> transfers) {
        Set<String> reached = transfers.stream().map(each -> each.ids().offer()).collect(Collectors.toSet());
        return asked.stream().filter(each -> !reached.contains(each.offer())).toList();
    }
}
