package io.landline.node;

import io.landline.beacon.UsableInterface;
import io.landline.peer.Endpoint;
import io.landline.peer.Fingerprint;
import io.landline.peer.RoomListing;
import io.landline.presence.Presence;
import io.landline.room.Room;
import io.landline.settings.Settings;
import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// How a node stands on the network, for whoever looks for the reason why somebody is not seen. Any thread.
public final class NodeNetwork {
    private final NodeParts parts;

    NodeNetwork(NodeParts parts) { this.parts = parts; }

    /// The interfaces that are announced on and heard by now.
    public List<UsableInterface> interfaces() {
        return parts.presence.interfaces();
    }

    /// The names of the only interfaces to use; empty for all usable ones.
    public List<String> chosenInterfaces() {
        return parts.profile.settings().interfaces();
    }

    /// The shared UDP port that was wished for, by option, setting or default.
    public int sharedPortWished() {
        Settings settings = parts.profile.settings();
        return settings.udpPort() != null ? settings.udpPort() : Presence.Settings.SHARED_PORT_DEFAULT;
    }

    /// The shared UDP port; empty while another program holds it for itself.
    public OptionalInt sharedPort() {
        return parts.presence.sharedPort();
    }

    /// Where sessions are accepted.
    public int tcpPort() {
        return parts.tcpPort;
    }

    /// The TCP port that was wished for; 0 where any would do.
    public int tcpPortWished() {
        Integer wished = parts.profile.settings().tcpPort();
        return wished != null ? wished : Node.TCP_PORT_USUAL;
    }

    /// The rooms of this node, as it lists them to strangers.
    public List<RoomListing> rooms() {
        return parts.rooms.all().stream().map(Room::listing).toList();
    }

    /// Announces us to the shared port of one address, from our shared port: a node there answers.
    public void probe(InetAddress address) {
        parts.presence.probe(address);
    }

    /// Those that answered with a proven key, and where, whether a session came of it or not.
    public Map<Fingerprint, Endpoint> met() {
        return parts.network.met();
    }

    /// Where another node with our identity was, proven; null where none showed so far.
    public @Nullable InetAddress twin() {
        return parts.network.twin();
    }
}
