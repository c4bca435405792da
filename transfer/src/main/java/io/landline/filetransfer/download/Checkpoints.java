package io.landline.filetransfer.download;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Forces what came to the disk now and then, one time after the other, while more is written. The system may report a
/// failed force only once, so a failure is kept, and ends the download.
///
/// Confined to the download's writer thread; a checkpoint itself runs on the thread of checkpoints.
final class Checkpoints {
    /// How often what is here is forced to the disk: a loss of power costs at most what came since.
    static final Duration INTERVAL = Duration.ofSeconds(2);

    /// Forces and notes what was here when it was made.
    interface Checkpoint {
        void force() throws IOException;
    }

    private final Executor executor;
    private final LongSupplier nanos;
    private final Semaphore underWay = new Semaphore(1);
    private volatile @Nullable Exception failure;
    private long begunAtNanos;

    Checkpoints(Executor executor) { this(executor, System::nanoTime); }

    /// @param nanos a clock that never goes back
    Checkpoints(Executor executor, LongSupplier nanos) {
        this.executor = executor;
        this.nanos = nanos;
        begunAtNanos = nanos.getAsLong();
    }

    /// Begins the next one, where it is due and none is under way.
    ///
    /// @param next is asked on this thread for what is forced
    void beginIfDue(Supplier<Checkpoint> next) {
        if (nanos.getAsLong() - begunAtNanos < INTERVAL.toNanos()) return;
        if (!underWay.tryAcquire()) return;
        begunAtNanos = nanos.getAsLong();
        try {
            Checkpoint checkpoint = next.get();
            executor.execute(() -> run(checkpoint));
        } catch (RuntimeException e) {
            underWay.release(); // it does not run
            throw e;
        }
    }

    private void run(Checkpoint checkpoint) {
        try {
            checkpoint.force();
        } catch (IOException | RuntimeException e) {
            failure = e;
        } finally {
            underWay.release();
        }
    }

    /// Waits for the one that is under way: it still uses the channels that are closed afterwards.
    void await() throws InterruptedException {
        underWay.acquire();
        underWay.release();
    }

    /// The same, before a file gets its name: a force that fails meanwhile may be the only one that tells of it.
    void awaitWhole() throws IOException, InterruptedException {
        await();
        throwIfFailed();
    }

    /// What kept one from being noted: a disk or a store that failed.
    void throwIfFailed() throws IOException {
        Exception failed = failure;
        if (failed instanceof IOException disk) throw disk;
        if (failed instanceof RuntimeException store) throw store;
    }
}
