package io.landline.ui.focus;

import io.landline.ui.control.NodeTree;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/// Scrolls a list until the control that a key leads to, as Tab does, is seen. The toolkit does so for panes that
/// scroll, and not for lists: of a row of which only a part is on the screen Tab reaches also the controls that are
/// not. Nor does it follow Enter, which leads to the next field of a form. Nothing scrolls where the program or a click
/// moves the keyboard. JavaFX thread.
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
        scene.focusOwnerProperty().subscribe((before, owner) -> {
            if (sight.isKeyDown) show(before, owner);
        });
    }

    /// Has this done whenever the list was scrolled here: one that follows its end stays where the person went.
    public static void onScrolled(Node list, Runnable after) {
        list.getProperties().put(SCROLLED, after);
    }

    private static void show(@Nullable Node before, @Nullable Node owner) {
        if (owner == null) return;
        for (Node around = owner.getParent(); around != null; around = around.getParent()) {
            if (around instanceof VirtualFlow<?> flow) show(owner, flow);
            // a page that comes back by a key stays as it was scrolled
            if (around instanceof ScrollPane pane && owner instanceof TextInputControl && NodeTree.isIn(before, pane)) {
                show(owner, pane);
            }
        }
    }

    private static void show(Node owner, ScrollPane pane) {
        Node content = pane.getContent();
        Bounds its = content.sceneToLocal(owner.localToScene(owner.getLayoutBounds()));
        double seen = pane.getViewportBounds().getHeight();
        double outside = content.getLayoutBounds().getHeight() - seen;
        double range = pane.getVmax() - pane.getVmin();
        if (outside <= 0 || range <= 0) return;
        double top = (pane.getVvalue() - pane.getVmin()) / range * outside;
        double away = away(its.getMinY() - top, its.getMaxY() - top, seen);
        if (away == 0) return;
        pane.setVvalue(Math.clamp(pane.getVmin() + (top + away) / outside * range, pane.getVmin(), pane.getVmax()));
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

    private static double away(Node owner, VirtualFlow<?> flow) {
        Bounds its = flow.sceneToLocal(owner.localToScene(owner.getLayoutBounds()));
        return away(its.getMinY(), its.getMaxY(), flow.getHeight());
    }

    /// How far is to be scrolled: below zero up, zero for what is seen.
    ///
    /// @param begin of the control, from the upper edge of what is seen
    /// @param seen how high that is
    private static double away(double begin, double end, double seen) {
        double beside = (end - begin) / 2; // room for the ring, and something of what is beside it
        double above = begin - beside;
        double below = end + beside - seen;
        if (begin < 0) return above;
        return end > seen ? Math.min(below, above) : 0;
    }
}
