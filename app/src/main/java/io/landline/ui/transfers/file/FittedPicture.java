package io.landline.ui.transfers.file;

import io.landline.picture.PictureSize;
import io.landline.picture.Thumbnail;
import javafx.scene.AccessibleRole;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// A picture in the middle of its place, as large as fits, and never larger than it is. It has its size before its
/// pixels, so that nothing jumps when better ones come. JavaFX thread.
public final class FittedPicture extends Region {
    private final ImageView view = new ImageView();
    private @Nullable PictureSize size;

    public FittedPicture() {
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setMinSize(0, 0);
        view.setSmooth(true);
        getChildren().add(view);
    }

    /// Keeps room for a picture of this shape.
    public void reserve(PictureSize next) {
        size = next;
        requestLayout();
    }

    public void show(@Nullable Thumbnail pixels) {
        view.setImage(pixels == null ? null : ThumbnailBox.image(pixels));
        requestLayout();
    }

    @Override
    protected double computePrefWidth(double height) {
        return 0; // its place says how large it is
    }

    @Override
    protected double computePrefHeight(double width) {
        return 0;
    }

    @Override
    protected void layoutChildren() {
        PictureSize shown = size;
        if (shown == null) return;
        double scale = Math.min(1, Math.min(getWidth() / shown.width(), getHeight() / shown.height()));
        double width = shown.width() * scale;
        double height = shown.height() * scale;
        view.setFitWidth(Math.max(1, width));
        view.setFitHeight(Math.max(1, height));
        view.relocate(snapPositionX((getWidth() - width) / 2), snapPositionY((getHeight() - height) / 2));
    }
}
