package io.landline.ui.page;

import io.landline.doctor.Examiner;
import io.landline.node.Chats;
import io.landline.node.Contacts;
import io.landline.node.FileTransfers;
import io.landline.node.LookAround;
import io.landline.node.NodeWatcher;
import io.landline.node.PacketTap;
import io.landline.node.Preferences;
import io.landline.node.Rooms;
import io.landline.node.Subscription;
import io.landline.peer.Fingerprint;
import java.util.function.Function;

/// What pages use of the running node. Any thread, but none of it on the JavaFX thread, except that `watch` and the
/// wire's only subscribe.
///
/// @param self our own fingerprint
/// @param watch events from now on, called on the node's threads
public record NodePorts(Fingerprint self, Chats chats, FileTransfers transfers, Contacts contacts, Rooms rooms,
        Preferences preferences, Function<NodeWatcher, Subscription> watch, NetworkPorts network) {
    /// What shows and examines the network.
    public record NetworkPorts(PacketTap packetTap, Examiner doctor, LookAround lookAround) {}
}
