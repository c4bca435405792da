package io.landline.ui.page;

import io.landline.ui.fx.FxThread;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.application.Platform;

/// The door onto the toolkit's thread, which can say when all that was handed to it is done. Without a window there are
/// no pulses, so what would wait for the next one is run soon.
public final class AwaitedFx {
    private final AtomicInteger underWay = new AtomicInteger();
    private final FxThread thread = new FxThread(this::run, this::run);

    public FxThread thread() {
        return thread;
    }

    /// What the work hands on counts before the work itself is over, so this is zero at the end alone.
    private void run(Runnable work) {
        underWay.incrementAndGet();
        Platform.runLater(() -> {
            try {
                work.run();
            } finally {
                underWay.decrementAndGet();
            }
        });
    }

    /// Waits until nothing is left, nor what it led to. A thread of a test.
    public void await() {
        do {
            TestedScreen.onFx(() -> {});
        } while (underWay.get() > 0);
    }
}
