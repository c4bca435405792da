package io.landline.filetransfer;

import io.landline.queue.Uninterrupted;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/// Writes to the store one after the other, while who hands them in goes on. At most one is under way. What one of them
/// threw, the next call throws. One thread at a time.
public final class WriteBehind {
    private @Nullable FutureTask<Boolean> underWay;

    /// Waits for the write before, then begins this one. If the one before failed, this throws, and nothing is begun.
    public void write(Runnable write) {
        await();
        var task = new FutureTask<>(() -> {
            write.run();
            return true;
        });
        underWay = task;
        Thread.ofVirtual().name("files-behind").start(task);
    }

    /// Returns when nothing is under way any more.
    public void await() {
        FutureTask<Boolean> before = underWay;
        if (before == null) return;
        underWay = null;
        try {
            Uninterrupted.of(before::get);
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case RuntimeException failure -> throw failure;
                case Error failure -> throw failure;
                case null, default -> throw new IllegalStateException("a write threw what none throws", e);
            }
        }
    }
}
