package io.landline.presence;

import io.landline.peer.Fingerprint;
import io.landline.presence.packet.PacketKind;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.Optional;

/// One presence datagram as it passed, for people who watch the wire.
///
/// @param at by the wall clock
/// @param interfaceName empty where the system does not tell
/// @param own our end: the wildcard address and the shared port where it passed by a shared socket, as the system tells
///        no more
/// @param other where it came from, or where it went
/// @param kind empty if it cannot be read
/// @param bytes the UDP payload, a copy; one byte over the limit if it was too long, and the rest was cut
/// @param body the JSON body as it travelled, a stranger's text; empty if it has none that can be read
/// @param peer the fingerprint that it claims: a stranger's word, no signature was checked; empty if it cannot be read
/// @param problem why it cannot be read, in words; empty if it can
public record ObservedDatagram(Instant at, String interfaceName, Direction direction, InetSocketAddress own,
        InetSocketAddress other, Optional<PacketKind> kind, byte[] bytes, String body, Optional<Fingerprint> peer,
        Optional<String> problem) {
    /// As `watch` shows it: the kind, or `unknown`.
    public String kindLabel() {
        return kind.map(PacketKind::label).orElse("unknown");
    }

    /// Of the UDP payload.
    public int sizeBytes() {
        return bytes.length;
    }

    /// Which way it went.
    public enum Direction {
        IN, OUT
    }
}
