package io.landline.frame;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/// Reads frames off one connection. Not thread-safe: only the connection's reading thread calls it.
///
///      0                   1                   2                   3
///      0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
///     +-----------------------------------------------+---------------+
///     |            Body length in bytes (24)          |    Type (8)   |
///     +-----------------------------------------------+---------------+
///     |                           Body                              ...
///
/// Numbers are big-endian. The end of the stream is never the end of a message: between two frames it is a hang-up,
/// inside one it is an [EOFException], and nothing of that frame is handed on.
public final class FrameReader {
    /// The length and the type, before each body.
    public static final int HEADER_BYTES = 4;
    /// What [#nextInto] answers where the peer hung up between two frames.
    public static final int HUNG_UP = -1;

    private final InputStream in;
    private final byte[] head = new byte[HEADER_BYTES - 1];
    private final IntSupplier bodyBytesMax;

    /// @param bodyBytesMax the longest body that the connection's present state allows; asked when a length has come
    public FrameReader(InputStream in, IntSupplier bodyBytesMax) {
        this.in = in;
        this.bodyBytesMax = bodyBytesMax;
    }

    /// The next frame; null where the peer hung up between two. A length above the limit is refused before anything is
    /// allocated and before a byte of the body is read.
    public @Nullable Frame next() throws IOException, MalformedFrameException {
        int length = length();
        if (length == HUNG_UP) return null;
        int type = type();
        byte[] body = new byte[length]; // only now: the length is a stranger's word until it is checked
        fill(body, length);
        return new Frame(type, body);
    }

    /// Where the body of a frame goes.
    @FunctionalInterface
    public interface Buffers {
        /// A buffer with an array of at least this length. Throws where none is free.
        ByteBuffer of(int length) throws IOException;
    }

    /// Reads the next frame's body to the start of a buffer, flips it and returns the type, or [#HUNG_UP]. The buffer
    /// is asked for when the length has come and is within the limit; it is the caller's to use again for the frame
    /// after.
    public int nextInto(Buffers buffers) throws IOException, MalformedFrameException {
        int length = length();
        if (length == HUNG_UP) return HUNG_UP;
        int type = type();
        ByteBuffer buffer = buffers.of(length);
        fill(buffer.array(), length);
        buffer.clear().limit(length);
        return type;
    }

    /// At once: each call of TLS for a single byte costs as much as one for all.
    private int length() throws IOException, MalformedFrameException {
        int count = in.readNBytes(head, 0, head.length);
        if (count == 0) return HUNG_UP;
        if (count < head.length) throw new EOFException("hung up inside a frame's header");
        int length = (head[0] & 0xff) << 16 | (head[1] & 0xff) << 8 | head[2] & 0xff;
        int max = bodyBytesMax.getAsInt();
        if (length > max) throw new MalformedFrameException("a body of " + length + " bytes where " + max + " fit");
        return length;
    }

    private int type() throws IOException {
        int type = in.read();
        if (type == -1) throw new EOFException("hung up inside a frame's header");
        return type;
    }

    private void fill(byte[] body, int length) throws IOException {
        if (in.readNBytes(body, 0, length) < length) throw new EOFException("hung up inside a frame's body");
    }
}
