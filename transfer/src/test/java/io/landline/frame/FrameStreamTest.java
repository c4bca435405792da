package io.landline.frame;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.landline.testing.Seed;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrameStreamTest {
    private static final int LIMIT = 300;

    @Test
    void whatIsWrittenReadsBack() throws Exception {
        var out = new ByteArrayOutputStream();
        var writer = new FrameWriter(out);
        writer.write(new Frame(FrameType.PING, new byte[0]));
        writer.write(new Frame(0xff, bytes(LIMIT)));
        writer.write(FrameType.DATA, bytes(5), ByteBuffer.wrap(bytes(20), 3, 10));
        writer.write(FrameType.DATA, bytes(5), ByteBuffer.allocateDirect(7));
        FrameReader reader = reader(out.toByteArray());
        assertFrame(FrameType.PING, new byte[0], reader.next());
        assertFrame(0xff, bytes(LIMIT), reader.next());
        byte[] joined = Arrays.copyOf(bytes(5), 15);
        System.arraycopy(bytes(20), 3, joined, 5, 10);
        assertFrame(FrameType.DATA, joined, reader.next());
        assertFrame(FrameType.DATA, Arrays.copyOf(bytes(5), 12), reader.next());
        assertNull(reader.next());
    }

    @Test
    void aHangUpBetweenFramesIsTheEndAndAnywhereElseAnError() throws Exception {
        byte[] whole = frame(9, bytes(20));
        for (int cut = 0; cut < whole.length; cut++) {
            FrameReader reader = reader(Arrays.copyOf(whole, cut));
            if (cut == 0) {
                assertNull(reader.next());
            } else {
                assertThrows(EOFException.class, reader::next, "cut at " + cut);
            }
        }
    }

    @Test
    void aBulkFrameCutAnywhereIsAnError() throws Exception {
        byte[] whole = frame(9, bytes(20));
        var buffer = ByteBuffer.allocate(LIMIT);
        for (int cut = 0; cut < whole.length; cut++) {
            FrameReader reader = reader(Arrays.copyOf(whole, cut));
            if (cut == 0) {
                assertEquals(FrameReader.HUNG_UP, reader.nextInto(_ -> buffer));
            } else {
                assertThrows(EOFException.class, () -> reader.nextInto(_ -> buffer), "cut at " + cut);
            }
        }
    }

    @Test
    void bulkFramesAreReadIntoTheSameBuffer() throws Exception {
        byte[] two = Arrays.copyOf(frame(7, bytes(200)), 204 + 7);
        System.arraycopy(frame(8, bytes(3)), 0, two, 204, 7);
        FrameReader reader = reader(two);
        var buffer = ByteBuffer.allocate(LIMIT);
        assertEquals(7, reader.nextInto(_ -> buffer));
        assertEquals(200, buffer.remaining());
        buffer.position(50); // a reader that did not take all
        assertEquals(8, reader.nextInto(_ -> buffer));
        assertEquals(ByteBuffer.wrap(bytes(3)), buffer);
        assertEquals(FrameReader.HUNG_UP, reader.nextInto(_ -> buffer));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, LIMIT - 1, LIMIT})
    void h34_aLengthUpToTheLimitPasses(int length) throws Exception {
        assertFrame(3, bytes(length), reader(frame(3, bytes(length))).next());
    }

    @ParameterizedTest
    @ValueSource(ints = {LIMIT + 1, 0x7fffff, 0x800000, 0xffffff})
    void h34_aLengthAboveTheLimitIsRefusedBeforeTheBodyArrives(int length) {
        byte[] header = {(byte) (length >> 16), (byte) (length >> 8), (byte) length};
        var beyond = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("read on after a length that is refused");
            }
        };
        var reader = new FrameReader(new SequenceInputStream(new ByteArrayInputStream(header), beyond), () -> LIMIT);
        assertThrows(MalformedFrameException.class, reader::next);
    }

    @Test
    void theLimitIsThatOfTheStateInWhichTheLengthComes() throws Exception {
        int[] limit = {10};
        byte[] two = Arrays.copyOf(frame(1, bytes(10)), 14 + 15);
        System.arraycopy(frame(1, bytes(11)), 0, two, 14, 15);
        var reader = new FrameReader(new ByteArrayInputStream(two), () -> limit[0]);
        assertNotNull(reader.next());
        limit[0] = 11;
        assertNotNull(reader.next());
    }

    @Test
    void randomBytesGiveFramesOrAnErrorOfTheirOwn() {
        var random = Seed.random("FrameStreamTest");
        for (int round = 0; round < 20_000; round++) {
            var noise = new byte[random.nextInt(64)];
            random.nextBytes(noise);
            if (noise.length > 1) noise[0] = noise[1] = 0; // else the length alone ends nearly every round
            FrameReader reader = reader(noise);
            try {
                while (reader.next() != null) {}
            } catch (MalformedFrameException | IOException e) {
                assertNotNull(e.getMessage());
            }
        }
    }

    @Test
    void theLimitsOfTheStatesAreInOrderAndFitTheHeader() {
        org.junit.jupiter.api.Assertions.assertTrue(Frame.HANDSHAKE_BODY_BYTES_MAX < Frame.CONTROL_BODY_BYTES_MAX);
        org.junit.jupiter.api.Assertions.assertTrue(Frame.CONTROL_BODY_BYTES_MAX < Frame.DATA_BODY_BYTES_MAX);
        org.junit.jupiter.api.Assertions.assertTrue(Frame.DATA_BODY_BYTES_MAX < 1 << 24);
    }

    private static void assertFrame(int type, byte[] body, Frame frame) {
        assertNotNull(frame);
        assertEquals(type, frame.type());
        assertArrayEquals(body, frame.body());
    }

    private static FrameReader reader(byte[] bytes) {
        return new FrameReader(new ByteArrayInputStream(bytes), () -> LIMIT);
    }

    private static byte[] frame(int type, byte[] body) throws IOException {
        var out = new ByteArrayOutputStream();
        new FrameWriter(out).write(new Frame(type, body));
        return out.toByteArray();
    }

    private static byte[] bytes(int length) {
        var bytes = new byte[length];
        for (int i = 0; i < length; i++) bytes[i] = (byte) (i * 7 + 1);
        return bytes;
    }
}
