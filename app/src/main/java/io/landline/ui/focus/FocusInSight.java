package io.landline.ui.focus;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/// Scrolls a list until the control that a key leads to, as Tab does, is seen. The toolkit does so for panes that
/// scroll, and not for lists: of a row of which only a part is on the screen Tab reaches also the controls that are
/// not. Nothing scrolls where the program or a click moves the keyboard. JavaFX thread.
public final class FocusInSight {
    private static final String SCROLLED = "scrolled to the focus";

    /// The toolkit guesses the heights of rows; what it guessed wrong is mended by another look.
    private static final int ATTEMPTS_MAX = 3;

    private boolean isKeyDown;

    private FocusInSight() {}

    public static void attach(Scene scene) {
        var sight = new FocusInSight();
        scene.addEventFilter(KeyEvent.KEY_PRESSED, _ -> sight.isKeyDown = true);
        scene.addEventFilter(KeyEvent.KEY_RELEASED, _ -> sight.isKeyDown = false);
        scene.focusOwnerProperty().subscribe(owner -> {
            if (sight.isKeyDown) show(owner);
        });
    }

    /// Has this done whenever the list was scrolled here: one that follows its end stays where the person went.
    public static void onScrolled(Node list, Runnable after) {
        list.getProperties().put(SCROLLED, after);
    }

    private static void show(@Nullable Node owner) {
        if (owner == null) return;
        for (Node around = owner.getParent(); around != null; around = around.getParent()) {
            if (around instanceof VirtualFlow<?> flow) show(owner, flow);
        }
    }

    private static void show(Node owner, VirtualFlow<?> flow) {
        boolean isScrolled = false;
        for (int attempt = 0; attempt < ATTEMPTS_MAX; attempt++) {
            double away = away(owner, flow);
            if (away == 0) break;
            flow.scrollPixels(away);
            flow.layout();
            isScrolled = true;
        }
        if (isScrolled) tell(flow);
    }

    private static void tell(Node flow) {
        for (Node around = flow; around != null; around = around.getParent()) {
            if (around.hasProperties() && around.getProperties().get(SCROLLED) instanceof Runnable after) after.run();
        }
    }

    /// How far the list is to be scrolled: below zero up, zero for what is seen.
    private static double away(Node owner, VirtualFlow<?> flow) {
        Bounds its = flow.sceneToLocal(owner.localToScene(owner.getLayoutBounds()));
        double beside = its.getHeight() / 2; // room for the ring, and something of what is beside it
        double above = its.getMinY() - beside;
        double below = its.getMaxY() + beside - flow.getHeight();
        if (its.getMinY() < 0) return above;
        return its.getMaxY() > flow.getHeight() ? Math.min(below, above) : 0;
    }
}
