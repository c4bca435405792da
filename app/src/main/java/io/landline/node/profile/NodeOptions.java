package io.landline.node.profile;

import io.landline.filetransfer.AcceptRule;
import io.landline.node.port.TypedAddress;
import io.landline.peer.PeerName;
import io.landline.peer.RoomName;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What was asked for on the command line; null where nothing was. Name, rooms and folder are stored when the profile
/// is new, else they hold for this run.
///
/// @param profile null: the default one of this system
public record NodeOptions(@Nullable Path profile, @Nullable PeerName name, List<RequestedRoom> rooms, Network network,
        @Nullable Path downloads, @Nullable AcceptRule accept, boolean verbose) {
    /// Where the node is to be found, and where it looks.
    ///
    /// @param udpPort the shared UDP port; own ports follow it
    /// @param tcpPort 0: any
    /// @param interfaces empty: all usable ones
    public record Network(@Nullable Integer udpPort, @Nullable Integer tcpPort, List<String> interfaces,
            List<TypedAddress> peers) {
        public static final Network NOT_ASKED = new Network(null, null, List.of(), List.of());
    }

    /// The same, with this rule for files.
    public NodeOptions withAccept(AcceptRule rule) {
        return new NodeOptions(profile, name, rooms, network, downloads, rule, verbose);
    }

    /// A room that was asked for.
    ///
    /// @param key null: an open room, or one that the profile has already
    public record RequestedRoom(RoomName name, boolean open, @Nullable String key) {
        /// Whether it tells which one of the rooms of its name is meant.
        public boolean isExact() {
            return open || key != null;
        }

        /// Never the key.
        @Override
        public String toString() {
            return "#" + name.value() + (open ? " (open)" : "");
        }
    }
}
