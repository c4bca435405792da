package io.landline.session.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.Arrays;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.Test;

class RecordSocketTest {
    /// A peer that sends without end, and is read as fast as somebody asks.
    private static final class Endless extends Socket {
        private long taken;

        @Override
        public InputStream getInputStream() {
            return new InputStream() {
                @Override
                public int read() {
                    taken++;
                    return 0x16;
                }

                @Override
                public int read(byte[] to, int offset, int length) {
                    Arrays.fill(to, offset, offset + length, (byte) 0x16);
                    taken += length;
                    return length;
                }
            };
        }

        @Override
        public OutputStream getOutputStream() {
            return OutputStream.nullOutputStream();
        }
    }

    private final Endless peer = new Endless();

    @Test
    void h19_aHandshakeIsReadUpToItsLimitAndNoFurther() throws IOException {
        try (var records = new RecordSocket(peer, () -> {}, new SilentRecords())) {
            InputStream in = records.getInputStream();
            assertThrows(SSLException.class, () -> in.readNBytes(16 * RecordSocket.HANDSHAKE_BYTES_MAX));
            assertTrue(peer.taken > RecordSocket.HANDSHAKE_BYTES_MAX, "not before");
            assertTrue(peer.taken <= RecordSocket.HANDSHAKE_BYTES_MAX + RecordSocket.EAGER_BYTES,
                    peer.taken + " bytes");
            assertThrows(SSLException.class, in::read, "and it stays so");
        }
    }

    @Test
    void afterTheHandshakeAnyNumberOfBytesIsReadAsLongAsTheyBringMessages() throws IOException {
        var silent = new SilentRecords();
        try (var records = new RecordSocket(peer, () -> {}, silent)) {
            assertEquals(0x16, records.peek());
            records.handshakeOver();
            InputStream messages = silent.over(records.getInputStream()); // each byte stands for a message
            for (int i = 0; i < 4 * RecordSocket.HANDSHAKE_BYTES_MAX; i++) assertEquals(0x16, messages.read());
        }
    }
}
