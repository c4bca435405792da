package io.landline.ui.fx;

import java.time.Duration;
import java.time.LocalDate;
import java.util.function.Supplier;
import javafx.beans.property.SimpleLongProperty;
import javafx.beans.value.ChangeListener;
import javafx.scene.Node;
import javafx.scene.control.ListView;

/// Tells what shows the time of day that time has passed: what was *Today* is *Yesterday* after midnight, and a box is
/// over at its end, though nothing else has changed. JavaFX thread; [#close] from any.
public final class PassingTime implements AutoCloseable {
    /// Also a clock that was set, and a night that the computer slept through, are seen by then.
    static final Duration TOLD_EVERY = Duration.ofMinutes(1);

    private final SimpleLongProperty minutes = new SimpleLongProperty();
    private volatile boolean closed;

    /// From now on each minute is told.
    public void begin(Background background) {
        if (!background.waits()) return; // a test tells it
        background.after(TOLD_EVERY, () -> {
            if (closed) return;
            background.fx().post(this::passed);
            begin(background);
        });
    }

    /// Some time has passed.
    public void passed() {
        minutes.set(minutes.get() + 1);
    }

    /// Looks each minute while this is part of a window, and once whenever it becomes one.
    public void whileShown(Node node, Runnable look) {
        ChangeListener<Number> told = (_, _, _) -> look.run();
        node.sceneProperty().subscribe(scene -> {
            minutes.removeListener(told);
            if (scene == null) return;
            minutes.addListener(told);
            look.run();
        });
    }

    /// Makes the cells of a list anew on another day: their words name days by today's.
    public void eachDay(ListView<?> list, Supplier<LocalDate> today) {
        eachDay(list, today, list::refresh);
    }

    /// Runs this on another day, for what names days by today's.
    ///
    /// @param node shows it
    public void eachDay(Node node, Supplier<LocalDate> today, Runnable anew) {
        var shown = new Object() {
            private LocalDate day = today.get();
        };
        whileShown(node, () -> {
            LocalDate now = today.get();
            if (now.equals(shown.day)) return;
            shown.day = now;
            anew.run();
        });
    }

    @Override
    public void close() {
        closed = true;
    }
}
