package io.landline.filetransfer.chunk;

import io.landline.filetransfer.TransferId;
import io.landline.frame.MalformedFrameException;
import io.landline.swarm.ChunkSpan;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/// Which chunks of an offer are asked for (RANGE_REQUEST), on a bulk connection.
///
///      0                   1                   2                   3
///      0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
///     +---------------------------------------------------------------+
///     |                        Transfer id (64)                       |
///     |                                                               |
///     +---------------------------------------------------------------+  \
///     |                      First chunk number (32)                  |   | 1 to 64 times
///     +---------------------------------------------------------------+   |
///     |                      Number of chunks (32)                    |   |
///     +---------------------------------------------------------------+  /
public record RangeFrame(TransferId transfer, List<ChunkSpan> runs) {
    /// Runs of one frame: many small files are asked for at once.
    public static final int RUNS_MAX = 64;
    /// Chunks that one receiver may have asked for and not yet got, over all frames: its window of hashes
    /// (docs/protocol/files.md, "Binary frames"), and as many on the way.
    public static final int CHUNKS_MAX = 512;
    private static final int RUN_BYTES = 2 * Integer.BYTES;

    public RangeFrame {
        runs = List.copyOf(runs);
        if (runs.isEmpty() || runs.size() > RUNS_MAX) throw new IllegalArgumentException(runs.size() + " runs");
    }

    public byte[] body() {
        ByteBuffer body = ByteBuffer.allocate(TransferId.BYTES + runs.size() * RUN_BYTES).putLong(transfer.value());
        for (ChunkSpan run : runs) body.putInt(run.first()).putInt(run.count());
        return body.array();
    }

    public static RangeFrame received(ByteBuffer body) throws MalformedFrameException {
        int runBytes = body.remaining() - TransferId.BYTES;
        if (runBytes < RUN_BYTES || runBytes % RUN_BYTES != 0 || runBytes / RUN_BYTES > RUNS_MAX) {
            throw new MalformedFrameException("range frame of " + body.remaining() + " bytes");
        }
        var transfer = new TransferId(body.getLong());
        var runs = new ArrayList<ChunkSpan>();
        int chunks = 0;
        while (body.hasRemaining()) {
            int first = body.getInt();
            int count = body.getInt();
            if (!ChunkSpan.fits(first, count) || count > CHUNKS_MAX - chunks) {
                throw new MalformedFrameException("range outside its limits");
            }
            chunks += count;
            runs.add(new ChunkSpan(first, count));
        }
        return new RangeFrame(transfer, runs);
    }
}
