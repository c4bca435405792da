package io.landline.control;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.landline.testing.Seed;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LineReaderTest {
    private static final int MAX = 20_000;

    /// Gives its bytes in pieces of random size, as a socket may.
    private static final class Pieces implements ReadableByteChannel {
        private final byte[] bytes;
        private final Random random;
        private int given;

        Pieces(byte[] bytes, Random random) {
            this.bytes = bytes;
            this.random = random;
        }

        @Override
        public int read(ByteBuffer target) {
            if (given == bytes.length) return -1;
            int count = Math.min(Math.min(target.remaining(), 1 + random.nextInt(5_000)), bytes.length - given);
            target.put(bytes, given, count);
            given += count;
            return count;
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public void close() {}
    }

    private static LineReader reading(byte[] bytes, int max) {
        return new LineReader(new Pieces(bytes, new Random(1)), max);
    }

    private static List<String> all(LineReader reader) throws IOException {
        var lines = new ArrayList<String>();
        for (String line; (line = reader.next()) != null;) lines.add(line);
        return lines;
    }

    @Test
    void linesOfAnySizeInAnyPiecesComeBackAsTheyWereSent() throws IOException {
        var random = Seed.random("LineReaderTest");
        for (int round = 0; round < 200; round++) {
            var sent = new ArrayList<String>();
            var wire = new StringBuilder();
            for (int i = random.nextInt(20); i > 0; i--) {
                String line = "ü" + "x".repeat(random.nextInt(4) == 0 ? random.nextInt(MAX - 1) : random.nextInt(100));
                sent.add(line);
                wire.append(line)
                        .append(random.nextBoolean() ? "\n" : "\r\n")
                        .append(random.nextInt(5) == 0 ? "\n\r\n" : "");
            }
            assertEquals(sent, all(new LineReader(new Pieces(wire.toString().getBytes(UTF_8), random), MAX)));
        }
    }

    @Test
    void aLineOfTheLargestLengthIsReadAndOneByteMoreIsRefused() throws IOException {
        for (int max : new int[]{1, 100, 8_191, 8_192, 8_193, MAX}) {
            String longest = "x".repeat(max);
            assertEquals(List.of(longest, "y"), all(reading((longest + "\ny\n").getBytes(UTF_8), max)));
            assertEquals(List.of(longest, "y"), all(reading((longest + "\r\ny\r\n").getBytes(UTF_8), max)));
            assertThrows(IOException.class, () -> all(reading((longest + "x\n").getBytes(UTF_8), max)));
            assertThrows(IOException.class, () -> all(reading((longest + "x\r\n").getBytes(UTF_8), max)));
        }
    }

    @Test
    void aLineWithoutEndIsRefusedBeforeItFillsTheMemory() {
        var endless = new ReadableByteChannel() {
            long read;

            @Override
            public int read(ByteBuffer target) {
                int count = target.remaining();
                target.position(target.limit());
                read += count;
                return count;
            }

            @Override
            public boolean isOpen() {
                return true;
            }

            @Override
            public void close() {}
        };
        assertThrows(IOException.class, () -> new LineReader(endless, MAX).next());
        assertEquals(MAX + 2, endless.read);
    }

    @Test
    void aLineThatIsCutAtAnyByteIsNoLine() throws IOException {
        byte[] whole = "{\"a\":1}\n".getBytes(UTF_8);
        assertNull(reading(new byte[0], MAX).next());
        for (int length = 1; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThrows(EOFException.class, () -> reading(cut, MAX).next());
        }
    }

    @Test
    void whatIsNotUtf8IsRefused() {
        assertThrows(CharacterCodingException.class, () -> reading(new byte[]{'a', (byte) 0xFF, '\n'}, MAX).next());
        assertThrows(CharacterCodingException.class,
                () -> reading(new byte[]{(byte) 0xED, (byte) 0xA0, (byte) 0x80, '\n'}, MAX).next());
    }
}
