package io.landline.ui.network;

import io.landline.node.port.PacketTap.Datagram;
import io.landline.peer.WrittenAddress;
import io.landline.presence.ObservedDatagram;
import io.landline.presence.packet.PacketKind;
import java.util.Optional;

/// A datagram as the list shows it. Immutable; any thread.
///
/// @param number larger than that of each one before it
/// @param who the name that its sender goes by, a stranger's text; empty where none is known
/// @param own whether it speaks as this node
record DatagramRow(long number, Datagram datagram, String who, boolean own) {
    ObservedDatagram observed() {
        return datagram.observed();
    }

    Optional<PacketKind> kind() {
        return observed().content().kind();
    }

    /// Where it came from, or where it went.
    String address() {
        return WrittenAddress.of(observed().hop().other().getAddress());
    }

    int port() {
        return observed().hop().other().getPort();
    }

    int bytes() {
        return observed().sizeBytes();
    }
}
