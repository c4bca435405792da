package io.landline.presence;

import io.landline.peer.Direction;
import io.landline.peer.Fingerprint;
import io.landline.presence.packet.PacketKind;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.Optional;

/// One presence datagram as it passed, for people who watch the wire.
///
/// @param at by the wall clock
/// @param bytes the UDP payload, a copy; one byte over the limit if it was too long, and the rest was cut
public record ObservedDatagram(Instant at, Hop hop, byte[] bytes, Content content) {
    /// Where it passed.
    ///
    /// @param interfaceName empty where the system does not tell
    /// @param own our end: the wildcard address and the shared port where it passed by a shared socket, as the system
    ///        tells no more
    /// @param other where it came from, or where it went
    public record Hop(String interfaceName, Direction direction, InetSocketAddress own, InetSocketAddress other) {}

    /// What can be read of it: a stranger's word, no signature was checked.
    ///
    /// @param kind empty if it cannot be read
    /// @param peer the fingerprint that it claims; empty if it cannot be read
    /// @param body the JSON body as it travelled; empty if it has none that can be read
    /// @param problem why it cannot be read, in words; empty if it can
    public record Content(Optional<PacketKind> kind, Optional<Fingerprint> peer, String body,
            Optional<String> problem) {
        /// As `watch` shows it: the kind, or `unknown`.
        public String kindLabel() {
            return kind.map(PacketKind::label).orElse("unknown");
        }
    }

    /// Of the UDP payload.
    public int sizeBytes() {
        return bytes.length;
    }
}
