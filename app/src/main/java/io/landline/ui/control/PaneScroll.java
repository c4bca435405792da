package io.landline.ui.control;

import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;

/// Scrolls a pane by pixels of its content, of which the toolkit knows a share of the way alone. Stateless; JavaFX
/// thread.
public final class PaneScroll {
    /// What scrolls gets its content, then the sizes of that.
    private static final int LAYOUTS = 2;

    private PaneScroll() {}

    /// Lays all of it out, what scrolls in it too.
    public static void layOut(Parent all) {
        for (int i = 0; i < LAYOUTS; i++) {
            all.applyCss();
            all.layout();
        }
    }

    /// How many pixels of the content are out of sight; below zero where it does not fill the pane.
    public static double outside(ScrollPane pane) {
        return pane.getContent().getLayoutBounds().getHeight() - pane.getViewportBounds().getHeight();
    }

    /// Scrolls down, below zero up, as far as the content goes.
    public static void by(ScrollPane pane, double pixels) {
        double outside = outside(pane);
        if (outside <= 0) return;
        double wanted = pane.getVvalue() + pixels / outside * (pane.getVmax() - pane.getVmin());
        pane.setVvalue(Math.clamp(wanted, pane.getVmin(), pane.getVmax()));
    }
}
