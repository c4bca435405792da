package io.landline.filetransfer.chunk;

import io.landline.filetransfer.TransferId;
import io.landline.frame.MalformedFrameException;
import java.nio.ByteBuffer;

/// The head of one chunk on its way; the chunk's bytes follow, to the end of the frame.
///
///      0                   1                   2                   3
///      0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
///     +---------------------------------------------------------------+
///     |                        Transfer id (64)                       |
///     |                                                               |
///     +---------------------------------------------------------------+
///     |                        Chunk number (32)                      |
///     +---------------------------------------------------------------+
///     |                        Bytes of the chunk                   ...
public record DataFrame(TransferId transfer, int chunk) {
    public static final int HEADER_BYTES = TransferId.BYTES + Integer.BYTES;

    public byte[] header() {
        return ByteBuffer.allocate(HEADER_BYTES).putLong(transfer.value()).putInt(chunk).array();
    }

    /// Takes the head off a body; what remains in the buffer is the chunk.
    public static DataFrame received(ByteBuffer body) throws MalformedFrameException {
        if (body.remaining() < HEADER_BYTES) {
            throw new MalformedFrameException("data frame of " + body.remaining() + " bytes");
        }
        var frame = new DataFrame(new TransferId(body.getLong()), body.getInt());
        if (frame.chunk < 0) {
            throw new MalformedFrameException("data frame with an impossible number");
        }
        return frame;
    }
}
