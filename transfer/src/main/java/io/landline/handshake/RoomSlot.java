package io.landline.handshake;

import io.landline.peer.RoomListing;

/// One room in a node's list on one connection. The slot is a number that its node chose for this connection: it tells
/// two rooms of one name apart without saying anything of their keys. A slot that left the list is not used again on
/// that connection.
public record RoomSlot(int slot, RoomListing listing) {
    /// Rooms of one node that are spoken of on a connection: those beyond are not listed, and of a longer list not
    /// read. With the longest names the list still fits a handshake frame.
    public static final int MAX_ROOMS = 64;
    /// The first slot is 1; a node that changes its rooms ten times a second reaches this after a year.
    public static final int MAX = 1 << 28;

    public RoomSlot {
        if (slot < 1 || slot > MAX) throw new IllegalArgumentException("slot " + slot);
    }
}
