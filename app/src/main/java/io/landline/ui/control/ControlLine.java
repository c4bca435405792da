package io.landline.ui.control;

import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.layout.FlowPane;

/// Controls beside each other, on more lines where they have no room beside each other. A control that is wider than
/// the line gives way: a usual pane keeps it as wide as it wants, and so pushes what is beside the pane out of a narrow
/// window. JavaFX thread.
public class ControlLine extends FlowPane {
    public ControlLine(Node... content) {
        super(content);
    }

    /// That of the control that can give way the least.
    @Override
    protected double computeMinWidth(double height) {
        double widest = 0;
        for (Node each : getManagedChildren()) widest = Math.max(widest, each.minWidth(-1));
        Insets around = getInsets();
        return snapSizeX(around.getLeft() + widest + around.getRight());
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        double room = getWidth() - snappedLeftInset() - snappedRightInset();
        for (Node each : getManagedChildren()) {
            double wide = each.getLayoutBounds().getWidth();
            if (wide <= room || !each.isResizable()) continue;
            each.resizeRelocate(snappedLeftInset(), each.getLayoutY(), Math.max(each.minWidth(-1), room),
                    each.getLayoutBounds().getHeight());
        }
    }
}
