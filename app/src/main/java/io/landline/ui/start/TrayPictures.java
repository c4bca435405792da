package io.landline.ui.start;

import io.landline.desktop.TrayPicture;
import java.util.List;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;

/// The app's icon as a tray takes it. Stateless; any thread.
final class TrayPictures {
    private TrayPictures() {}

    /// Those that are not too large.
    static List<TrayPicture> of(List<Image> icons) {
        return icons.stream()
                .filter(icon -> icon.getPixelReader() != null && icon.getWidth() == icon.getHeight()
                        && icon.getWidth() <= TrayPicture.SIDE_MAX)
                .map(TrayPictures::picture)
                .toList();
    }

    private static TrayPicture picture(Image icon) {
        int side = (int) icon.getWidth();
        int[] argb = new int[side * side];
        icon.getPixelReader().getPixels(0, 0, side, side, PixelFormat.getIntArgbInstance(), argb, 0, side);
        return new TrayPicture(side, argb);
    }
}
