package io.landline.ui.start;

import java.lang.System.Logger.Level;
import javafx.application.Platform;
import javafx.scene.Scene;

/// Tells when the first page stands on the screen, and notes it in the log: `build/bare-window` measures a start by
/// this line. JavaFX thread.
final class FirstPaint {
    /// In the first pulse the page is laid out; the second one begins once that was drawn.
    private static final int PULSES = 2;
    private static final System.Logger LOG = System.getLogger(FirstPaint.class.getName());

    private final Scene scene;
    private final Runnable then;
    private final Runnable listener = this::pulse;
    private int pulses;

    private FirstPaint(Scene scene, Runnable then) {
        this.scene = scene;
        this.then = then;
    }

    /// Of the page that the scene has now.
    ///
    /// @param then is run when it is painted
    static void note(Scene scene, Runnable then) {
        var paint = new FirstPaint(scene, then);
        scene.addPostLayoutPulseListener(paint.listener);
        Platform.requestNextPulse();
    }

    private void pulse() {
        if (++pulses < PULSES) {
            Platform.requestNextPulse();
            return;
        }
        scene.removePostLayoutPulseListener(listener);
        LOG.log(Level.INFO, "the first page is painted");
        then.run();
    }
}
