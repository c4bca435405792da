package io.landline.ui.settings;

import io.landline.ui.control.PaneScroll;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;

/// Buttons that change the size of all letters, and so their own place. While the mouse is over them, the one that it
/// pressed stays under it: who wants more presses again. JavaFX thread.
final class UnderMouse {
    private final HBox buttons;
    private boolean isPressed;

    UnderMouse(HBox buttons) {
        this.buttons = buttons;
        buttons.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> isPressed = true);
        buttons.addEventHandler(MouseEvent.MOUSE_EXITED, _ -> {
            isPressed = false;
            buttons.setTranslateX(0);
        });
    }

    /// Does what gives all letters another size.
    void keep(Button pressed, Runnable zoom) {
        if (!isPressed || pressed.getScene() == null) {
            zoom.run();
            return;
        }
        Point2D before = middle(pressed);
        zoom.run();
        PaneScroll.layOut(pressed.getScene().getRoot());
        scroll(middle(pressed).getY() - before.getY());
        double aside = buttons.sceneToLocal(middle(pressed)).getX() - buttons.sceneToLocal(before).getX();
        buttons.setTranslateX(buttons.getTranslateX() - aside); // along the line, also in a mirrored window
    }

    private static Point2D middle(Button of) {
        return of.localToScene(of.getWidth() / 2, of.getHeight() / 2);
    }

    /// The page around them.
    private void scroll(double pixels) {
        for (Node each = buttons; each != null; each = each.getParent()) {
            if (!(each instanceof ScrollPane pane)) continue;
            PaneScroll.by(pane, pixels);
            pane.layout();
            return;
        }
    }
}
