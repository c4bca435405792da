package io.landline.filetransfer.chunk;

import io.landline.peer.Fingerprint;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/// Bytes of one chunk on their way between threads, used again and again: memory stays flat at any size. On the heap,
/// because that is where the cipher and the hash are fastest (docs/adr/0008-pulled-chunks.md).
public final class ChunkBuffer {
    /// A chunk is hashed and goes to or from the disk in slices: a slice stays in the processor's cache meanwhile.
    public static final int SLICE_BYTES = 64 * 1024;

    private final byte[] bytes;
    private @Nullable BlockingQueue<ChunkBuffer> home;
    private @Nullable Fingerprint from;
    private int chunk;
    private int length;

    public ChunkBuffer(int bytes) { this.bytes = new byte[bytes]; }

    /// Fills the buffer's head; it goes back to `home` when it is released.
    public void hold(int chunkNumber, int chunkLength, BlockingQueue<ChunkBuffer> homeQueue) {
        chunk = chunkNumber;
        length = chunkLength;
        home = homeQueue;
    }

    /// As the other, and remembers who sent it.
    void hold(Fingerprint sender, int chunkNumber, int chunkLength, BlockingQueue<ChunkBuffer> homeQueue) {
        hold(chunkNumber, chunkLength, homeQueue);
        from = sender;
    }

    /// Who sent it.
    public Fingerprint from() {
        return Objects.requireNonNull(from, "a chunk that came has a sender");
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
