package io.landline.presence.packet;

import io.landline.peer.PeerName;
import io.landline.peer.RoomListing;
import java.util.List;
import java.util.Set;

/// What a node announces about itself, so all that strangers may know of it. Immutable; any thread.
///
/// @param tcpPort where it accepts connections, 1024 to 65535; 0 for nowhere
public record AnnouncedState(PeerName name, int tcpPort, List<RoomListing> rooms, Set<String> capabilities) {
    public AnnouncedState {
        if (tcpPort != PacketCodec.NO_TCP_PORT
                && (tcpPort < PacketCodec.TCP_PORT_MIN || tcpPort > PacketCodec.TCP_PORT_MAX)) {
            throw new IllegalArgumentException("TCP port " + tcpPort);
        }
        rooms = List.copyOf(rooms);
        capabilities = Set.copyOf(capabilities);
    }

    /// What we say about ourselves. A later version may have capabilities of other letters; we have none.
    public static AnnouncedState own(PeerName name, int tcpPort, List<RoomListing> rooms, Set<String> capabilities) {
        if (capabilities.size() > Packet.CAPABILITIES_MAX
                || !capabilities.stream().allMatch(AnnouncedState::isCapability)) {
            throw new IllegalArgumentException(
                    "capabilities are up to " + Packet.CAPABILITIES_MAX + " short words");
        }
        return new AnnouncedState(name, tcpPort, rooms, capabilities);
    }

    private static boolean isCapability(String word) {
        return word.matches("[a-z0-9.-]{1," + Packet.CAPABILITY_BYTES_MAX + "}");
    }
}
