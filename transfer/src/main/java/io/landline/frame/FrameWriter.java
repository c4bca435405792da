package io.landline.frame;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;

/// Writes frames onto one connection, in the drawing of [FrameReader]. Not thread-safe: threads that share one need a
/// lock of their own. Nothing is flushed before [#flush], so that frames which leave together share records and
/// packets.
public final class FrameWriter {
    private final OutputStream out;

    public FrameWriter(OutputStream out) { this.out = out; }

    public void write(Frame frame) throws IOException {
        out.write(head(frame.body().length, frame.type()));
        out.write(frame.body());
    }

    /// Writes a frame with a body of `header` followed by the rest of `payload`, which is used up. Its bytes are not
    /// copied where the payload has an array.
    public void write(int type, byte[] header, ByteBuffer payload) throws IOException {
        int length = header.length + payload.remaining();
        if (length > Frame.DATA_BODY_BYTES_MAX) {
            throw new IllegalArgumentException("frame body of " + length + " bytes");
        }
        byte[] head = Arrays.copyOf(head(length, type), FrameReader.HEADER_BYTES + header.length);
        System.arraycopy(header, 0, head, FrameReader.HEADER_BYTES, header.length);
        out.write(head); // one write, so one TLS record
        if (payload.hasArray()) {
            out.write(payload.array(), payload.arrayOffset() + payload.position(), payload.remaining());
            payload.position(payload.limit());
        } else {
            byte[] copy = new byte[payload.remaining()];
            payload.get(copy);
            out.write(copy);
        }
    }

    public void flush() throws IOException {
        out.flush();
    }

    private static byte[] head(int length, int type) {
        return new byte[]{(byte) (length >> 16), (byte) (length >> 8), (byte) length, (byte) type};
    }
}
