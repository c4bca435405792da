package io.landline.queue;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Follows one piece of work from thread to thread, so that a test can count what a command costs on its way. Each
/// place that hands work over tells it. Costs next to nothing where nobody follows.
///
/// What is followed is the way to the answer: threads that are waited for, in their order. Work that a step hands on
/// without waiting has a way of its own, which begins with the way so far.
///
/// Written by the thread that has the work now; any thread may look.
public final class HandOvers {
    private static final ScopedValue<HandOvers> FOLLOWED = ScopedValue.newInstance();

    /// Behind the name of a thread that the work was not handed to, since the caller did it itself.
    public static final String LENT = " (lent)";

    private final List<String> threads;

    private HandOvers(List<String> threads) { this.threads = threads; }

    /// Runs work and follows it, also where its answer comes later, on another thread: its way grows until then.
    public static HandOvers follow(Runnable work) {
        var followed = new HandOvers(new CopyOnWriteArrayList<>());
        ScopedValue.where(FOLLOWED, followed).run(work);
        return followed;
    }

    /// The names of the threads that the work was handed to until now, the first one first. Each return to the caller's
    /// thread counts too.
    public List<String> threads() {
        return List.copyOf(threads);
    }

    /// The work goes on on a thread of that name.
    public static void to(String thread) {
        if (FOLLOWED.isBound()) FOLLOWED.get().threads.add(thread);
    }

    /// The calling thread does itself what a thread of that name does else: nothing is handed over.
    public static void lent(String thread) {
        to(thread + LENT);
    }

    /// The work goes on on the calling thread: the first time, or because its answer has come.
    public static void here() {
        if (FOLLOWED.isBound()) to(Thread.currentThread().getName());
    }

    /// A step for another thread that somebody waits for.
    static Runnable waitedFor(Runnable step) {
        return FOLLOWED.isBound() ? FOLLOWED.get().over(step) : step;
    }

    /// A step for another thread that nobody waits for.
    static Runnable handedOn(Runnable step) {
        return FOLLOWED.isBound() ? new HandOvers(new CopyOnWriteArrayList<>(FOLLOWED.get().threads)).over(step) : step;
    }

    private Runnable over(Runnable step) {
        return () -> ScopedValue.where(FOLLOWED, this).run(() -> {
            here();
            step.run();
        });
    }
}
