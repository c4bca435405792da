package io.landline.ui.welcome;

import io.landline.ui.look.Fonts;
import javafx.geometry.Orientation;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;

/// Text in one line, as large as its place allows: to be read from the last row of a class room. JavaFX thread.
final class LargestLine extends Region {
    private static final double MEASURED_AT = 100;
    /// Of the width: four letters as high as this would leave no place for the rest of the slide.
    private static final double HEIGHT_OF_WIDTH_MAX = 0.2;
    private static final double SIZE_MIN = 8;

    private final Text text;
    private final double widthAtMeasure;
    private final double heightAtMeasure;

    LargestLine(String line) {
        text = new Text(line);
        text.getStyleClass().add("welcome-slide-text");
        text.setTextOrigin(VPos.TOP);
        text.setFont(font(MEASURED_AT));
        widthAtMeasure = Math.max(1, text.getLayoutBounds().getWidth());
        heightAtMeasure = Math.max(1, text.getLayoutBounds().getHeight());
        setAccessibleRole(AccessibleRole.TEXT);
        setAccessibleText(line);
        setMinWidth(0);
        getChildren().add(text);
    }

    private static Font font(double size) {
        return Font.font(Fonts.MONO, FontWeight.BOLD, size);
    }

    private double size(double width) {
        double byWidth = MEASURED_AT * width / widthAtMeasure;
        double byHeight = MEASURED_AT * HEIGHT_OF_WIDTH_MAX * width / heightAtMeasure;
        return Math.max(SIZE_MIN, Math.floor(Math.min(byWidth, byHeight)));
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefWidth(double height) {
        return widthAtMeasure;
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        return width <= 0 ? heightAtMeasure : heightAtMeasure * size(width) / MEASURED_AT;
    }

    @Override
    protected void layoutChildren() {
        text.setFont(font(size(getWidth())));
        text.relocate(Math.max(0, (getWidth() - text.getLayoutBounds().getWidth()) / 2), 0);
    }
}
