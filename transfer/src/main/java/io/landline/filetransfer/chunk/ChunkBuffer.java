package io.landline.filetransfer.chunk;

import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/// Bytes of one chunk on their way between threads, used again and again: memory stays flat at any size. On the heap,
/// because that is where the cipher and the hash are fastest (docs/adr/0008-pulled-chunks.md).
public final class ChunkBuffer {
    private final byte[] bytes;
    private @Nullable BlockingQueue<ChunkBuffer> home;
    private int chunk;
    private int length;

    public ChunkBuffer(int bytes) { this.bytes = new byte[bytes]; }

    /// Fills the buffer's head; it goes back to `home` when it is released.
    public void hold(int chunkNumber, int chunkLength, BlockingQueue<ChunkBuffer> homeQueue) {
        chunk = chunkNumber;
        length = chunkLength;
        home = homeQueue;
    }

    public byte[] bytes() {
        return bytes;
    }

    public int chunk() {
        return chunk;
    }

    public int length() {
        return length;
    }

    public void release() {
        if (home != null) home.add(this);
    }
}
