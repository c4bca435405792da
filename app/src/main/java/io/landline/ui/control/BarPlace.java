package io.landline.ui.control;

import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ScrollPane.ScrollBarPolicy;

/// The place of the upright bar of a part that scrolls. It is kept while all is in sight and no bar is seen: nothing
/// gets wider or narrower when the bar comes or goes. JavaFX thread.
public final class BarPlace {
    private static final PseudoClass SCROLLS = PseudoClass.getPseudoClass("scrolls");
    /// As little out of sight comes from rounding.
    private static final double ROUNDING_PIXELS = 1;

    private BarPlace() {}

    public static void keep(ScrollPane pane) {
        pane.getStyleClass().add("bar-place");
        pane.setVbarPolicy(ScrollBarPolicy.ALWAYS);
        ObservableValue<Bounds> content = pane.contentProperty().flatMap(Node::layoutBoundsProperty);
        content.subscribe(() -> show(pane));
        pane.viewportBoundsProperty().subscribe(() -> show(pane));
    }

    private static void show(ScrollPane pane) {
        Node content = pane.getContent();
        double outside = content == null
                ? 0
                : content.getLayoutBounds().getHeight() - pane.getViewportBounds().getHeight();
        pane.pseudoClassStateChanged(SCROLLS, outside >= ROUNDING_PIXELS);
    }
}
