package io.landline.session.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.landline.handshake.Role;
import io.landline.handshake.TlsContexts;
import io.landline.identity.Identity;
import io.landline.session.wire.RecordSocket;
import io.landline.testing.Patience;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// TLS that is older than ours, and handshakes that never end. A whole handshake may take minutes here; who is to be
/// hung up on for what it sent is hung up on well before.
class HostileTlsTest {
    private static final int LONG_BEFORE_THE_DEADLINE_MILLIS = Patience.MILLIS;
    private static final int RECORD_BYTES_MAX = 16 * 1024;

    private static Socket dialled(TestNode node) throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), node.port);
        socket.setSoTimeout(LONG_BEFORE_THE_DEADLINE_MILLIS);
        return socket;
    }

    /// What the other side sends until it hangs up.
    private static byte[] rest(Socket socket) throws IOException {
        var got = new java.io.ByteArrayOutputStream();
        try {
            socket.getInputStream().transferTo(got);
        } catch (SocketTimeoutException e) {
            throw e; // it still waits for more
        } catch (IOException e) {
            return got.toByteArray(); // reset: hung up with something of ours unread
        }
        return got.toByteArray();
    }

    /// Everything but the version is as the node wants it: an identity's certificate, an application protocol, Ed25519.
    @Test
    void h19_aClientThatSpeaksOnlyTls12IsToldSoAndNotGreeted() throws Exception {
        var contexts = new TlsContexts(Identity.generate());
        try (TestNode a = TestNode.in(TestNode.OPEN); Socket raw = dialled(a)) {
            var socket = (SSLSocket) contexts.context().getSocketFactory().createSocket(raw, "x", raw.getPort(), true);
            var parameters = contexts.parameters(Role.CLIENT);
            parameters.setProtocols(new String[]{"TLSv1.2"});
            parameters.setCipherSuites(new String[]{"TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256"});
            socket.setSSLParameters(parameters);
            var refused = assertThrows(SSLHandshakeException.class, socket::startHandshake);
            assertTrue(refused.getMessage().contains("protocol_version"), refused.getMessage());
            assertEquals(List.of(), a.recorder.all(""));
        }
    }

    /// Versions that this JVM does not speak itself, by their bytes (RFC 5246 §7.4.1.2).
    @ParameterizedTest
    @ValueSource(strings = {"0303", "0302", "0301", "0300"})
    void h19_aClientHelloOfAnOlderVersionIsAnsweredWithAnAlert(String version) throws Exception {
        try (TestNode a = TestNode.in(TestNode.OPEN); Socket socket = dialled(a)) {
            String body = version + "11".repeat(32) + "00" + "0004c02bc009" + "0100";
            String message = "01" + HexFormat.of().toHexDigits(body.length() / 2, 6) + body;
            socket.getOutputStream()
                    .write(HexFormat.of()
                            .parseHex("160301" + HexFormat.of().toHexDigits(message.length() / 2, 4) + message));
            byte[] answer = rest(socket);
            assertEquals(0x15, answer[0], "an alert");
            assertEquals("00020246", HexFormat.of().formatHex(answer, 3, 7), "fatal, protocol_version");
            assertEquals(7, answer.length, "and nothing else");
        }
    }

    @Test
    void h19_aClientHelloThatClaimsMegabytesIsHungUpOnAfterOneRecord() throws Exception {
        try (TestNode a = TestNode.in(TestNode.OPEN); Socket socket = dialled(a)) {
            var record = new byte[5 + RECORD_BYTES_MAX];
            // a message of 16 MiB
            System.arraycopy(HexFormat.of().parseHex("160301400001ffffff0303"), 0, record, 0, 11);
            socket.getOutputStream().write(record);
            rest(socket);
            assertEquals(List.of(), a.recorder.all(""));
        }
    }

    /// A message of a length that TLS takes, a byte a record: more and more bytes that never end a handshake.
    @Test
    void h19_aClientHelloInManySmallRecordsIsHungUpOnAfterABoundedNumberOfBytes() throws Exception {
        try (TestNode a = TestNode.in(TestNode.OPEN); Socket socket = dialled(a)) {
            int claimed = 30_000;
            var records = ByteBuffer.allocate(6 * claimed);
            byte[] start = HexFormat.of().parseHex("01" + HexFormat.of().toHexDigits(claimed, 6) + "0303");
            for (int i = 0; i < claimed; i++) { // the last four bytes of the message are never sent
                records.put(HexFormat.of().parseHex("1603010001")).put(i < start.length ? start[i] : 0);
            }
            assertTrue(records.capacity() > RecordSocket.HANDSHAKE_BYTES_MAX);
            OutputStream out = socket.getOutputStream();
            try {
                out.write(records.array());
            } catch (IOException e) {
                assertTrue(true, "hung up while we were sending");
            }
            rest(socket);
            assertEquals(List.of(), a.recorder.all(""));
        }
    }

    /// TLS works each request off by itself and answers it (RFC 8446 §4.6.3), so no bound of frames sees it.
    @Test
    void h19_whoAsksForNewKeysWithoutEndIsHungUpOn() throws Exception {
        try (TestNode a = TestNode.in(TestNode.OPEN); Socket raw = dialled(a)) {
            SSLSocket socket = new TlsContexts(Identity.generate()).client(raw, null);
            socket.startHandshake();
            assertThrows(IOException.class, () -> {
                for (int i = 0; i < 20_000; i++) socket.startHandshake(); // asks for new keys from now on
            });
        }
    }
}
