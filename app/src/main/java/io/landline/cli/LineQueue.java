package io.landline.cli;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/// Lines on their way to a reader that may be slow: adding never waits, one thread of its own writes. Bounded: when it is full, lines
/// that only tell of progress are dropped; when nothing else can go, whoever adds waits, because an event must not be lost. Any thread.
final class LineQueue<T> implements AutoCloseable {
    private static final int LINES_MAX = 65_536;
    /// From here on progress is not worth its place.
    private static final int DROP_PROGRESS_FROM = LINES_MAX / 2;
    /// A reader that takes nothing for so long at the end does not want the rest.
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(2);

    private final Deque<T> lines = new ArrayDeque<>();
    private final Thread writer;
    private boolean closed;

    LineQueue(String name, Consumer<T> write) {
        writer = Thread.ofPlatform().daemon().name(name).start(() -> run(write));
    }

    synchronized void add(T line, boolean isProgress) {
        if (isProgress && lines.size() >= DROP_PROGRESS_FROM) return;
        boolean interrupted = false;
        while (lines.size() >= LINES_MAX && !closed) {
            try {
                wait();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) Thread.currentThread().interrupt();
        lines.add(line);
        notifyAll();
    }

    private void run(Consumer<T> write) {
        while (true) {
            T line;
            synchronized (this) {
                while (lines.isEmpty()) {
                    if (closed) return;
                    try {
                        wait();
                    } catch (InterruptedException e) {
                        return;
                    }
                }
                line = lines.remove();
                notifyAll();
            }
            write.accept(line);
        }
    }

    /// Writes what is left, for at most two seconds.
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            notifyAll();
        }
        try {
            if (!writer.join(CLOSE_WITHIN)) writer.interrupt();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
