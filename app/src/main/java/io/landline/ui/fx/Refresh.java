package io.landline.ui.fx;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Keeps something that a window shows true: whenever it is told that something changed it loads anew, off the JavaFX
/// thread, and hands the result over there. However many changes come, one load at a time is under way, and one more
/// after it. Any thread.
public final class Refresh<T> implements AutoCloseable {
    /// Between two loads: ten a second look live, and leave the processor to others.
    public static final Duration INTERVAL_MIN = Duration.ofMillis(100);
    /// The clock that waits and the one that tells the time go differently.
    private static final Duration AFTER_THE_MOMENT = Duration.ofSeconds(1);
    /// How late a moment may be seen that passed while the computer slept.
    private static final Duration LOOK_EVERY = Duration.ofMinutes(1);
    private static final System.Logger LOG = System.getLogger(Refresh.class.getName());

    private enum State { IDLE, LOADING, CHANGED_MEANWHILE, CLOSED }

    private final Background background;
    private final Callable<T> load;
    private final Consumer<T> show;
    private final Consumer<Exception> failed;
    private final InstantSource clock;
    private State state = State.IDLE;
    private @Nullable Instant awaited;
    private long loadedNanos = System.nanoTime() - INTERVAL_MIN.toNanos();

    /// @param load called on a background thread
    /// @param show called on the JavaFX thread
    public Refresh(Background background, Callable<T> load, Consumer<T> show) {
        this(background, load, show, _ -> {});
    }

    /// @param failed called on the JavaFX thread where nothing could be loaded
    public Refresh(Background background, Callable<T> load, Consumer<T> show, Consumer<Exception> failed) {
        this(background, load, show, failed, InstantSource.system());
    }

    Refresh(Background background, Callable<T> load, Consumer<T> show, InstantSource clock) {
        this(background, load, show, _ -> {}, clock);
    }

    private Refresh(Background background, Callable<T> load, Consumer<T> show, Consumer<Exception> failed,
            InstantSource clock) {
        this.failed = failed;
        this.background = background;
        this.clock = clock;
        this.load = load;
        this.show = show;
    }

    /// Something changed.
    public void changed() {
        synchronized (this) {
            if (state != State.IDLE) {
                if (state == State.LOADING) state = State.CHANGED_MEANWHILE;
                return;
            }
            state = State.LOADING;
        }
        begin();
    }

    /// What is shown changes by itself at this moment: a little later it is loaded anew. Null: it does not.
    public void changesAt(@Nullable Instant moment) {
        synchronized (this) {
            if (moment == null || moment.equals(awaited)) return;
            awaited = moment;
        }
        await(moment);
    }

    /// What waits does not see that the clock is set, or that the computer sleeps: so the clock is asked again.
    private void await(Instant moment) {
        Duration left = Duration.between(clock.instant(), moment).plus(AFTER_THE_MOMENT);
        boolean isNear = !background.waits() || left.compareTo(LOOK_EVERY) <= 0;
        background.after(isNear ? left : LOOK_EVERY, isNear ? () -> arrived(moment) : () -> goOn(moment));
    }

    private void goOn(Instant moment) {
        synchronized (this) {
            if (state == State.CLOSED) return;
        }
        await(moment);
    }

    private void arrived(Instant moment) {
        synchronized (this) {
            if (background.waits() && moment.equals(awaited)) awaited = null; // the clock may have been set back
        }
        changed();
    }

    private void begin() {
        Duration since = Duration.ofNanos(System.nanoTime() - loadedNanos);
        background.after(INTERVAL_MIN.minus(since), this::work);
    }

    private void work() {
        synchronized (this) {
            if (state == State.CLOSED) return;
            state = State.LOADING; // what changed before this moment is in what is loaded now
            loadedNanos = System.nanoTime();
        }
        try {
            T loaded = load.call();
            background.fx().post(() -> told(show, loaded));
        } catch (Exception e) { // the next change tries again; what is shown stays
            LOG.log(System.Logger.Level.WARNING, "loading what a window shows", e);
            background.fx().post(() -> told(failed, e));
        }
    }

    private <R> void told(Consumer<R> listener, R result) {
        synchronized (this) {
            if (state == State.CLOSED) return;
        }
        try {
            listener.accept(result);
        } finally {
            done(); // or what shows it would stay as it is for ever, after one fault
        }
    }

    private void done() {
        synchronized (this) {
            if (state == State.CLOSED) return;
            if (state == State.LOADING) {
                state = State.IDLE;
                return;
            }
            state = State.LOADING;
        }
        begin();
    }

    /// Nothing is shown any more.
    @Override
    public synchronized void close() {
        state = State.CLOSED;
    }
}
