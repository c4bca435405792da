package io.landline.doctor.probe;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.landline.doctor.system.FirewallPorts;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.time.Duration;
import java.util.Optional;

/// A UDP port of our own, in the range that a firewall's rule for Landline covers, on which nobody sent anything: what
/// comes in here came unasked. The shared port would not do, as unicast reaches one node of a host only. Confined to
/// one thread.
final class UdpProbeListener implements AutoCloseable {
    /// A presence packet; what is longer is cut, and is not what we wait for.
    private static final int BUFFER_BYTES = 1_200;

    private final DatagramSocket socket;

    private UdpProbeListener(DatagramSocket socket) { this.socket = socket; }

    /// At the first free port; empty where all are taken, so that nothing could be concluded.
    static Optional<UdpProbeListener> open(FirewallPorts ports) {
        for (int port = ports.first() + 1; port <= ports.last(); port++) {
            try {
                return Optional.of(new UdpProbeListener(new DatagramSocket(port)));
            } catch (IOException e) {
                continue; // a node's own port
            }
        }
        return Optional.empty();
    }

    int port() {
        return socket.getLocalPort();
    }

    /// Whether a datagram with this text in it has come, or comes within this time.
    boolean receives(String text, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        var packet = new DatagramPacket(new byte[BUFFER_BYTES], BUFFER_BYTES);
        try {
            for (long left = patience.toMillis(); left > 0; left = (end - System.nanoTime()) / 1_000_000) {
                socket.setSoTimeout((int) left);
                packet.setLength(BUFFER_BYTES);
                socket.receive(packet);
                if (new String(packet.getData(), 0, packet.getLength(), ISO_8859_1).contains(text)) return true;
            }
        } catch (IOException e) {
            return false; // the time is over, or the interface went: nothing was heard
        }
        return false;
    }

    @Override
    public void close() {
        socket.close();
    }
}
