package io.landline.filetransfer.chunk;

import io.landline.filetransfer.TransferId;
import io.landline.peer.Sha256;
import java.security.MessageDigest;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/// The SHA-256 of a whole file, computed as its chunks pass, in a thread of its own: hashing a file twice, by chunk and
/// whole, on the writer's thread would halve its speed (docs/adr/0008-pulled-chunks.md). There is no answer where the
/// chunks did not come in order. A platform thread: hashing never waits, so on a virtual one it would keep others from
/// running.
public final class StreamingHash {
    private static final ChunkBuffer END = new ChunkBuffer(0);

    private final MessageDigest digest = Sha256.digest();
    /// Bounded by the download's buffers.
    private final BlockingQueue<ChunkBuffer> passing = new LinkedBlockingQueue<>();
    private final Thread thread;
    private boolean inOrder = true;
    private int next;

    public StreamingHash(TransferId transfer) {
        thread = Thread.ofPlatform().name("files-hash-" + transfer).daemon().start(this::run);
    }

    /// Takes a chunk; the buffer is released when it was hashed.
    public void pass(ChunkBuffer chunk) {
        passing.add(chunk);
    }

    private void run() {
        while (true) {
            try {
                ChunkBuffer chunk = passing.take();
                if (chunk == END) return;
                inOrder &= chunk.chunk() == next++;
                if (inOrder) digest.update(chunk.bytes(), 0, chunk.length());
                chunk.release();
            } catch (InterruptedException e) {
                return; // nobody does; there is nothing to give back
            }
        }
    }

    /// Ends the thread; the hash of all that passed if it was these many chunks in order, else null.
    public byte @Nullable [] finish(int chunks) throws InterruptedException {
        passing.add(END);
        thread.join();
        return inOrder && next == chunks ? digest.digest() : null;
    }

    /// Ends the thread without an answer.
    public void abandon() {
        passing.add(END);
    }
}
