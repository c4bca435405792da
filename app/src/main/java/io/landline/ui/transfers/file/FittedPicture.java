package io.landline.ui.transfers.file;

import io.landline.picture.PictureSize;
import org.jspecify.annotations.Nullable;

/// A picture in the middle of its place, as large as fits, and never larger than it is. JavaFX thread.
public final class FittedPicture extends PlacedPicture {
    private @Nullable PictureSize size;

    /// Keeps room for a picture of this shape.
    public void reserve(PictureSize next) {
        size = next;
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        PictureSize shown = size;
        if (shown == null) return;
        double scale = Math.min(1, Math.min(getWidth() / shown.width(), getHeight() / shown.height()));
        double width = shown.width() * scale;
        double height = shown.height() * scale;
        place((getWidth() - width) / 2, (getHeight() - height) / 2, width, height);
    }
}
