package io.landline.lab.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.landline.lab.SocketCard;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import org.junit.jupiter.api.Test;

/// What a card says of a socket, from its opening to its end, on loopback.
class SocketCardsTest {
    private static final InetAddress HERE = InetAddress.getLoopbackAddress();

    @Test
    void aDatagramSocketIsOpenThenTiedThenClosed() throws Exception {
        try (var socket = new DatagramSocket(0, HERE); var other = new DatagramSocket(0, HERE)) {
            SocketCard open = SocketCards.of(socket, "IPv4", "here");
            assertEquals("open", open.state().english());
            assertNull(open.peer());
            assertNull(open.options().get("IPV6_V6ONLY"));
            assertEquals("true", open.options().get("SO_BROADCAST").english());
            socket.connect(HERE, other.getLocalPort());
            SocketCard tied = SocketCards.of(socket, "IPv4", "here");
            assertEquals("tied to one peer", tied.state().english());
            assertEquals("127.0.0.1:" + other.getLocalPort(), tied.peer());
            socket.close();
            SocketCard closed = SocketCards.of(socket, "IPv4", "here");
            assertEquals("closed", closed.state().english());
            assertEquals("not known: socket closed", closed.options().get("SO_BROADCAST").english());
        }
    }

    @Test
    void aConnectionIsConnectedThenHalfClosedThenClosed() throws Exception {
        try (var listening = new ServerSocket(0, 1, HERE); var socket = new Socket(HERE, listening.getLocalPort())) {
            assertEquals("listening", SocketCards.of(listening, "dual", "here").state().english());
            assertEquals("off", SocketCards.of(listening, "dual", "here").options().get("IPV6_V6ONLY").english());
            assertEquals("off in the system; IPv4 is dropped here",
                    SocketCards.of(listening, "IPv6", "here").options().get("IPV6_V6ONLY").english());
            assertEquals("connected", SocketCards.of(socket, "IPv4").state().english());
            socket.shutdownOutput();
            assertEquals("half closed", SocketCards.of(socket, "IPv4").state().english());
            socket.close();
            assertEquals("closed", SocketCards.of(socket, "IPv4").state().english());
            listening.close();
            assertEquals("closed", SocketCards.of(listening, "dual", "here").state().english());
        }
    }
}
