package io.landline.filetransfer.chunk;

import io.landline.peer.Fingerprint;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// The chunks of one download on their way from the bulk reader to the writer. The reader waits while all buffers are
/// in use, which is how the sender learns to slow down. Any thread.
public final class ChunkQueue {
    /// Between the bulk reader and the writer: enough that neither waits for the other's hiccup, 6 MiB for each running
    /// transfer.
    private static final int BUFFERS = 6;
    /// Poll interval of the writer loop.
    private static final Duration LOOK = Duration.ofMillis(200);
    private static final ChunkBuffer POKE = new ChunkBuffer(0);

    private final int chunkBytes;
    private final BlockingQueue<ChunkBuffer> free = new ArrayBlockingQueue<>(BUFFERS);
    private final BlockingQueue<ChunkBuffer> arrived = new ArrayBlockingQueue<>(BUFFERS + 1);
    private final AtomicInteger buffersMade = new AtomicInteger();
    private volatile boolean stopped;

    public ChunkQueue(int chunkBytes) { this.chunkBytes = chunkBytes; }

    /// Hands a chunk over; nothing once stopped.
    public void put(Fingerprint from, int chunk, ByteBuffer body) throws InterruptedException {
        int length = body.remaining();
        ChunkBuffer buffer = freeBuffer();
        if (buffer == null) return;
        body.get(buffer.bytes(), 0, length);
        buffer.hold(from, chunk, length, free);
        boolean isTaken = false; // pokes may fill the queue
        while (!isTaken && !stopped) isTaken = arrived.offer(buffer, LOOK.toMillis(), TimeUnit.MILLISECONDS);
    }

    private @Nullable ChunkBuffer freeBuffer() throws InterruptedException {
        ChunkBuffer buffer = free.poll();
        if (buffer != null) return buffer;
        if (buffersMade.getAndUpdate(made -> Math.min(BUFFERS, made + 1)) < BUFFERS) return new ChunkBuffer(chunkBytes);
        while (buffer == null && !stopped) buffer = free.poll(LOOK.toMillis(), TimeUnit.MILLISECONDS);
        return buffer;
    }

    /// The next chunk; null where the writer should look around instead: it was poked, or nothing came for a moment.
    @Nullable
    public ChunkBuffer next() throws InterruptedException {
        ChunkBuffer chunk = arrived.poll(LOOK.toMillis(), TimeUnit.MILLISECONDS);
        return chunk == POKE ? null : chunk;
    }

    /// The next chunk, without waiting; null where none is here.
    @Nullable
    public ChunkBuffer poll() {
        ChunkBuffer chunk = arrived.poll();
        return chunk == POKE ? null : chunk;
    }

    /// Makes the writer look around.
    public void poke() {
        arrived.offer(POKE); // where the queue is full the writer looks around anyway
    }

    /// Nobody takes chunks any more.
    public void stop() {
        stopped = true;
        poke();
    }
}
