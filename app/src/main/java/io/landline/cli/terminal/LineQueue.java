package io.landline.cli.terminal;

import io.landline.queue.SerialQueue;
import java.time.Duration;
import java.util.function.Consumer;

/// Lines on their way to a reader that may be slow: one thread of its own writes. Bounded: from half of it on, lines
/// that only tell of progress are dropped; when it is full, the caller waits, because an event must not be lost. Any
/// thread.
public final class LineQueue<T> implements AutoCloseable {
    private static final int LINES_MAX = 65_536;
    /// From here on progress is not worth its place.
    private static final int DROP_PROGRESS_FROM = LINES_MAX / 2;
    /// A reader that takes nothing for this time at the end does not want the rest.
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(2);

    private final SerialQueue queue;
    private final Consumer<T> write;

    public LineQueue(String name, Consumer<T> write) {
        this.write = write;
        queue = new SerialQueue(SerialQueue.Settings.lowest(name, LINES_MAX)).start();
    }

    public void add(T line, boolean isProgress) {
        if (isProgress && queue.waiting() >= DROP_PROGRESS_FROM) return;
        queue.post(() -> write.accept(line));
    }

    /// Writes what is left, for at most two seconds.
    @Override
    public void close() {
        queue.close(CLOSE_WITHIN);
    }
}
