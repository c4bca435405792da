package io.landline.queue;

import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicReference;

/// Work that a thread does whenever it is asked for, never twice at once. Between that there is no thread: the stack of
/// one that waits takes some 8 KB, and a node has a thousand sessions that mostly wait. Any thread may call.
///
/// Who asks while the work goes on has it done once more afterwards, so nothing is missed. Work that throws is never
/// done again. What the work sees and changes needs no lock, as long as nobody else does.
public final class Errand {
    private enum State {
        NEW, IDLE, GOES_ON, AGAIN
    }

    private final ThreadFactory threads;
    private final Runnable work;
    private final AtomicReference<State> state = new AtomicReference<>(State.NEW);

    /// @param thread how each thread is made
    public Errand(Thread.Builder thread, Runnable work) {
        this(thread.factory(), work);
    }

    Errand(ThreadFactory threads, Runnable work) {
        this.threads = threads;
        this.work = work;
    }

    /// Does the work for the first time. Until then nothing is done, however often it is asked for.
    public void start() {
        if (!state.compareAndSet(State.NEW, State.IDLE)) throw new IllegalStateException("it was started before");
        ask();
    }

    public boolean isStarted() {
        return state.get() != State.NEW;
    }

    /// There is something to do. Never waits.
    public void ask() {
        State before = state.getAndUpdate(now -> switch (now) {
            case NEW -> State.NEW;
            case IDLE -> State.GOES_ON;
            case GOES_ON, AGAIN -> State.AGAIN;
        });
        if (before != State.IDLE) return;
        boolean begun = false;
        try {
            threads.newThread(this::run).start();
            begun = true;
        } finally {
            if (!begun) state.set(State.IDLE); // no memory for a thread: the next one who asks tries again
        }
    }

    private void run() {
        do {
            state.set(State.GOES_ON);
            work.run();
        } while (!state.compareAndSet(State.GOES_ON, State.IDLE));
    }
}
