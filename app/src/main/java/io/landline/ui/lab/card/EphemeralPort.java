package io.landline.ui.lab.card;

import io.landline.lab.Transport;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.ServerSocket;

/// Asks the system for an ephemeral port, one that nobody has. Another program may take it before it is used.
/// Stateless; any thread but the JavaFX thread.
final class EphemeralPort {
    private EphemeralPort() {}

    public static int of(Transport transport) throws IOException {
        if (transport == Transport.UDP) {
            try (var socket = new DatagramSocket(0)) {
                return socket.getLocalPort();
            }
        }
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
