package io.landline.filetransfer.download;

import java.util.concurrent.atomic.AtomicLong;

/// How many bytes of a transfer are here. What earlier runs left is found while others come, which can take long; until
/// all of that is counted, no less is told than what they noted. Any thread.
final class BytesHere {
    private final long noted;
    private final AtomicLong found = new AtomicLong();
    private final AtomicLong arrived = new AtomicLong();
    private final AtomicLong lost = new AtomicLong();
    private volatile boolean counted;

    /// @param noted by the runs before
    BytesHere(long noted) { this.noted = noted; }

    /// An earlier run left so much more.
    void found(long more) {
        found.addAndGet(more);
    }

    /// All that earlier runs left was found.
    void counted() {
        counted = true;
    }

    /// More came; below zero: some of it is to come again, or is given up.
    void add(long more) {
        arrived.addAndGet(more);
    }

    /// So many will never come: the author cannot give them any more.
    void lost(long bytes) {
        lost.addAndGet(bytes);
    }

    /// What will never come, earlier runs included.
    long lost() {
        return lost.get();
    }

    /// What came in this run: only that has a speed.
    long arrived() {
        return arrived.get();
    }

    /// What is known to be here.
    long known() {
        return found.get() + arrived.get();
    }

    /// What people are told.
    long shown() {
        return counted ? known() : Math.max(noted, known());
    }
}
