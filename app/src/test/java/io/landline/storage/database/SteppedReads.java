package io.landline.storage.database;

import io.landline.testing.StoppedThread;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/// Lets the reads of a database through one at a time, so that a test writes between two of them. One thread; closing
/// lets all through.
public final class SteppedReads implements AutoCloseable {
    private static final int READERS = 2;

    private final Database database;
    private final List<Held> all = new ArrayList<>();
    private Held first;

    /// A reader that does nothing until it is let go.
    private final class Held {
        final CountDownLatch begun = new CountDownLatch(1);
        final CountDownLatch end = new CountDownLatch(1);
        final Thread thread = Thread.ofVirtual().start(() -> database.read(_ -> {
            begun.countDown();
            awaitEnd();
            return true;
        }));

        private void awaitEnd() {
            try {
                end.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt(); // the database is closed
            }
        }
    }

    public SteppedReads(Database database) throws InterruptedException {
        this.database = database;
        for (int i = 0; i < READERS; i++) {
            var held = new Held();
            held.begun.await();
            all.add(held);
        }
        first = all.getFirst();
    }

    /// Lets the one read through that waits. The next one waits again.
    public void one() throws InterruptedException {
        var next = new Held();
        all.add(next);
        StoppedThread.await(next.thread);
        first.end.countDown();
        next.begun.await();
        first = next;
    }

    @Override
    public void close() throws InterruptedException {
        for (Held each : all) each.end.countDown();
        for (Held each : all) each.thread.join();
    }
}
