package io.landline.ui.chats.timeline;

import java.util.function.BooleanSupplier;
import javafx.scene.Scene;
import javafx.scene.control.ListView;

/// Scrolls a timeline to its end. Rows that come into sight are higher or lower than the toolkit guessed, so it looks
/// again after the next pulses. JavaFX thread.
final class TimelineEnd {
    /// A row may be higher than the screen, and then its end is never in sight.
    private static final int ATTEMPTS_MAX = 5;
    /// Each attempt knows the heights of the rows that the one before it drew.
    private static final int ATTEMPTS_NOW_MAX = 3;

    private final ListView<TimelineRow> list;
    private final TimelineFlow flow;
    private final BooleanSupplier wanted;
    private final Runnable settle = this::settle;
    private int attempts;

    /// @param wanted whether a person still wants the end
    TimelineEnd(ListView<TimelineRow> list, TimelineFlow flow, BooleanSupplier wanted) {
        this.list = list;
        this.flow = flow;
        this.wanted = wanted;
    }

    void scrollThere() {
        if (list.getItems().isEmpty()) return;
        list.scrollTo(list.getItems().size() - 1);
        list.layout();
        for (int i = 0; i < ATTEMPTS_NOW_MAX && !flow.isWholeAtEnd(); i++) {
            flow.toEnd();
            list.layout();
        }
        Scene scene = list.getScene();
        if (scene == null) return;
        if (attempts == 0) scene.addPostLayoutPulseListener(settle);
        attempts = ATTEMPTS_MAX;
    }

    private void settle() {
        attempts = wanted.getAsBoolean() && !flow.isAtEnd() ? attempts - 1 : 0;
        if (attempts > 0) {
            flow.toEnd();
        } else {
            stop();
        }
    }

    /// Stays where it is.
    void stop() {
        attempts = 0;
        Scene scene = list.getScene();
        if (scene != null) scene.removePostLayoutPulseListener(settle);
    }
}
