package io.landline.ui.places;

import javafx.geometry.Orientation;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;

/// A sheet as high as what is in it, at the width that it gets: it scrolls only where the window is too low. JavaFX
/// thread.
final class SheetScroll extends ScrollPane {
    SheetScroll(Region content) {
        super(content);
        setFitToWidth(true);
        getStyleClass().add("safety-scroll");
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        double frame = snappedLeftInset() + snappedRightInset();
        double wide = width < 0 ? -1 : Math.max(0, width - frame);
        return snappedTopInset() + getContent().prefHeight(wide) + snappedBottomInset();
    }
}
