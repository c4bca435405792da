package io.landline.node.port;

import io.landline.node.port.FileTransfers.Content;
import io.landline.node.port.FileTransfers.Other;
import java.time.Instant;
import java.util.List;

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
}
