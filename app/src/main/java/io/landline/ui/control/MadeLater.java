package io.landline.ui.control;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Something that is seldom needed, and made when it is first asked for. JavaFX thread.
public final class MadeLater<T> {
    private final Supplier<T> make;
    private @Nullable T made;

    public MadeLater(Supplier<T> make) { this.make = make; }

    public T get() {
        T now = made;
        if (now == null) {
            now = make.get();
            made = now;
        }
        return now;
    }

    /// Null where nobody has asked for it yet.
    @Nullable
    public T made() {
        return made;
    }
}
