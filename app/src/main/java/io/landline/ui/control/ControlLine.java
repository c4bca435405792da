package io.landline.ui.control;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.HPos;
import javafx.geometry.Insets;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.layout.FlowPane;

/// Controls beside each other, on more lines where they have no room beside each other. A control that is wider than
/// the line gives way, and a sentence among them wraps: a usual pane keeps each as wide as it wants, and so pushes what
/// is beside the pane out of a narrow window. JavaFX thread.
public class ControlLine extends FlowPane {
    private record Piece(Node node, double x, double width, double height) {}

    /// One line of them.
    private record Run(List<Piece> pieces, double width, double height) {}

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
    protected double computePrefHeight(double width) {
        List<Run> runs = runs((width < 0 ? prefWidth(-1) : width) - snappedLeftInset() - snappedRightInset());
        double high = Math.max(0, runs.size() - 1) * snapSpaceY(getVgap());
        for (Run each : runs) high += each.height();
        return snappedTopInset() + high + snappedBottomInset();
    }

    @Override
    protected void layoutChildren() {
        double room = getWidth() - snappedLeftInset() - snappedRightInset();
        HPos side = getAlignment().getHpos();
        double y = snappedTopInset();
        for (Run run : runs(room)) {
            double spare = Math.max(0, room - run.width());
            double x = snappedLeftInset() + (side == HPos.RIGHT ? spare : side == HPos.CENTER ? spare / 2 : 0);
            for (Piece each : run.pieces()) {
                double below = run.height() - each.height();
                double lower = getRowValignment() == VPos.TOP ? 0 : snapPositionY(below / 2);
                each.node().resizeRelocate(snapPositionX(x + each.x()), y + lower, each.width(), each.height());
            }
            y += run.height() + snapSpaceY(getVgap());
        }
    }

    private List<Run> runs(double room) {
        var runs = new ArrayList<Run>();
        var pieces = new ArrayList<Piece>();
        double x = 0;
        double high = 0;
        double gap = snapSpaceX(getHgap());
        for (Node each : getManagedChildren()) {
            double least = each.minWidth(-1);
            double wanted = Math.max(least, Math.min(each.prefWidth(-1), each.maxWidth(-1)));
            double wide = snapSizeX(wanted <= room ? wanted : Math.max(least, room));
            if (!pieces.isEmpty() && x + wide > room) {
                runs.add(new Run(List.copyOf(pieces), x - gap, high));
                pieces.clear();
                x = 0;
                high = 0;
            }
            double tall = snapSizeY(Math.max(each.minHeight(wide), each.prefHeight(wide)));
            pieces.add(new Piece(each, x, wide, tall));
            x += wide + gap;
            high = Math.max(high, tall);
        }
        if (!pieces.isEmpty()) runs.add(new Run(List.copyOf(pieces), x - gap, high));
        return runs;
    }
}
