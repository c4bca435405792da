package io.landline.queue;

import org.jspecify.annotations.Nullable;

/// Waits to the end, for work that is done in any case once it is handed in. An interruption of the caller meanwhile is
/// kept for afterwards. Stateless; any thread.
public final class Uninterrupted {
    private Uninterrupted() {}

    /// A wait with a result; begun anew after an interruption.
    ///
    /// @param <X> what it throws beside
    public interface Wait<T extends @Nullable Object, X extends Exception> {
        T await() throws InterruptedException, X;
    }

    /// A wait without a result.
    public interface Pause {
        void await() throws InterruptedException;
    }

    public static <T extends @Nullable Object, X extends Exception> T of(Wait<T, X> wait) throws X {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return wait.await();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) Thread.currentThread().interrupt();
        }
    }

    public static void run(Pause pause) {
        Uninterrupted.<@Nullable Object, RuntimeException>of(() -> {
            pause.await();
            return null;
        });
    }
}
