package io.landline.network;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.time.Duration;

/// A program that broadcasts one datagram and waits for the answers of all [RawEcho]es, some rounds; prints the
/// microseconds to each answer, a line each, of all rounds but those that warm Java up. Arguments: own address,
/// broadcast address, echoes, rounds.
final class RawRoundTrip {
    private static final int WARM_UP_ROUNDS = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private RawRoundTrip() {}

    public static void main(String[] arguments) throws IOException {
        int echoes = Integer.parseInt(arguments[2]);
        int rounds = Integer.parseInt(arguments[3]);
        try (var socket = new DatagramSocket(new InetSocketAddress(InetAddress.getByName(arguments[0]), 0))) {
            socket.setBroadcast(true);
            socket.setSoTimeout((int) PATIENCE.toMillis());
            var all = new InetSocketAddress(InetAddress.getByName(arguments[1]), RawEcho.PORT);
            for (int round = 0; round < WARM_UP_ROUNDS + rounds; round++) {
                round(socket, all, echoes, round >= WARM_UP_ROUNDS);
            }
        }
    }

    private static void round(DatagramSocket socket, InetSocketAddress all, int echoes, boolean counts)
            throws IOException {
        var answer = new DatagramPacket(new byte[RawEcho.ANSWER_BYTES], RawEcho.ANSWER_BYTES);
        long asked = System.nanoTime();
        socket.send(new DatagramPacket(new byte[RawEcho.ANSWER_BYTES], RawEcho.ANSWER_BYTES, all));
        var times = new long[echoes];
        try {
            for (int i = 0; i < echoes; i++) {
                socket.receive(answer);
                times[i] = System.nanoTime() - asked;
            }
        } catch (SocketTimeoutException e) {
            System.err.println("an echo was lost"); // its time stays 0, and is not printed
        }
        for (long each : times) if (counts && each > 0) System.out.println(each / 1_000);
    }
}
