package io.landline.ui.fx;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/// The one door onto the JavaFX thread, with a brake (docs/architecture.md, "Threads and locks"): one queue, at most
/// one `runLater` under way, and a few milliseconds of work a pulse, so that no flood of events freezes the window. Any
/// thread.
public final class FxThread {
    /// A pulse has 16 ms; layout and painting need the most of it.
    public static final Duration WORK_PER_PULSE_MAX = Duration.ofMillis(4);

    private final Executor soon;
    private final Executor nextPulse;
    private final Deque<Runnable> queue = new ArrayDeque<>();
    private final Map<Object, Runnable> changes = new LinkedHashMap<>();
    private boolean underWay;

    /// @param soon runs a task on the JavaFX thread
    /// @param nextPulse runs one there with the next pulse
    public FxThread(Executor soon, Executor nextPulse) {
        this.soon = soon;
        this.nextPulse = nextPulse;
    }

    /// That of the running toolkit.
    public static FxThread ofToolkit() {
        return new FxThread(Platform::runLater, FxThread::withNextPulse);
    }

    /// Runs this there, after what was posted before.
    public void post(Runnable work) {
        synchronized (this) {
            queue.add(work);
        }
        begin();
    }

    /// Runs this there, once for all calls with this key that come before its turn: the last one's work. For news that
    /// only say "changed".
    public void changed(Object key, Runnable work) {
        synchronized (this) {
            changes.put(key, work);
        }
        begin();
    }

    private void begin() {
        synchronized (this) {
            if (underWay) return;
            underWay = true;
        }
        soon.execute(this::work);
    }

    private void work() {
        long start = System.nanoTime();
        try {
            for (Runnable next; (next = next()) != null;) {
                next.run();
                if (System.nanoTime() - start >= WORK_PER_PULSE_MAX.toNanos()) break;
            }
        } finally {
            goOn();
        }
    }

    private void goOn() {
        synchronized (this) {
            if (queue.isEmpty() && changes.isEmpty()) {
                underWay = false;
                return;
            }
        }
        nextPulse.execute(this::work);
    }

    private synchronized @Nullable Runnable next() {
        Runnable posted = queue.poll();
        if (posted != null) return posted;
        var first = changes.entrySet().iterator();
        if (!first.hasNext()) return null;
        Runnable change = first.next().getValue();
        first.remove();
        return change;
    }

    private static void withNextPulse(Runnable work) {
        new AnimationTimer() {
            @Override
            public void handle(long now) {
                stop();
                work.run();
            }
        }.start();
    }
}
