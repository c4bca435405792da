package io.landline.filetransfer.core;

import static java.lang.System.Logger.Level.ERROR;
import static java.lang.System.Logger.Level.WARNING;

import io.landline.queue.PartClosedException;
import io.landline.queue.SerialQueue;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/// The end of transfers, in a bounded time: first the files that are written, then the files' queue, which notes what
/// became of them, then the files that are forced or removed. A disk may hang at each of these. What was confirmed is
/// on the disk already, so nothing of it is lost with a thread that is left waiting.
///
/// @param queue the queue of all transfers
record TransfersEnd(SerialQueue queue, ExecutorService housekeeping) {
    private static final System.Logger LOG = System.getLogger(TransfersEnd.class.getName());

    /// @param stop runs on the files' queue; its answer completes when no thread touches a file any more
    void within(Duration longest, Supplier<CompletableFuture<Void>> stop) {
        Duration until = queue.uptime().plus(longest);
        var quiet = new CompletableFuture<Void>();
        Thread.ofVirtual().name("files-closing").start(() -> stop(stop, quiet)); // the queue itself may hang
        boolean inTime = await(quiet, until);
        inTime &= queue.close(left(until));
        housekeeping.shutdown();
        inTime &= awaitHousekeeping(until);
        if (!inTime) LOG.log(WARNING, "A file is still being written; it goes on from its last note at the next start");
    }

    private void stop(Supplier<CompletableFuture<Void>> stop, CompletableFuture<Void> quiet) {
        try {
            queue.<CompletableFuture<Void>, RuntimeException>call(stop::get)
                    .whenComplete((_, _) -> quiet.complete(null));
        } catch (PartClosedException e) {
            quiet.complete(null); // closed before
        } catch (RuntimeException e) {
            quiet.completeExceptionally(e);
        }
    }

    private boolean await(CompletableFuture<Void> quiet, Duration until) {
        try {
            quiet.get(left(until).toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            LOG.log(ERROR, "something about the end of transfers could not be done", e);
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
        return true;
    }

    private boolean awaitHousekeeping(Duration until) {
        try {
            return housekeeping.awaitTermination(left(until).toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Duration left(Duration until) {
        Duration left = until.minus(queue.uptime());
        return left.isNegative() ? Duration.ZERO : left;
    }
}
