package io.landline.ui.page;

import io.landline.ui.look.Appearance;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Stage;

/// Does something 1,000 times a second on a thread of its own, from its making to its close, for programs that measure
/// how a page bears it.
public final class Flood implements AutoCloseable {
    private static final int PER_SECOND = 1_000;
    private static final int AT_ONCE = 10;
    private static final double MEBI = 1 << 20;
    private static final int WINDOW_PIXELS = 1_000;

    private final Runnable what;
    private final Thread thread;
    private volatile boolean goesOn = true;

    public Flood(Runnable what) {
        this.what = what;
        thread = Thread.ofPlatform().start(this::run);
    }

    /// Ten each ten milliseconds; what was missed is made up for.
    private void run() {
        long next = System.nanoTime();
        while (goesOn) {
            for (int i = 0; i < AT_ONCE; i++) what.run();
            next += Duration.ofSeconds(1).toNanos() * AT_ONCE / PER_SECOND;
            LockSupport.parkNanos(next - System.nanoTime());
        }
    }

    @Override
    public void close() throws InterruptedException {
        goesOn = false;
        thread.join();
    }

    /// A window that shows this page alone. JavaFX thread.
    public static Stage show(Parent view) {
        var stage = new Stage();
        var scene = new Scene(view, WINDOW_PIXELS, WINDOW_PIXELS);
        scene.setUserAgentStylesheet(Appearance.styleSheet(false));
        stage.setScene(scene);
        stage.show();
        return stage;
    }

    /// Prints what is alive on the heap.
    public static void printHeap(String when) {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        System.out.printf("heap %s: %.1f MiB%n", when, (runtime.totalMemory() - runtime.freeMemory()) / MEBI);
    }
}
