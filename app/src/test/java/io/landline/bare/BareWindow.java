package io.landline.bare;

import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/// The least that a window of JavaFX is: a stage, a scene, a label. Prints [#PAINTED] and the time (milliseconds of the
/// epoch) once it is drawn. With an argument it ends by itself a while later: so its cache is trained.
///
/// It stands in a jar of its own, and so uses nothing else of ours.
public final class BareWindow {
    static final String PAINTED = "painted ";
    private static final int PULSES = 2;
    private static final double WIDTH = 1_000;
    private static final double HEIGHT = 700;
    private static final int TRAINING_MILLIS = 1_500;

    private final Scene scene = new Scene(new StackPane(new Label("A bare window")), WIDTH, HEIGHT);
    private final Runnable listener = this::pulse;
    private final boolean ends;
    private int pulses;

    private BareWindow(boolean ends) { this.ends = ends; }

    static void main(String[] arguments) {
        Platform.startup(() -> new BareWindow(arguments.length > 0).show());
    }

    private void show() {
        var stage = new Stage();
        stage.setTitle("Bare");
        stage.setScene(scene);
        scene.addPostLayoutPulseListener(listener);
        stage.show();
    }

    /// The pulse in which it is laid out, and the one that waited until that was drawn: as `FirstPaint` has it.
    private void pulse() {
        if (++pulses < PULSES) {
            Platform.requestNextPulse();
            return;
        }
        scene.removePostLayoutPulseListener(listener);
        System.out.println(PAINTED + System.currentTimeMillis());
        if (ends) Thread.ofPlatform().start(BareWindow::end);
    }

    private static void end() {
        try {
            Thread.sleep(TRAINING_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Platform.exit();
    }
}
