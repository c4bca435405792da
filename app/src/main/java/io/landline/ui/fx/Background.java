package io.landline.ui.fx;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Runs what may wait (disk, network, keys) off the JavaFX thread, and hands what came of it back through the one door.
/// Any thread.
public final class Background {
    private final FxThread fx;
    private final Executor workers;
    private final @Nullable Delays delays;

    /// Begins work later.
    interface Delays {
        void begin(Duration delay, Runnable work);
    }

    /// @param workers where work is done
    /// @param delays false: [#after] does not wait; for tests on told time
    public Background(FxThread fx, Executor workers, boolean delays) {
        this(fx, workers, delays
                ? (delay, work) -> CompletableFuture.delayedExecutor(delay.toNanos(), TimeUnit.NANOSECONDS, workers)
                        .execute(work)
                : null);
    }

    Background(FxThread fx, Executor workers, @Nullable Delays delays) {
        this.fx = fx;
        this.workers = workers;
        this.delays = delays;
    }

    /// One virtual thread each.
    public static Background ofVirtualThreads(FxThread fx) {
        return new Background(fx, work -> Thread.ofVirtual().name("window").start(work), true);
    }

    /// Does the work, then calls one of the two on the JavaFX thread.
    public <T> void run(Callable<T> work, Consumer<T> done, Consumer<Exception> failed) {
        begin(step(work, done, failed));
    }

    <T> Runnable step(Callable<T> work, Consumer<T> done, Consumer<Exception> failed) {
        return () -> {
            try {
                T result = work.call();
                fx.post(() -> done.accept(result));
            } catch (Exception e) { // whatever it was, somebody waits for an answer
                fx.post(() -> failed.accept(e));
            }
        };
    }

    void begin(Runnable work) {
        workers.execute(work);
    }

    /// Does the work no sooner than after this time.
    void after(Duration delay, Runnable work) {
        if (delays != null && delay.isPositive()) {
            delays.begin(delay, work);
        } else {
            workers.execute(work);
        }
    }

    /// Whether [#after] waits.
    boolean waits() {
        return delays != null;
    }

    FxThread fx() {
        return fx;
    }
}
