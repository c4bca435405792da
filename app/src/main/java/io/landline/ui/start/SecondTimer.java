package io.landline.ui.start;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.value.ObservableValue;
import javafx.util.Duration;

/// Runs something each second while it is wanted. Stateless; JavaFX thread.
final class SecondTimer {
    private SecondTimer() {}

    static void whileTrue(ObservableValue<Boolean> wanted, Runnable tick) {
        var seconds = new Timeline(new KeyFrame(Duration.seconds(1), _ -> tick.run()));
        seconds.setCycleCount(Animation.INDEFINITE);
        wanted.subscribe(now -> {
            if (now) {
                seconds.play();
            } else {
                seconds.stop();
            }
        });
    }
}
