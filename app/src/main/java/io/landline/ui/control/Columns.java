package io.landline.ui.control;

import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;

/// Lays its children out in columns of equal width, as many as fit, row by row: side by side on a wide window, stacked
/// on a narrow one. A column is at least as wide as the widest child needs. JavaFX thread.
public final class Columns extends Region {
    private final double columnMinEm;
    private final double gapEm;
    private final int columnsMax;
    /// Has the font of all around it.
    private final Text letter = new Text();
    private boolean steady;

    /// @param columnMinEm what a child needs at least, in `em`
    /// @param gapEm between two of them
    public Columns(double columnMinEm, double gapEm, int columnsMax) {
        this.columnMinEm = columnMinEm;
        this.gapEm = gapEm;
        this.columnsMax = columnsMax;
        Visibility.show(letter, false);
        getChildren().add(letter);
    }

    /// Has as many columns as fit, also where fewer children are shown: none changes its width when another comes or
    /// goes.
    public Columns steady() {
        steady = true;
        return this;
    }

    public void show(List<? extends Node> children) {
        getChildren().setAll(children);
        getChildren().add(letter);
    }

    private List<Node> shown() {
        return getChildren().stream().filter(Node::isManaged).toList();
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    private double em() {
        return letter.getFont().getSize();
    }

    private int columns(double width) {
        double gap = gapEm * em();
        int fit = (int) ((width + gap) / (columnMin() + gap));
        return Math.max(1, Math.min(Math.min(fit, columnsMax), wanted()));
    }

    private int wanted() {
        return steady ? columnsMax : Math.max(1, shown().size());
    }

    private double columnMin() {
        double least = columnMinEm * em();
        for (Node each : shown()) least = Math.max(least, each.minWidth(-1));
        return least;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefWidth(double height) {
        int count = Math.min(columnsMax, wanted());
        return count * columnMin() + (count - 1) * gapEm * em();
    }

    @Override
    protected double computePrefHeight(double width) {
        return place(width < 0 ? computePrefWidth(-1) : width, false);
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        place(getWidth(), true);
    }

    /// Gives the height of all; moves the children where `moves`.
    private double place(double width, boolean moves) {
        List<Node> children = shown();
        int columns = columns(width);
        double gap = snapSpaceX(gapEm * em());
        double wide = snapSizeX(Math.floor((width - gap * (columns - 1)) / columns));
        double top = 0;
        for (int row = 0; row * columns < children.size(); row++) {
            List<Node> beside = children.subList(row * columns, Math.min(children.size(), (row + 1) * columns));
            double height = 0;
            for (Node each : beside) height = Math.max(height, snapSizeY(each.prefHeight(wide)));
            for (int column = 0; moves && column < beside.size(); column++) {
                beside.get(column).resizeRelocate(column * (wide + gap), top, wide, height);
            }
            top += height + gap;
        }
        return children.isEmpty() ? 0 : top - gap;
    }
}
