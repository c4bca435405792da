package io.landline.ui.page;

import io.landline.doctor.Examiner;
import io.landline.node.port.Chats;
import io.landline.node.port.Contacts;
import io.landline.node.port.FileTransfers;
import io.landline.node.port.LookAround;
import io.landline.node.port.NodeWatcher;
import io.landline.node.port.PacketTap;
import io.landline.node.port.Preferences;
import io.landline.node.port.Rooms;
import io.landline.node.port.Subscription;
import io.landline.peer.Fingerprint;
import java.util.function.Function;

/// What pages use of the running node. Any thread but the JavaFX thread, since ports wait for the disk. On that one a
/// page may only subscribe, by what is called `watch…`, and ask a port for a part of it, as [Contacts#activity] is.
///
/// @param self our own fingerprint
/// @param watch events from now on, called on the node's threads
public record NodePorts(Fingerprint self, Chats chats, FileTransfers transfers, Contacts contacts, Rooms rooms,
        Preferences preferences, Function<NodeWatcher, Subscription> watch, NetworkPorts network) {
    /// What shows and examines the network.
    public record NetworkPorts(PacketTap packetTap, Examiner doctor, LookAround lookAround) {}
}
