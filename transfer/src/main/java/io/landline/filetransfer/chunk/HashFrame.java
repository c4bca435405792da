package io.landline.filetransfer.chunk;

import io.landline.filetransfer.TransferId;
import io.landline.frame.MalformedFrameException;
import io.landline.peer.Sha256;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/// What the origin tells of its chunks' SHA-256, on the control connection (HASHES).
///
///      0                   1                   2                   3
///      0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
///     +---------------------------------------------------------------+
///     |                        Transfer id (64)                       |
///     |                                                               |
///     +---------------------------------------------------------------+  \
///     |                        File number (32)                       |   |
///     +---------------------------------------------------------------+   | once or more;
///     |                      First chunk number (32)                  |   | 1 to 1,024 hashes
///     +---------------------------------------------------------------+   | in the frame
///     |                      Number of hashes (32)                    |   |
///     +---------------------------------------------------------------+   |
///     |               Hashes, 32 bytes each, of chunks in order     ...   |
///     +---------------------------------------------------------------+  /
public record HashFrame(TransferId transfer, List<Run> runs) {
    /// See docs/protocol/files.md, "Binary frames".
    public static final int HASHES_MAX = 1_024;
    private static final int RUN_HEADER_BYTES = 3 * Integer.BYTES;

    /// Hashes of chunks that follow each other, one behind the other.
    public record Run(int file, int first, byte[] hashes) {
        public int count() {
            return hashes.length / Sha256.BYTES;
        }

        public byte[] hash(int n) {
            return java.util.Arrays.copyOfRange(hashes, n * Sha256.BYTES, (n + 1) * Sha256.BYTES);
        }
    }

    public byte[] body() {
        int bytes = TransferId.BYTES;
        for (Run run : runs) bytes += RUN_HEADER_BYTES + run.hashes.length;
        ByteBuffer body = ByteBuffer.allocate(bytes).putLong(transfer.value());
        for (Run run : runs) body.putInt(run.file).putInt(run.first).putInt(run.count()).put(run.hashes);
        return body.array();
    }

    public static HashFrame received(ByteBuffer body) throws MalformedFrameException {
        if (body.remaining() <= TransferId.BYTES) {
            throw new MalformedFrameException("hash frame of " + body.remaining() + " bytes");
        }
        var transfer = new TransferId(body.getLong());
        var runs = new ArrayList<Run>();
        int hashes = 0;
        while (body.hasRemaining()) {
            if (body.remaining() < RUN_HEADER_BYTES) throw new MalformedFrameException("hash frame that is cut off");
            int file = body.getInt();
            int first = body.getInt();
            int count = body.getInt();
            if (file < 0 || first < 0 || count < 1 || count > HASHES_MAX - hashes || first > Integer.MAX_VALUE - count
                    || count * Sha256.BYTES > body.remaining()) {
                throw new MalformedFrameException("hashes outside their limits");
            }
            hashes += count;
            byte[] bytes = new byte[count * Sha256.BYTES];
            body.get(bytes);
            runs.add(new Run(file, first, bytes));
        }
        return new HashFrame(transfer, runs);
    }
}
