package io.landline.session.wire;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class DeadlinesTest {
    /// In each of many rounds: who wakes because the socket was closed must never take the other side for the cause.
    @Test
    void whoSeesTheSocketClosedSeesThatTheTimeIsOver() throws IOException {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        try (var deadlines = new Deadlines(); var server = new ServerSocket(0, 1, loopback)) {
            for (int round = 0; round < 500; round++) {
                try (var socket = new Socket(loopback, server.getLocalPort()); var _ = server.accept()) {
                    var deadline = deadlines.closeAfter(Duration.ofMillis(1), socket);
                    assertThrows(IOException.class, () -> socket.getInputStream().read());
                    assertTrue(deadline.isOver());
                }
            }
        }
    }
}
