package io.landline.presence.packet;

import io.landline.peer.PeerName;
import io.landline.peer.RoomListing;
import java.util.List;
import java.util.Set;

/// What we say about ourselves.
///
/// @param tcpPort where we accept connections; 0 for nowhere
public record OwnState(PeerName name, int tcpPort, List<RoomListing> rooms, Set<String> capabilities) {
    public OwnState {
        if (tcpPort != PacketCodec.NO_TCP_PORT
                && (tcpPort < PacketCodec.TCP_PORT_MIN || tcpPort > PacketCodec.TCP_PORT_MAX)) {
            throw new IllegalArgumentException("TCP port " + tcpPort);
        }
        if (capabilities.size() > Packet.CAPABILITIES_MAX || !capabilities.stream().allMatch(OwnState::isCapability)) {
            throw new IllegalArgumentException(
                    "capabilities are up to " + Packet.CAPABILITIES_MAX + " short words");
        }
        rooms = List.copyOf(rooms);
        capabilities = Set.copyOf(capabilities);
    }

    private static boolean isCapability(String word) {
        return word.matches("[a-z0-9.-]{1," + Packet.CAPABILITY_BYTES_MAX + "}");
    }
}
