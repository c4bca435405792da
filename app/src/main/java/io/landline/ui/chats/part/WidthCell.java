package io.landline.ui.chats.part;

import javafx.scene.Node;
import javafx.scene.control.ListCell;

/// A cell with content as wide as the list, and as high as it needs at that width: text wraps, and nothing scrolls
/// sideways. (The usual cell asks its content for its height at any width.) JavaFX thread.
public abstract class WidthCell<T> extends ListCell<T> {
    @Override
    protected double computePrefWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefHeight(double width) {
        Node content = getGraphic();
        if (content == null) return super.computePrefHeight(width);
        double sides = snappedLeftInset() + snappedRightInset();
        return snappedTopInset() + snapSizeY(content.prefHeight(width - sides)) + snappedBottomInset();
    }

    @Override
    protected void layoutChildren() {
        Node content = getGraphic();
        if (content == null) {
            super.layoutChildren();
            return;
        }
        content.resizeRelocate(snappedLeftInset(), snappedTopInset(),
                getWidth() - snappedLeftInset() - snappedRightInset(),
                getHeight() - snappedTopInset() - snappedBottomInset());
    }
}
