package io.landline.process;

import io.landline.beacon.SocketBeacon;
import java.io.IOException;
import java.net.DatagramSocket;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;

/// UDP ports for nodes that must not meet those of the user.
public final class FreePorts {
    private static final int FROM = 20_000;
    /// Below the ports that systems give out by themselves.
    private static final int TO = 30_000;
    private static final int ATTEMPTS = 50;
    /// Each process has its part of them, by its number: two that choose at once hardly choose alike.
    private static final int PARTS = 16;
    private static final int PART = (TO - FROM) / PARTS;
    /// What was given in this process: who got it may not have bound it yet. The class guards it.
    private static final Set<Integer> GIVEN = new HashSet<>();

    private FreePorts() {}

    /// A shared port that nobody uses now, with room for own ports behind it. Another one each time.
    public static synchronized int udp() throws IOException {
        var random = new Random();
        int from = FROM + (int) (ProcessHandle.current().pid() % PARTS) * PART;
        if (GIVEN.size() > PART / 2) GIVEN.clear();
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            int port = random.nextInt(from, from + PART);
            if (GIVEN.contains(port)) continue;
            try (var _ = new DatagramSocket(port);
                    var _ = new DatagramSocket(port + 1);
                    var _ = new DatagramSocket(port + SocketBeacon.OWN_PORTS)) {
                GIVEN.add(port);
                return port;
            } catch (IOException e) {
                continue; // taken: another one
            }
        }
        throw new IOException("No free UDP ports were found.");
    }
}
