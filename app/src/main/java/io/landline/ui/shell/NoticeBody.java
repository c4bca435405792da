package io.landline.ui.shell;

import io.landline.ui.paragraph.WrappingText;
import javafx.geometry.HPos;
import javafx.geometry.Orientation;
import javafx.geometry.VPos;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// What a notice says, and its button: beside the text, or below it where the text would be a narrow column. JavaFX
/// thread.
final class NoticeBody extends Region {
    /// Longer lines are hard to read.
    private static final double TEXT_WIDTH_MAX = 560;
    /// In `em` of the text: some four words. A text that needs less may have less.
    private static final double BESIDE_EM_MIN = 15;
    private static final double GAP_EM = 0.75;

    private final WrappingText text;
    private final @Nullable Button button;

    NoticeBody(WrappingText text, @Nullable Button button) {
        this.text = text;
        this.button = button;
        getStyleClass().add("notice-body");
        getChildren().add(text);
        if (button != null) getChildren().add(button);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    private double em() {
        return text.letters().getFont().getSize();
    }

    private double gap() {
        return button == null ? 0 : snapSpaceX(GAP_EM * em());
    }

    private double buttonWidth() {
        return button == null ? 0 : button.prefWidth(-1);
    }

    private double textWidth() {
        return Math.min(TEXT_WIDTH_MAX, text.prefWidth(-1));
    }

    /// What the text has beside the button.
    private double beside(double width) {
        return width - gap() - buttonWidth();
    }

    private boolean isBelow(double width) {
        return button != null && beside(width) < Math.min(textWidth(), BESIDE_EM_MIN * em());
    }

    @Override
    protected double computeMinWidth(double height) {
        return Math.max(text.minWidth(-1), buttonWidth());
    }

    @Override
    protected double computePrefWidth(double height) {
        return textWidth() + gap() + buttonWidth();
    }

    @Override
    protected double computePrefHeight(double width) {
        double wide = width < 0 ? computePrefWidth(-1) : width;
        double least = button == null ? 0 : button.prefHeight(-1);
        if (isBelow(wide)) return text.prefHeight(wide) + gap() + least;
        return Math.max(text.prefHeight(beside(wide)), least);
    }

    @Override
    protected void layoutChildren() {
        boolean below = isBelow(getWidth());
        double wide = below ? getWidth() : beside(getWidth());
        double high = text.prefHeight(wide);
        layoutInArea(text, 0, 0, wide, below ? high : getHeight(), 0, HPos.LEFT, VPos.CENTER);
        if (button == null) return;
        double x = below ? 0 : wide + gap();
        double y = below ? high + gap() : 0;
        layoutInArea(button, x, y, getWidth() - x, getHeight() - y, 0, HPos.LEFT, VPos.CENTER);
    }
}
