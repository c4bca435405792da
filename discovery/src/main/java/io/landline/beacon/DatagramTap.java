package io.landline.beacon;

import java.net.InetSocketAddress;

/// Sees what passes, on the thread that sends and receives.
///
/// An own end is the socket's: for a shared socket the wildcard address, since the system does not say to which of our
/// addresses, or to which broadcast, a datagram came.
public interface DatagramTap {
    void cameIn(ReceivedDatagram heard, InetSocketAddress own);

    void wentOut(byte[] bytes, InetSocketAddress own, InetSocketAddress to, String interfaceName);

    /// The system did not send it.
    ///
    /// @param why in the system's words
    void wasRefused(InetSocketAddress to, String interfaceName, String why);
}
