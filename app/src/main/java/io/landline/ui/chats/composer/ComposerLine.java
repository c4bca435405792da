package io.landline.ui.chats.composer;

import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// The field and the buttons around it, on one line; where they would leave it only a few letters, they stand below it.
/// One of them is left out where not all of them have room there. JavaFX thread.
final class ComposerLine extends HBox {
    /// In `em`: in less, a usual word has to be broken.
    private static final double FIELD_MIN_EM = 9;

    private final GrowingField field;
    private final Node spare;

    /// @param spare behind the field; what it does, a key does too
    ComposerLine(GrowingField field, Node before, Node spare, Node... after) {
        super(before, field, spare);
        getChildren().addAll(after);
        this.field = field;
        this.spare = spare;
        HBox.setHgrow(field, Priority.ALWAYS);
        setAlignment(Pos.BOTTOM_LEFT);
        getStyleClass().add("chats-composer-line");
    }

    /// One more button before the field.
    void addBefore(Node button) {
        getChildren().add(getChildren().indexOf(field), button);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    /// Of the field above the buttons. A usual box asks for both beside each other, and so pushes the conversation over
    /// what is beside it.
    @Override
    protected double computeMinWidth(double height) {
        double least = Math.max(field.minWidth(-1), widthOfButtons(false) - getSpacing());
        return snappedLeftInset() + least + snappedRightInset();
    }

    private double inner(double width) {
        return width - snappedLeftInset() - snappedRightInset();
    }

    private double widthOfButtons(boolean withSpare) {
        double all = 0;
        for (Node each : getManagedChildren()) {
            if (each != field && (withSpare || each != spare)) all += snapSizeX(each.prefWidth(-1)) + getSpacing();
        }
        return all;
    }

    private boolean isBelow(double width) {
        return width > 0 && inner(width) - widthOfButtons(true) < FIELD_MIN_EM * field.getFont().getSize();
    }

    private double heightOfButtons() {
        double highest = 0;
        for (Node each : getManagedChildren()) if (each != field) highest = Math.max(highest, each.prefHeight(-1));
        return snapSizeY(highest);
    }

    @Override
    protected double computePrefHeight(double width) {
        return isBelow(width) ? heightWith(field.prefHeight(inner(width))) : super.computePrefHeight(width);
    }

    /// A large field gives way, as far as its text allows.
    @Override
    protected double computeMinHeight(double width) {
        double wide = width < 0 ? getWidth() : width;
        return isBelow(wide) ? heightWith(field.heightByText(inner(wide))) : super.computeMinHeight(width);
    }

    private double heightWith(double field) {
        return snappedTopInset() + snapSizeY(field) + heightOfButtons() + snappedBottomInset();
    }

    @Override
    protected void layoutChildren() {
        if (!isBelow(getWidth())) {
            spare.setVisible(true);
            super.layoutChildren();
            return;
        }
        double left = snappedLeftInset();
        double wide = inner(getWidth());
        double top = snappedTopInset();
        double below = getHeight() - snappedBottomInset() - heightOfButtons();
        field.resizeRelocate(left, top, wide, below - top);
        boolean withSpare = widthOfButtons(true) - getSpacing() <= wide;
        spare.setVisible(withSpare);
        boolean isBefore = true;
        double from = left;
        double between = wide - widthOfButtons(withSpare) + getSpacing();
        for (Node each : getManagedChildren()) {
            if (each == field) {
                isBefore = false;
                continue;
            }
            if (each == spare && !withSpare) continue;
            double width = snapSizeX(each.prefWidth(-1));
            double x = isBefore ? from : from + Math.max(0, between);
            each.resizeRelocate(x, below, width, heightOfButtons());
            from += width + getSpacing();
        }
    }
}
