package io.landline.filetransfer.source;

import io.landline.filetransfer.chunk.ChunkBuffer;
import io.landline.session.BulkConnection;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// The buffers of one size that one connection reads into ahead of the wire. Each is made when it is first needed, and
/// counts in the memory of all bulk connections: a receiver that takes nothing holds what it can get there, and no
/// more. With little memory left one buffer has to do; without any the receiver waits.
///
/// One thread takes and gives back; any thread adds to [#free].
final class ReadAhead {
    private static final Duration LOOK = Duration.ofMillis(200);

    private final BulkConnection bulk;
    private final int bytes;
    private final int most;
    private final BlockingQueue<ChunkBuffer> free;
    private int made;
    private boolean refused;

    /// @param bytes of each buffer
    /// @param most how many of them there may be
    ReadAhead(BulkConnection bulk, int bytes, int most) {
        this.bulk = bulk;
        this.bytes = bytes;
        this.most = most;
        free = new ArrayBlockingQueue<>(most);
    }

    /// Where a buffer goes that is no longer needed.
    BlockingQueue<ChunkBuffer> free() {
        return free;
    }

    /// Whether [#take] would have to wait.
    boolean isUsedUp() {
        return free.isEmpty() && (made == most || refused);
    }

    /// A buffer; null where none is to be had at once.
    @Nullable
    ChunkBuffer takeNow() {
        ChunkBuffer buffer = free.poll();
        return buffer == null ? another() : buffer;
    }

    /// A buffer, waited for; null where the connection has ended.
    @Nullable
    ChunkBuffer take() throws InterruptedException {
        ChunkBuffer buffer = takeNow();
        while (buffer == null && bulk.isOpen()) {
            buffer = free.poll(LOOK.toMillis(), TimeUnit.MILLISECONDS);
            if (buffer == null) buffer = another();
        }
        return buffer;
    }

    private @Nullable ChunkBuffer another() {
        if (made == most) return null;
        refused = made == 0 ? !bulk.more(bytes) : !bulk.spare(bytes);
        if (refused) return null;
        made++;
        return new ChunkBuffer(bytes);
    }

    /// Those that nobody uses are held no more.
    void giveBack() {
        while (free.poll() != null) {
            made--;
            bulk.giveBack(bytes);
        }
    }
}
