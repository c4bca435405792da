package io.landline.handshake;

import io.landline.frame.Frame;
import io.landline.frame.MalformedFrameException;
import io.landline.peer.Fingerprint;
import io.landline.peer.PeerName;
import io.landline.peer.RoomListing;
import io.landline.room.Room;
import java.util.List;

/// The first frame of each side on a control connection: who speaks, and in which rooms. The TLS server's comes first.
/// Unknown fields are ignored, so that later versions may add some.
///
/// @param minorVersion 0 in this version; the major one is ALPN's
/// @param run larger at each start of that node
/// @param tcpPort where that node accepts connections; 0 where it doesn't
/// @param capabilities what that node can do beyond this version; used when both list it
public record Hello(int minorVersion, long run, PeerName name, int tcpPort, List<RoomSlot> rooms,
        List<String> capabilities) {
    public static final int MINOR_VERSION = 0;
    /// Capabilities beyond these are not read.
    public static final int CAPABILITIES_MAX = 64;
    /// A choice: all sixty-four together are 4 KiB.
    public static final int CAPABILITY_BYTES_MAX = 64;

    public Hello {
        rooms = List.copyOf(rooms);
        capabilities = List.copyOf(capabilities);
    }

    /// Its rooms as strangers may see them.
    public List<RoomListing> listings() {
        return rooms.stream().map(RoomSlot::listing).toList();
    }

    /// Whether it lists a room of this name and kind.
    public boolean lists(RoomListing ours) {
        return listings().stream().anyMatch(ours::matches);
    }

    /// Whether it lists a room with a key that has the name of one of these.
    public boolean listsAKeyOf(List<Room> ours) {
        return ours.stream().anyMatch(room -> !room.open() && lists(room.listing()));
    }

    public Frame toFrame() {
        return HandshakeJson.hello(this);
    }

    /// Reads the hello of a peer with this fingerprint, proven by TLS; it names a peer that gives no usable name.
    public static Hello of(Frame frame, Fingerprint peer) throws MalformedFrameException {
        return HandshakeJson.readHello(frame, peer);
    }
}
