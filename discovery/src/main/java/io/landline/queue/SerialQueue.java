package io.landline.queue;

import io.landline.queue.WaitingSteps.Step;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Runs steps one after the other, on one thread of its own. State that only steps touch needs no lock.
///
/// - **Bounded**, in steps and in bytes. An ordinary thread waits in [#post] while the queue is full. A step of another
///   queue never waits: it may exceed the bound by what that one step brings. Its producer looks at [#hasSpace] before
///   it takes more work.
/// - **No waiting circle.** [#call] waits for an answer, so it is for ordinary threads. A step of another queue that
///   calls it gets an [IllegalStateException], always, also when there would have been no wait. A step of this queue is
///   answered at once.
/// - **Rank.** Only a queue of [Rank#LOWEST] may be waited for by steps of other queues, in [#post] and in [#call].
/// - **On the caller's thread.** A step of a [Rank#QUICK] queue that waits for a step of the lowest rank runs it
///   itself, where nothing else waits or runs there ([#runOrPost]): no thread is woken, and none is waited for.
/// - **Tick.** A function that is told the uptime and says when it wants to be called next. It is also called within
///   [Settings#tickSoon] after each step, which may have left something to do.
/// - **After the step.** [#afterStep] keeps what must be told only when the present step is over and its changes are
///   stored.
/// - **Failures.** A step that throws a RuntimeException costs only itself: it is logged, or handed to the caller of
///   [#call]. An Error ends the thread and reaches its uncaught exception handler.
/// - **End.** [#close] runs what waits, then ends the thread. A step that comes later is refused. An interrupted caller
///   still waits, and is interrupted afterwards.
///
/// Any thread may call. The steps that wait have a lock ([WaitingSteps]), which is never held while a step runs.
public final class SerialQueue implements AutoCloseable {
    private static final Logger LOG = System.getLogger(SerialQueue.class.getName());
    private static final ScopedValue<SerialQueue> RUNNING_ON = ScopedValue.newInstance();
    /// No tick is due.
    public static final Duration NEVER = Duration.ofNanos(Long.MAX_VALUE);

    /// Which queues may wait for which.
    public enum Rank {
        /// On a virtual thread. Waited for by ordinary threads only.
        ORDINARY,
        /// The same, with a thread only while a step waits or a tick is due ([Errand]): a node has thousands of these.
        RESTING,
        /// As ordinary, on a platform thread: for a queue that each message passes and that waits for others on such
        /// threads. There the system wakes the thread itself; a virtual one is woken by way of its carrier.
        QUICK,
        /// Waited for by everybody, because its own steps wait for no queue: a writer to the disk or to a terminal. On
        /// a platform thread, because native calls and files hold the carrier of a virtual one.
        LOWEST
    }

    /// @param name of the thread
    /// @param stepsMax steps that wait, before ordinary threads have to
    /// @param bytesMax bytes that waiting steps hold, before ordinary threads have to wait
    /// @param tickSoon the longest time between a step and the tick after it
    public record Settings(String name, Rank rank, int stepsMax, long bytesMax, Duration tickSoon) {
        /// Of the ordinary rank.
        public Settings(String name, int stepsMax, long bytesMax, Duration tickSoon) {
            this(name, Rank.ORDINARY, stepsMax, bytesMax, tickSoon);
        }

        /// Of the lowest rank, bounded in steps alone.
        public static Settings lowest(String name, int stepsMax) {
            return new Settings(name, Rank.LOWEST, stepsMax, Long.MAX_VALUE, NEVER);
        }
    }

    /// A step with a result that a caller waits for.
    @FunctionalInterface
    public interface Work<T extends @Nullable Object, X extends Exception> {
        T run() throws X;
    }

    private final Settings settings;
    private final UnaryOperator<Duration> tick;
    private final long origin = System.nanoTime();
    private final Errand errand;
    private final WaitingSteps steps;
    private final CountDownLatch over = new CountDownLatch(1);
    private volatile boolean ended;
    /// The queue's own thread only, from here on, and a thread that runs a step in its place.
    private final ArrayDeque<Runnable> afterStep = new ArrayDeque<>();
    private Duration tickAt = Duration.ZERO;
    private Consumer<RuntimeException> failed = e -> LOG.log(Level.ERROR, "a step of " + name() + " failed", e);

    /// A queue that is told the time: `tick` gets the uptime of the queue and returns the uptime of the next tick.
    public SerialQueue(Settings settings, UnaryOperator<Duration> tick) {
        this.settings = settings;
        this.tick = tick;
        Thread.Builder builder = switch (settings.rank()) {
            case ORDINARY, RESTING -> Thread.ofVirtual();
            case QUICK, LOWEST -> Thread.ofPlatform().daemon();
        };
        errand = new Errand(builder.name(settings.name()),
                CoreThread.loop(() -> ScopedValue.where(RUNNING_ON, this).run(this::loop)));
        steps = new WaitingSteps(settings, errand::ask);
    }

    /// A queue without a tick.
    public SerialQueue(Settings settings) {
        this(settings, _ -> NEVER);
    }

    /// What hears of a step that failed, on the queue's thread; the log by default. To be set before [#start].
    public SerialQueue onFailure(Consumer<RuntimeException> hears) {
        failed = hears;
        return this;
    }

    /// Begins to run steps. Until then they wait.
    public SerialQueue start() {
        errand.start();
        return this;
    }

    /// Monotonic, since this queue was made.
    public Duration uptime() {
        return Duration.ofNanos(System.nanoTime() - origin);
    }

    /// Hands in a step that holds no memory worth counting. False: the queue is closing, and the step will never run.
    public boolean post(Runnable step) {
        return post(0, step);
    }

    /// Hands in a step that holds this many bytes until it has run. An ordinary thread waits while the queue is full; a
    /// step of any queue does not. False: the queue is closing, and the step will never run.
    public boolean post(long stepBytes, Runnable step) {
        return put(new Step(HandOvers.handedOn(step), stepBytes, () -> {}));
    }

    /// The same for a step that somebody waits for.
    ///
    /// @param dropped called where the step was taken and will never run, because the thread died or never started
    public boolean post(Runnable step, Runnable dropped) {
        return put(new Step(HandOvers.waitedFor(step), 0, dropped));
    }

    /// The same, for a queue of the lowest rank without a tick. Where a step of a quick queue calls, and nothing waits
    /// or runs here, it has run when this returns: on the calling thread, as if that were this queue's. An Error of it
    /// ends this queue's thread all the same.
    public boolean runOrPost(Runnable step, Runnable dropped) {
        if (!isOnQuickThread() || !errand.isStarted() || !steps.lend()) return post(step, dropped);
        Runnable death = null;
        try {
            HandOvers.lent(name());
            ScopedValue.where(RUNNING_ON, this).run(() -> guarded(step));
        } catch (RuntimeException | Error e) {
            death = () -> {
                throw e;
            };
        } finally {
            steps.takeBack(death);
        }
        return true;
    }

    /// Whether a step of a quick queue calls. Its thread may do native work itself: it is a platform thread, and nobody
    /// interrupts it.
    public static boolean isOnQuickThread() {
        return RUNNING_ON.isBound() && RUNNING_ON.get().settings.rank() == Rank.QUICK;
    }

    /// Whether the calling thread may wait for this queue.
    private boolean mayBeWaitedFor() {
        return !RUNNING_ON.isBound()
                || settings.rank() == Rank.LOWEST && RUNNING_ON.get().settings.rank() != Rank.LOWEST;
    }

    private boolean put(Step step) {
        return steps.put(step, mayBeWaitedFor());
    }

    /// Whether a step would be taken without going over the bound. For steps of other queues, which do not wait.
    public boolean hasSpace() {
        return steps.hasSpace();
    }

    /// Steps that wait now; the one that runs does not count.
    public int waiting() {
        return steps.count();
    }

    /// Runs something here and waits for its answer, or for its exception. See the class comment for who may call.
    public <T extends @Nullable Object, X extends Exception> T call(Work<T, X> what) throws X {
        if (isRunningHere()) return what.run();
        if (!mayBeWaitedFor()) {
            throw new IllegalStateException(RUNNING_ON.get().name() + " must not wait for " + name());
        }
        var answer = new CompletableFuture<T>();
        Runnable step = HandOvers.waitedFor(() -> {
            try {
                answer.complete(what.run());
            } catch (Exception e) {
                answer.completeExceptionally(e);
            } catch (Error e) {
                answer.completeExceptionally(e);
                throw e;
            }
        });
        if (!put(new Step(step, 0, () -> answer.completeExceptionally(closed())))) throw closed();
        return SerialQueue.<T, X>await(answer);
    }

    private PartClosedException closed() {
        return new PartClosedException(name());
    }

    @SuppressWarnings("unchecked") // a Work throws its X, or what needs no declaration
    private static <T extends @Nullable Object, X extends Exception> T await(CompletableFuture<T> answer) throws X {
        try {
            return Uninterrupted.of(answer::get); // what is handed in is done
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case RuntimeException ours -> throw ours;
                case Exception declared -> throw (X) declared;
                case Error error -> throw error;
                case null, default -> throw new AssertionError("a step throws nothing else", e);
            }
        } finally {
            HandOvers.here();
        }
    }

    /// Keeps something to be done when the present step or tick is over, in order. This queue's thread only.
    public void afterStep(Runnable what) {
        if (!isRunningHere()) throw new IllegalStateException("only a step of " + name() + " has an end to wait for");
        afterStep.add(what);
    }

    /// Whether the calling thread is this queue's, or runs a step in its place.
    public boolean isRunningHere() {
        return RUNNING_ON.isBound() && RUNNING_ON.get() == this;
    }

    private String name() {
        return settings.name();
    }

    /// Puts a last step in and ends after it; steps that wait run before it. Never waits. False: it is closing already.
    public boolean finish(Runnable lastStep) {
        return steps.finish(lastStep);
    }

    /// Runs what waits, then ends; waits for that, unless a step of a queue calls that may not. A queue that never
    /// started drops what waits.
    @Override
    public void close() {
        close(NEVER);
    }

    /// The same, and waits no longer than this. False: it has not ended by then, and still goes on.
    public boolean close(Duration longest) {
        if (!finish(() -> {})) errand.ask(); // the first time may have found no memory for a thread
        if (!errand.isStarted()) end();
        if (!mayBeWaitedFor()) return ended;
        long until = longest.compareTo(NEVER) >= 0 ? Long.MAX_VALUE : uptime().plus(longest).toNanos();
        return Uninterrupted.of(() -> over.await(until - uptime().toNanos(), TimeUnit.NANOSECONDS));
    }

    // The queue's thread

    private void loop() {
        boolean rests = false;
        try {
            while (true) {
                Runnable step = steps.next(this::nanosToTick);
                rests = step == WaitingSteps.REST;
                if (rests) return;
                if (step != null) {
                    guarded(step);
                    tickWithin(settings.tickSoon());
                } else if (steps.isOver()) {
                    return;
                }
                if (uptime().compareTo(tickAt) < 0) continue;
                tickAt = uptime().plus(settings.tickSoon()); // where this one fails
                guarded(() -> tickAt = tick.apply(uptime()));
            }
        } finally {
            if (!rests) end();
        }
    }

    private void end() {
        ended = true;
        try {
            steps.drop();
        } finally {
            over.countDown();
        }
    }

    private long nanosToTick() {
        return tickAt.compareTo(NEVER) >= 0 ? Long.MAX_VALUE : tickAt.minus(uptime()).toNanos();
    }

    private void guarded(Runnable step) {
        run(step);
        for (Runnable next; (next = afterStep.poll()) != null;) {
            run(next);
            tickWithin(settings.tickSoon());
        }
    }

    private void run(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException e) {
            failed.accept(e);
        }
    }

    private void tickWithin(Duration longest) {
        Duration soon = uptime().plus(longest);
        if (soon.compareTo(tickAt) < 0) tickAt = soon;
    }
}
