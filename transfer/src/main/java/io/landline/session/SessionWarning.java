package io.landline.session;

import java.net.InetAddress;
import java.net.InetSocketAddress;

/// Something about connections that a person should know. The app says it as a sentence.
public sealed interface SessionWarning {
    /// Another program has the TCP port that was wished for.
    ///
    /// @param used instead
    record PortTaken(int wished, int used) implements SessionWarning {}

    /// No connection can be accepted at this address of ours.
    ///
    /// @param why in the system's words
    record CannotListen(InetAddress address, String why) implements SessionWarning {}

    /// New connections wait: the system opens none at present.
    ///
    /// @param why in the system's words
    record TooManyFiles(String why) implements SessionWarning {}

    /// A fault of our own ended the attempt to connect to an address that was typed.
    record InternalError(InetSocketAddress typed) implements SessionWarning {}
}
