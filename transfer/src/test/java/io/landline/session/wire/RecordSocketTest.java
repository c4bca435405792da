package io.landline.session.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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

    /// A peer that sends these pieces, and notes how much was asked for at once, and what it got.
    private static final class InPieces extends Socket {
        private final ArrayDeque<Integer> pieces = new ArrayDeque<>();
        private final List<Integer> asked = new ArrayList<>();
        private final List<Integer> got = new ArrayList<>();
        private byte next;

        @Override
        public InputStream getInputStream() {
            return new InputStream() {
                @Override
                public int read() {
                    throw new AssertionError("one byte a call");
                }

                @Override
                public int read(byte[] to, int offset, int length) {
                    asked.add(length);
                    if (pieces.isEmpty()) return -1;
                    int count = Math.min(length, pieces.remove());
                    for (int i = 0; i < count; i++) to[offset + i] = next++;
                    return count;
                }
            };
        }

        @Override
        public OutputStream getOutputStream() {
            return new OutputStream() {
                @Override
                public void write(int octet) {
                    throw new AssertionError("one byte a call");
                }

                @Override
                public void write(byte[] from, int offset, int length) {
                    got.add(length);
                    for (int i = offset; i < offset + length; i++) assertEquals(next++, from[i]);
                }
            };
        }
    }

    /// A thousand connections may be idle, and each would keep room for a whole record.
    @Test
    void anIdleConnectionWaitsInASmallBufferAndABusyOneReadsWholeRecords() throws IOException {
        var other = new InPieces();
        other.pieces.addAll(List.of(100, RecordSocket.IDLE_BYTES, 16_000, RecordSocket.EAGER_BYTES, 50, 60));
        int all = other.pieces.stream().mapToInt(Integer::intValue).sum();
        try (var records = new RecordSocket(other, () -> {}, new SilentRecords())) {
            byte[] read = records.getInputStream().readNBytes(all + 1);
            assertEquals(all, read.length);
            for (int i = 0; i < all; i++) assertEquals((byte) i, read[i]);
        }
        int idle = RecordSocket.IDLE_BYTES;
        int busy = RecordSocket.EAGER_BYTES;
        assertEquals(List.of(idle, idle, busy, busy, busy, idle, idle), other.asked);
    }

    @Test
    void messagesOfEachSizeGoOutWholeAndInTheirOrder() throws IOException {
        var other = new InPieces();
        try (var records = new RecordSocket(other, () -> {}, new SilentRecords())) {
            OutputStream out = records.getOutputStream();
            byte next = 0;
            for (int size : List.of(10, 2_000, 16_400, 300, 900, 16_400, 20_000)) {
                byte[] message = new byte[size];
                for (int i = 0; i < size; i++) message[i] = next++;
                out.write(message);
                if (size < 1_000) out.flush();
            }
            out.flush();
        }
        assertEquals(List.of(10, 2_000, 16_400, 300, 900, 16_400, 20_000), other.got);
    }
}
