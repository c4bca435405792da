package io.landline.ui.welcome;

import java.util.function.DoubleSupplier;
import javafx.geometry.Orientation;
import javafx.scene.layout.Region;

/// The code of a new room, and beside it who has come; below it where the window leaves names no room beside it. JavaFX
/// thread.
final class CodeAndPeople extends Region {
    /// Large enough to be scanned from the last row, with place for the names beside it.
    private static final double CODE_OF_WIDTH = 0.27;
    /// In `em`: a smaller code is not read from a table away.
    private static final double CODE_MIN_EM = 12;
    /// In `em`: a name and a short sentence can be read in this.
    private static final double PEOPLE_MIN_EM = 14;
    private static final double GAP_EM = 1.5;

    private final QrPane code;
    private final Region people;
    private final DoubleSupplier em;

    /// @param em of the text around it, in pixels
    CodeAndPeople(QrPane code, Region people, DoubleSupplier em) {
        this.code = code;
        this.people = people;
        this.em = em;
        setMinWidth(0);
        getChildren().addAll(code, people);
    }

    private double side(double width) {
        return Math.floor(Math.min(width, Math.max(CODE_MIN_EM * em.getAsDouble(), CODE_OF_WIDTH * width)));
    }

    private double gap() {
        return Math.ceil(GAP_EM * em.getAsDouble());
    }

    private boolean isBeside(double width) {
        return width - side(width) - gap() >= PEOPLE_MIN_EM * em.getAsDouble();
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefWidth(double height) {
        return (CODE_MIN_EM + GAP_EM + PEOPLE_MIN_EM) * em.getAsDouble();
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        double wide = width < 0 ? computePrefWidth(-1) : width;
        double side = side(wide);
        return isBeside(wide)
                ? Math.max(side, people.prefHeight(wide - side - gap()))
                : side + gap() + people.prefHeight(wide);
    }

    @Override
    protected void layoutChildren() {
        double side = side(getWidth());
        boolean isBeside = isBeside(getWidth());
        double before = side + gap();
        code.resizeRelocate(0, 0, side, side);
        people.resizeRelocate(isBeside ? before : 0, isBeside ? 0 : before, getWidth() - (isBeside ? before : 0),
                Math.max(0, getHeight() - (isBeside ? 0 : before)));
    }
}
