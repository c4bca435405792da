package io.landline.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import org.junit.jupiter.api.Test;

/// Who is unseen lets nobody in, and is let in again afterwards.
class ListenOnlyGuardTest extends LoopbackNodes {
    /// Half of what somebody gets who connects and says nothing.
    private static final int PATIENCE_MILLIS = 5_000;
    private static final int MOMENT_MILLIS = 300;

    @Test
    void whoIsUnseenHangsUpBeforeAWord() throws Exception {
        try (var ada = start("Ada")) {
            ada.node.parts.guard.unseen(true);
            try (Socket caller = caller(ada, PATIENCE_MILLIS)) {
                assertEquals(-1, caller.getInputStream().read());
            }
            ada.node.parts.guard.unseen(false);
            try (Socket caller = caller(ada, MOMENT_MILLIS)) { // the caller speaks first in TLS
                assertThrows(SocketTimeoutException.class, () -> caller.getInputStream().read());
            }
            try (var bob = start("Bob")) {
                ada.awaitJoined(bob);
            }
        }
    }

    private static Socket caller(RunningForTest node, int patience) throws Exception {
        var socket = new Socket(InetAddress.getLoopbackAddress(), node.node.status().tcpPort());
        socket.setSoTimeout(patience);
        return socket;
    }
}
