package io.landline.filetransfer.core;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// A download that was cancelled comes to its end on its own threads. One who takes the same files again right after
/// that waits for it here: until then there is nothing to take. For the callers of commands, never for a queue.
final class EndingDownload {
    /// A chunk is written by then; more only where the disk hangs.
    static final Duration AWAITED_MAX = Duration.ofSeconds(5);

    private EndingDownload() {}

    /// Returns at the end, or where it does not come: what follows says why nothing can be done.
    static void await(CompletableFuture<Void> end) {
        try {
            end.get(AWAITED_MAX.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException("it is only ever completed", e);
        }
    }
}
