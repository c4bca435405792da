package io.landline.ui.chats.timeline;

import io.landline.chat.TimelinePosition;
import java.time.Duration;
import java.util.List;
import javafx.animation.PauseTransition;

/// Has entries count as read when they have stood on the screen long enough: [TimelineReading] is told the time, here
/// it passes. JavaFX thread.
final class ReadingTimer {
    private final TimelineReading reading;
    private final PauseTransition pause = new PauseTransition();

    ReadingTimer(TimelineReading reading) {
        this.reading = reading;
        pause.setOnFinished(_ -> {
            reading.tick(uptime());
            begin();
        });
    }

    /// These entries stand wholly on the screen now.
    void setInSight(List<TimelinePosition> whole) {
        reading.setInSight(whole, uptime());
        begin();
    }

    /// Waits for the next entry that may count, while the conversation is in front.
    private void begin() {
        Duration next = reading.nextTick();
        pause.stop();
        if (next == null || !reading.inFront().get()) return;
        long millis = Math.max(0, next.minus(uptime()).toMillis()) + 1;
        pause.setDuration(javafx.util.Duration.millis(millis));
        pause.playFromStart();
    }

    private static Duration uptime() {
        return Duration.ofNanos(System.nanoTime());
    }

    void stop() {
        pause.stop();
    }
}
