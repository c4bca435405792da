package io.landline.ui.transfers.file;

import io.landline.picture.Thumbnail;
import javafx.scene.AccessibleRole;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// A picture in a place that says how large it is. It has its size before its pixels, so that nothing jumps when better
/// ones come. Where in the place it stands, a subclass says. JavaFX thread.
public abstract class PlacedPicture extends Region {
    private final ImageView view = new ImageView();

    protected PlacedPicture() {
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setMinSize(0, 0);
        view.setSmooth(true);
        getChildren().add(view);
    }

    protected final ImageView view() {
        return view;
    }

    /// Shows these pixels in the size that is reserved; null for none yet.
    public final void show(@Nullable Thumbnail pixels) {
        view.setImage(pixels == null ? null : ThumbnailBox.image(pixels));
        requestLayout();
    }

    /// @param x where the picture begins, in pixels from the left edge of the place
    /// @param y the same from its upper edge
    protected final void place(double x, double y, double width, double height) {
        view.setFitWidth(Math.max(1, width));
        view.setFitHeight(Math.max(1, height));
        view.relocate(snapPositionX(x), snapPositionY(y));
    }

    @Override
    protected final double computePrefWidth(double height) {
        return 0; // its place says how large it is
    }

    @Override
    protected final double computePrefHeight(double width) {
        return 0;
    }
}
