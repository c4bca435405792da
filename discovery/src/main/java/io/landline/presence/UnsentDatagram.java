package io.landline.presence;

import java.net.InetSocketAddress;
import java.time.Instant;

/// A datagram of ours that the system did not send, for people who watch the wire. Immutable; any thread.
///
/// @param at by the wall clock
/// @param interfaceName by which it was to leave; empty where nothing tells
/// @param why in the system's words
public record UnsentDatagram(Instant at, String interfaceName, InetSocketAddress to, String why) {}
