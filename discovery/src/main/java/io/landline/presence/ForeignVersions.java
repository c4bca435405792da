package io.landline.presence;

import io.landline.beacon.ReceivedDatagram;
import io.landline.presence.packet.PacketCodec;
import java.util.HashSet;
import java.util.Set;

/// Reports each foreign version of Landline that is heard, once.
final class ForeignVersions {
    /// Versions that are reported: a stranger may make up any number of them.
    private static final int TOLD_MAX = 8;

    private final PresenceListener listener;
    private final Set<String> told = new HashSet<>();

    ForeignVersions(PresenceListener listener) { this.listener = listener; }

    /// A datagram that is no packet of ours.
    void hear(ReceivedDatagram heard) {
        String version = PacketCodec.foreignVersion(heard.bytes());
        if (version.isEmpty() || told.size() >= TOLD_MAX || !told.add(version)) return;
        listener.foreignVersion(version, heard.from().getAddress());
    }
}
