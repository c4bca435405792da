package io.landline.session.core;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Reads that may need the disk, on threads of their own. Any thread.
final class StoreReads {
    /// How long the end waits for a disk that does not answer. The program has five seconds to end.
    private static final Duration READING_MAX = Duration.ofSeconds(2);

    private final Set<Thread> readers = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /// Nothing after [#close].
    void start(String name, Runnable work) {
        Thread reader = Thread.ofVirtual().name(name).unstarted(() -> {
            try {
                if (!closed) work.run();
            } finally {
                readers.remove(Thread.currentThread());
            }
        });
        readers.add(reader);
        reader.start();
    }

    /// Waits for those that are under way.
    void close() {
        closed = true;
        try {
            for (Thread reader : readers) reader.join(READING_MAX);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // closing goes on without it
        }
    }
}
