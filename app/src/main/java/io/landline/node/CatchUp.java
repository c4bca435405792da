package io.landline.node;

import io.landline.queue.PartClosedException;
import java.time.Duration;
import java.util.List;

/// What a node has to make good after its start, in this order: its first moment belongs to those who are here.
/// Immutable; any thread.
final class CatchUp {
    private static final System.Logger LOG = System.getLogger(CatchUp.class.getName());
    private static final Duration AFTER = Duration.ofMillis(300);

    private final List<Runnable> steps;

    CatchUp(Runnable... steps) {
        this.steps = List.of(steps);
    }

    /// Returns at once; the steps follow on a thread of their own.
    void start() {
        Thread.ofVirtual().name("catch-up").start(() -> {
            try {
                Thread.sleep(AFTER);
            } catch (InterruptedException e) {
                return; // closing
            }
            makeGood(steps);
        });
    }

    /// The same for steps that something has just made necessary. Returns at once.
    static void atOnce(String thread, Runnable... steps) {
        Thread.ofVirtual().name(thread).start(() -> makeGood(List.of(steps)));
    }

    /// A step that fails costs itself alone.
    static void makeGood(List<Runnable> steps) {
        for (Runnable step : steps) {
            try {
                step.run();
            } catch (PartClosedException e) {
                LOG.log(System.Logger.Level.DEBUG, "closed meanwhile", e);
            } catch (RuntimeException e) {
                LOG.log(System.Logger.Level.WARNING, "a step failed; those after it are done", e);
            }
        }
    }
}
