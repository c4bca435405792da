package io.landline.session.dial;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.landline.peer.Endpoint;
import io.landline.peer.Fingerprint;
import io.landline.peer.Sha256;
import java.net.InetAddress;
import java.nio.ByteBuffer;

/// Where two nodes connect to each other at once (RFC 9293 §3.5, simultaneous open), when each sits behind a firewall
/// that lets only answers in: each side's first packet makes the other's an answer. Both work out both ports from what
/// both know, so nothing has to be said before. Stateless; any thread.
///
/// @param ownPort from which we connect
/// @param theirs to which we connect, and from which they do
public record SimultaneousOpen(int ownPort, Endpoint theirs) {
    /// Above the ports that Linux gives to connections as they come (32,768 to 60,999), so the port is free as a rule.
    public static final int PORT_MIN = 61_000;
    /// The largest of TCP.
    public static final int PORT_MAX = 65_535;
    private static final byte[] LABEL = "landline/1 meeting\0".getBytes(US_ASCII);

    /// For a control connection of these two runs.
    public static SimultaneousOpen ofRuns(Fingerprint own, long ownRun, Fingerprint peer, long peerRun,
            InetAddress address) {
        boolean weAreLower = own.compareTo(peer) < 0;
        ByteBuffer runs = ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(weAreLower ? ownRun : peerRun)
                .putLong(weAreLower ? peerRun : ownRun);
        return of(own, peer, address, runs.array());
    }

    /// For the bulk connection with this token.
    public static SimultaneousOpen ofToken(Fingerprint own, Fingerprint peer, InetAddress address, byte[] token) {
        return of(own, peer, address, token);
    }

    private static SimultaneousOpen of(Fingerprint own, Fingerprint peer, InetAddress address, byte[] occasion) {
        boolean weAreLower = own.compareTo(peer) < 0;
        byte[] first = (weAreLower ? own : peer).bytes();
        byte[] second = (weAreLower ? peer : own).bytes();
        ByteBuffer numbers = ByteBuffer.wrap(Sha256.of(LABEL, first, second, occasion));
        int lower = port(numbers.getInt());
        int higher = port(numbers.getInt());
        return new SimultaneousOpen(weAreLower ? lower : higher, new Endpoint(address, weAreLower ? higher : lower));
    }

    private static int port(int number) {
        return PORT_MIN + Integer.remainderUnsigned(number, PORT_MAX - PORT_MIN + 1);
    }
}
