package io.landline.ui.start;

import io.landline.ui.control.PaneScroll;
import javafx.event.Event;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

/// Keeps a control of a page that was made anew at its height in the window, while what the node answers comes above
/// it. It ends with the first thing that the user does. JavaFX thread.
final class HeldHeight {
    private final Node control;
    private final ScrollPane pane;
    private final double height;
    private final Scene scene;
    private final Runnable settle = this::settle;
    private final EventHandler<Event> acted = _ -> stop();

    private HeldHeight(Node control, ScrollPane pane, double height) {
        this.control = control;
        this.pane = pane;
        this.height = height;
        scene = control.getScene();
    }

    /// @param height of the control in the window, in pixels
    static void hold(Node control, ScrollPane pane, double height) {
        if (control.getScene() != null) new HeldHeight(control, pane, height).begin();
    }

    private void begin() {
        scene.addPostLayoutPulseListener(settle);
        scene.addEventFilter(MouseEvent.MOUSE_PRESSED, acted);
        scene.addEventFilter(ScrollEvent.SCROLL, acted);
        scene.addEventFilter(KeyEvent.KEY_PRESSED, acted);
    }

    /// Before it is painted: nobody sees the page move.
    private void settle() {
        if (control.getScene() == scene) {
            PaneScroll.by(pane, control.localToScene(0, 0).getY() - height);
        } else {
            stop();
        }
    }

    private void stop() {
        scene.removePostLayoutPulseListener(settle);
        scene.removeEventFilter(MouseEvent.MOUSE_PRESSED, acted);
        scene.removeEventFilter(ScrollEvent.SCROLL, acted);
        scene.removeEventFilter(KeyEvent.KEY_PRESSED, acted);
    }
}
