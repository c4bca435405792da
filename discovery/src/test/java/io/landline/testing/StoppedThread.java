package io.landline.testing;

import java.lang.Thread.State;
import java.util.EnumSet;
import java.util.Set;

/// Waits for a thread that is to meet something held by the test: until it waits there, or has ended without waiting.
public final class StoppedThread {
    private static final Set<State> GOES_ON = EnumSet.of(State.NEW, State.RUNNABLE);

    private StoppedThread() {}

    public static void await(Thread thread) {
        while (GOES_ON.contains(thread.getState())) Thread.onSpinWait();
    }
}
