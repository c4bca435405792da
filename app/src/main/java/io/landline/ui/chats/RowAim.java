package io.landline.ui.chats;

import java.time.Duration;
import javafx.animation.Animation.Status;
import javafx.animation.PauseTransition;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

/// Whether somebody aims at a row of the list with the mouse: it was moved, turned or pressed there a moment ago. A row
/// that goes elsewhere at that moment would have the press fall on another one. JavaFX thread.
final class RowAim {
    /// From the eye's decision to the press.
    static final Duration AIM = Duration.ofMillis(700);
    /// A hand that never rests gets the new order all the same.
    static final Duration AIM_MAX = Duration.ofSeconds(3);

    private final Runnable begun;
    private final Runnable over;
    private final PauseTransition rest;
    private final PauseTransition longest;
    private boolean isAiming;
    private boolean isPressed;

    /// @param begun is run when somebody begins to aim
    /// @param over is run when they are done with it, and the mouse is not pressed
    RowAim(Node list, Runnable begun, Runnable over) { this(list, begun, over, pause(AIM), pause(AIM_MAX)); }

    RowAim(Node list, Runnable begun, Runnable over, PauseTransition rest, PauseTransition longest) {
        this.rest = rest;
        this.longest = longest;
        this.begun = begun;
        this.over = over;
        rest.setOnFinished(_ -> rested());
        longest.setOnFinished(_ -> rested());
        list.addEventFilter(MouseEvent.ANY, this::heard);
        list.addEventFilter(ScrollEvent.SCROLL, _ -> aims());
        list.addEventFilter(DragEvent.DRAG_OVER, _ -> aims());
    }

    private static PauseTransition pause(Duration length) {
        return new PauseTransition(javafx.util.Duration.millis(length.toMillis()));
    }

    private void heard(MouseEvent event) {
        isPressed = event.isPrimaryButtonDown();
        if (event.getEventType() == MouseEvent.MOUSE_EXITED) {
            rested();
        } else if (event.getEventType() != MouseEvent.MOUSE_EXITED_TARGET) {
            aims();
        }
    }

    private void aims() {
        if (!isAiming) {
            isAiming = true;
            begun.run();
        }
        if (longest.getStatus() == Status.STOPPED) longest.playFromStart(); // also where it passed during a press
        rest.playFromStart();
    }

    /// While the mouse is pressed the release still belongs to what was pressed.
    private void rested() {
        if (!isAiming || isPressed) return;
        isAiming = false;
        rest.stop();
        longest.stop();
        over.run();
    }
}
