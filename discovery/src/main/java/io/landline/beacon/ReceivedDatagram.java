package io.landline.beacon;

import java.net.InetSocketAddress;

/// One datagram as it came.
///
/// @param bytes at most [Beacon#MAX_BYTES] + 1: one more than may be says that it was too long, and was cut
/// @param from its source; link-local IPv6 addresses have their scope
/// @param interfaceName by which interface it came, as far as source or socket tell; else empty
public record ReceivedDatagram(byte[] bytes, InetSocketAddress from, String interfaceName, ReplyPath by) {}
