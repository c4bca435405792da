package io.landline.process;

import io.landline.beacon.SocketBeacon;
import java.io.IOException;
import java.net.DatagramSocket;
import java.util.Random;

/// UDP ports for nodes that must not meet those of the user.
public final class FreePorts {
    private static final int FROM = 20_000;
    /// Below the ports that systems give out by themselves.
    private static final int TO = 30_000;
    private static final int ATTEMPTS = 50;

    private FreePorts() {}

    /// A shared port that nobody uses now, with room for own ports behind it.
    public static int udp() throws IOException {
        var random = new Random();
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            int port = random.nextInt(FROM, TO);
            try (var _ = new DatagramSocket(port);
                    var _ = new DatagramSocket(port + 1);
                    var _ = new DatagramSocket(port + SocketBeacon.OWN_PORTS)) {
                return port;
            } catch (IOException e) {
                continue; // taken: another one
            }
        }
        throw new IOException("No free UDP ports were found.");
    }
}
