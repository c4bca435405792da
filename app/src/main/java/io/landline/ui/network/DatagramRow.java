package io.landline.ui.network;

import io.landline.node.PacketTap.Datagram;

/// A datagram as the list shows it. Immutable; any thread.
///
/// @param number larger than that of each one before it
/// @param who the name that its sender goes by, a stranger's text; empty where none is known
/// @param own whether it speaks as this node
record DatagramRow(long number, Datagram datagram, String who, boolean own) {
    /// Where it came from, or where it went.
    String address() {
        return datagram.other().getAddress().getHostAddress();
    }

    int port() {
        return datagram.other().getPort();
    }

    int bytes() {
        return datagram.bytes().length;
    }
}
