package io.landline.handshake;

/// Which side of the TLS connection this node is. The client dialled; it starts every exchange, so that roles cannot be
/// confused.
public enum Role { CLIENT, SERVER }
