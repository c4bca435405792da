package io.landline.ui.fx;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Runs work off the JavaFX thread in the order in which it was handed in, one after the other. [Background] gives each
/// work a thread of its own, so that one may overtake the other. Any thread.
public final class InTurn {
    private final Background background;
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private boolean isWorking;

    public InTurn(Background background) { this.background = background; }

    /// As [Background#run].
    public <T> void run(Callable<T> work, Consumer<T> done, Consumer<Exception> failed) {
        synchronized (this) {
            waiting.add(background.step(work, done, failed));
            if (isWorking) return;
            isWorking = true;
        }
        background.begin(this::workOff);
    }

    private void workOff() {
        for (Runnable next; (next = next()) != null;) {
            boolean isDone = false;
            try {
                next.run();
                isDone = true;
            } finally {
                if (!isDone) background.begin(this::workOff); // an Error: it ends this thread, and not those that wait
            }
        }
    }

    private synchronized @Nullable Runnable next() {
        Runnable next = waiting.poll();
        isWorking = next != null;
        return next;
    }
}
