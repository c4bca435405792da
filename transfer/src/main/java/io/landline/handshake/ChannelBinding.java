package io.landline.handshake;

import java.io.IOException;

/// The exporter of one TLS connection (RFC 8446 §7.5): both ends get the same bytes, and nobody else does. It ties an
/// exchange to this very connection, so that a relay between two connections fails.
@FunctionalInterface
public interface ChannelBinding {
    byte[] export(String label, byte[] context, int bytes) throws IOException;
}
