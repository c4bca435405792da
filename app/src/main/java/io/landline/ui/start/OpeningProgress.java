package io.landline.ui.start;

import java.util.function.IntConsumer;

/// How far a long history of an earlier version is brought into its new form, in percent. The thread that opens
/// the node tells it; the view hears it on that thread. Any thread.
final class OpeningProgress implements IntConsumer {
    private IntConsumer shown = _ -> {};
    private int percent;

    @Override
    public synchronized void accept(int now) {
        percent = now;
        shown.accept(now);
    }

    /// @param view hears the present part, and each further one; it must not wait
    synchronized void show(IntConsumer view) {
        shown = view;
        view.accept(percent);
    }
}
