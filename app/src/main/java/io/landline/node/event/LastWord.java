package io.landline.node.event;

import java.util.function.Consumer;
import java.util.function.Supplier;

/// Tells a part how something stands now, each time that it may have changed. One at a time, with the look at it: else
/// of two changes at once the first could be told last, and would hold until the next one. Any thread; the lock is held
/// while the part is told.
public final class LastWord<T> {
    private final Supplier<T> state;
    private final Consumer<? super T> told;

    /// @param state how it stands; what was changed before a call of [#tell] is in it
    public LastWord(Supplier<T> state, Consumer<? super T> told) {
        this.state = state;
        this.told = told;
    }

    public synchronized void tell() {
        told.accept(state.get());
    }
}
