package io.landline.ui.settings;

import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;

/// Buttons that change the size of all letters, and so their own place. While the mouse is over them, the one that it
/// pressed stays under it: who wants more presses again. JavaFX thread.
final class UnderMouse {
    /// What scrolls gets its content, then the sizes of that.
    private static final int LAYOUTS = 2;

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
        layOut(pressed.getScene().getRoot());
        scroll(middle(pressed).getY() - before.getY());
        double aside = buttons.sceneToLocal(middle(pressed)).getX() - buttons.sceneToLocal(before).getX();
        buttons.setTranslateX(buttons.getTranslateX() - aside); // along the line, also in a mirrored window
    }

    private static Point2D middle(Button of) {
        return of.localToScene(of.getWidth() / 2, of.getHeight() / 2);
    }

    private static void layOut(Parent all) {
        for (int i = 0; i < LAYOUTS; i++) {
            all.applyCss();
            all.layout();
        }
    }

    /// By that many pixels of the page around them, as far as it can be scrolled.
    private void scroll(double pixels) {
        for (Node each = buttons; each != null; each = each.getParent()) {
            if (!(each instanceof ScrollPane pane)) continue;
            double outside = pane.getContent().getLayoutBounds().getHeight() - pane.getViewportBounds().getHeight();
            if (outside <= 0) return;
            double wanted = pane.getVvalue() + pixels / outside * (pane.getVmax() - pane.getVmin());
            pane.setVvalue(Math.clamp(wanted, pane.getVmin(), pane.getVmax()));
            pane.layout();
            return;
        }
    }
}
