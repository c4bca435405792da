package io.landline.node.event;

import io.landline.chat.EntryStoreException;
import io.landline.filetransfer.TransferStoreException;
import io.landline.queue.PartClosedException;
import io.landline.storage.database.StorageException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/// Runs steps one after the other on a thread of its own. A step may wait for the disk and for queues. A step that
/// fails is logged, and the next one runs; an error reaches the thread's handler. Any thread may post.
public final class StepWorker implements AutoCloseable {
    /// A step that is under way when the node ends: half of the four seconds in which a node closes.
    static final Duration END_WITHIN = Duration.ofSeconds(2);
    /// When what the store refused, or what the disk had no room for, is tried again: a person makes room on a disk in
    /// minutes.
    public static final Duration AGAIN_AFTER = Duration.ofMinutes(1);
    private static final System.Logger LOG = System.getLogger(StepWorker.class.getName());

    private final String name;
    private final String storageFailed;
    private final int waitingMax;
    private final Runnable whenIdle;
    private final ScheduledExecutorService thread;
    /// Held for a few assignments, never while a step runs.
    private final ReentrantLock lock = new ReentrantLock();
    /// How many steps wait, with the one that runs.
    private int waiting;
    private boolean wasRefused;
    private volatile boolean storeFailed;

    /// @param name of the thread
    /// @param storageFailed for the log, where the disk takes or gives nothing: "a hand-in is tried again in a minute"
    /// @param waitingMax posted steps at once, with the one that runs
    /// @param whenIdle runs on the thread after a step was refused, once no other step waits; and again and again after
    /// the store failed, until it does not
    public StepWorker(String name, String storageFailed, int waitingMax, Runnable whenIdle) {
        this(name, storageFailed, waitingMax, whenIdle, AGAIN_AFTER);
    }

    StepWorker(String name, String storageFailed, int waitingMax, Runnable whenIdle, Duration againAfter) {
        this.name = name;
        this.storageFailed = storageFailed;
        this.waitingMax = waitingMax;
        this.whenIdle = whenIdle;
        thread = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().name(name).daemon().factory());
        repeat(this::lookIfStorageFailed, againAfter);
    }

    /// Runs a step after those that wait. False if too many wait, or after close: then the step never runs.
    public boolean post(Runnable step) {
        if (!isAdmitted()) return false;
        try {
            thread.execute(() -> {
                try {
                    run(step);
                } finally {
                    if (isLookDue()) post(whenIdle);
                }
            });
            return true;
        } catch (RejectedExecutionException e) {
            LOG.log(System.Logger.Level.DEBUG, name + " is closed", e);
            return false;
        }
    }

    /// Runs a step again and again, beside those that are posted; until close. After close it never runs.
    public void repeat(Runnable step, Duration pause) {
        try {
            thread.scheduleWithFixedDelay(() -> run(step), pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            LOG.log(System.Logger.Level.DEBUG, name + " is closed", e);
        }
    }

    private void lookIfStorageFailed() {
        if (!storeFailed) return;
        storeFailed = false;
        whenIdle.run();
    }

    private boolean isAdmitted() {
        lock.lock();
        try {
            if (waiting < waitingMax) {
                waiting++;
                return true;
            }
            wasRefused = true; // at least one step has not ended, and looks at this when it does
            return false;
        } finally {
            lock.unlock();
        }
    }

    /// A step has ended. True if it was the last one, and another was refused before.
    private boolean isLookDue() {
        lock.lock();
        try {
            waiting--;
            if (waiting > 0 || !wasRefused) return false;
            wasRefused = false;
            return true;
        } finally {
            lock.unlock();
        }
    }

    private void run(Runnable step) {
        try {
            step.run();
        } catch (StorageException | EntryStoreException | TransferStoreException e) {
            storeFailed = true;
            LOG.log(System.Logger.Level.WARNING, storageFailed + ": " + e.getMessage());
        } catch (PartClosedException e) {
            LOG.log(System.Logger.Level.DEBUG, "a part that a step of " + name + " needs is closed", e);
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "a step of " + name + " failed", e);
        } catch (Error e) { // the executor would keep it to itself
            Thread here = Thread.currentThread();
            here.getUncaughtExceptionHandler().uncaughtException(here, e);
        }
    }

    /// Waits a moment for the steps that were posted, then interrupts the one that runs and drops the others.
    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(END_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) thread.shutdownNow();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
