package io.landline.network;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;

/// The measure beside which the nodes' times stand: a socket that answers each broadcast at once, from one card's
/// address, with nothing thought about it. A thread of its own, until the JVM ends.
final class RawEcho {
    static final int PORT = 42_263;
    /// As long as a presence reply without rooms.
    static final int ANSWER_BYTES = 500;

    private RawEcho() {}

    static void open(InetAddress own) throws IOException {
        var shared = new DatagramSocket(null);
        shared.setReuseAddress(true);
        shared.bind(new InetSocketAddress(PORT));
        var answering = new DatagramSocket(new InetSocketAddress(own, 0));
        Thread.ofPlatform().daemon().name("echo " + own.getHostAddress()).start(() -> answer(shared, answering));
    }

    private static void answer(DatagramSocket shared, DatagramSocket answering) {
        var packet = new DatagramPacket(new byte[ANSWER_BYTES], ANSWER_BYTES);
        try (shared; answering) {
            while (true) {
                packet.setLength(ANSWER_BYTES);
                shared.receive(packet);
                answering.send(new DatagramPacket(Arrays.copyOf(packet.getData(), ANSWER_BYTES), ANSWER_BYTES,
                        packet.getSocketAddress()));
            }
        } catch (IOException e) {
            System.err.println("the echo ends: " + e);
        }
    }
}
