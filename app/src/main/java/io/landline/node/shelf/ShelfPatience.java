package io.landline.node.shelf;

import io.landline.shelf.ShelfException;
import io.landline.shelf.ShelfRefusal;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;

/// Asks the owner of a shelf again while it says that we ask too often: not for ever, since each such answer may take
/// as long as any. Of one thread, which waits.
final class ShelfPatience {
    /// The pause before a shelf is asked again. Of twenty answers a second two are free after it.
    static final Duration BUSY_PAUSE = Duration.ofMillis(100);
    /// With the pauses and the answers. After it a shelf is asked no more.
    static final Duration BUSY_MAX = Duration.ofSeconds(10);

    private final Supplier<Duration> uptime;

    ShelfPatience(Supplier<Duration> uptime) { this.uptime = uptime; }

    /// @param question asks once; fails with a [ShelfException]
    <T> T await(Supplier<CompletableFuture<T>> question) throws ShelfException {
        Duration start = uptime.get();
        while (true) {
            try {
                return question.get().get();
            } catch (ExecutionException e) {
                ShelfRefusal why = why(e);
                boolean isOver = uptime.get().minus(start).compareTo(BUSY_MAX) >= 0;
                if (why != ShelfRefusal.BUSY || isOver) throw new ShelfException(why);
                pause();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new ShelfException(ShelfRefusal.NO_ANSWER);
            }
        }
    }

    /// Why nothing came of a question.
    static ShelfRefusal why(Throwable failure) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (each instanceof ShelfException refused) return refused.why();
        }
        return ShelfRefusal.NO_ANSWER;
    }

    private static void pause() {
        try {
            Thread.sleep(BUSY_PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
