package io.landline.presence;

import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.Optional;

/// One presence datagram as it passed, for people who watch the wire.
///
/// @param at by the wall clock
/// @param interfaceName empty where the system does not tell
/// @param other where it came from, or where it went
/// @param kind `announce`, `still`, `ask`, `reply`, `leave`, or `unknown`
/// @param sizeBytes of the UDP payload
/// @param body the JSON body as it travelled, a stranger's text; empty where there is none that can be read
/// @param problem why it cannot be read, in words; empty where it can
public record PassedDatagram(Instant at, String interfaceName, Direction direction, InetSocketAddress other, String kind, int sizeBytes,
        String body, Optional<String> problem) {
    /// Which way it went.
    public enum Direction {
        IN, OUT
    }
}
