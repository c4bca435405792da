package io.landline.ui.chats.message;

import io.landline.ui.paragraph.MessageText;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// The box around one entry: who, what, and below it, or beside it where there is room, when and how far it got. JavaFX
/// thread.
public final class Bubble extends Region {
    private final Node meta;
    private final List<Node> parts = new ArrayList<>();
    private @Nullable Node inline;

    /// @param meta small, at the end
    public Bubble(Node meta) {
        this.meta = meta;
        getStyleClass().add("chats-bubble");
    }

    /// @param above each in a line of its own
    /// @param last stands in one line with the small print where it fits; null where that has a line of its own
    public void show(List<Node> above, @Nullable Node last) {
        parts.clear();
        parts.addAll(above);
        inline = last;
        var all = new ArrayList<>(parts);
        if (last != null) all.add(last);
        all.add(meta);
        if (!getChildren().equals(all)) getChildren().setAll(all);
        requestLayout();
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    private double sides() {
        return snappedLeftInset() + snappedRightInset();
    }

    private double gap() {
        return snapSpaceX(meta.prefHeight(-1) / 2);
    }

    private double inlineWidth(Node last) {
        return Math.ceil(last.prefWidth(-1)) + gap() + Math.ceil(meta.prefWidth(-1));
    }

    @Override
    protected double computePrefWidth(double height) {
        double width = Math.ceil(meta.prefWidth(-1));
        for (Node part : parts) width = Math.max(width, Math.ceil(part.prefWidth(-1)));
        if (inline != null) width = Math.max(width, inlineWidth(inline));
        return snapSizeX(width + sides());
    }

    @Override
    protected double computeMinWidth(double height) {
        return sides();
    }

    @Override
    protected double computePrefHeight(double width) {
        double inner = (width < 0 ? computePrefWidth(-1) : width) - sides();
        return layOut(inner, false);
    }

    @Override
    protected void layoutChildren() {
        layOut(getWidth() - sides(), true);
    }

    /// @param move whether the parts are put in their places, not only measured
    private double layOut(double inner, boolean move) {
        double x = snappedLeftInset();
        double y = snappedTopInset();
        for (Node part : parts) {
            double height = Math.ceil(part.prefHeight(inner));
            if (move) {
                part.resizeRelocate(x, y, Math.min(inner, Math.max(part.minWidth(-1), widthOf(part, inner))), height);
            }
            y += height;
        }
        double metaWidth = Math.min(inner, Math.ceil(meta.prefWidth(-1)));
        double metaHeight = Math.ceil(meta.prefHeight(metaWidth));
        Node last = inline;
        if (last != null) {
            double height = Math.ceil(last.prefHeight(inner));
            if (move) last.resizeRelocate(x, y, Math.min(inner, Math.ceil(last.prefWidth(-1))), height);
            y += height;
            boolean oneLine = inlineWidth(last) <= inner + 1 && height < 2 * Math.ceil(last.prefHeight(-1))
                    && isOneLine(last);
            if (oneLine) y -= metaHeight;
        }
        if (move) meta.resizeRelocate(x + inner - metaWidth, y, metaWidth, metaHeight);
        return y + metaHeight + snappedBottomInset();
    }

    private static double widthOf(Node part, double inner) {
        return part.getContentBias() == Orientation.HORIZONTAL ? inner : Math.ceil(part.prefWidth(-1));
    }

    private static boolean isOneLine(Node last) {
        return !(last instanceof MessageText words) || words.isOneLine();
    }
}
