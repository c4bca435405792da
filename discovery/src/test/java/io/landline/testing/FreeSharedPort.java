package io.landline.testing;

import java.io.IOException;
import java.net.DatagramSocket;
import java.util.ArrayList;
import java.util.Random;

/// A shared UDP port for one test, free now with the own ports that follow it. Ports that the system hands out by
/// itself would be taken by anybody in the meantime: these are below them.
public final class FreeSharedPort {
    /// The shared port, sixteen own ones, and one more.
    private static final int PORTS = 18;
    private static final int FROM = 10_000;
    private static final int TO = 20_000;
    private static final int ATTEMPTS = 50;

    private FreeSharedPort() {}

    public static int find() throws IOException {
        var random = new Random();
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            int port = random.nextInt(FROM, TO);
            if (areFree(port)) return port;
        }
        throw new IOException("no free ports");
    }

    private static boolean areFree(int first) {
        var sockets = new ArrayList<DatagramSocket>();
        try {
            for (int i = 0; i < PORTS; i++) sockets.add(new DatagramSocket(first + i));
            return true;
        } catch (IOException e) {
            return false;
        } finally {
            sockets.forEach(DatagramSocket::close);
        }
    }
}
