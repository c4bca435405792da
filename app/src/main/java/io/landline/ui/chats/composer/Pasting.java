package io.landline.ui.chats.composer;

import java.io.File;
import java.util.List;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.input.Clipboard;

/// Takes from the clipboard what can be offered in the open conversation. JavaFX thread.
public final class Pasting {
    private final PasteViewModel model;

    public Pasting(PasteViewModel model) { this.model = model; }

    /// Takes files or a picture; false where there is only text, or nothing.
    public boolean take(Clipboard clipboard) {
        List<File> files = clipboard.getFiles();
        if (files != null && !files.isEmpty()) {
            model.files(files.stream().map(File::toPath).toList());
            return true;
        }
        if (clipboard.hasString() || !clipboard.hasImage()) return false;
        Image image = clipboard.getImage();
        if (image == null) return false;
        take(image);
        return true;
    }

    private void take(Image image) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        if (!model.mayTake(width, height)) return;
        var argb = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), argb, 0, width);
        for (int i = 0; i < argb.length; i++) argb[i] = onWhite(argb[i]);
        model.picture(width, height, argb);
    }

    /// The file has no transparency: what shines through is white.
    private static int onWhite(int argb) {
        int opacity = argb >>> 24;
        if (opacity == 0xff) return argb;
        int mixed = 0xff;
        for (int shift = 16; shift >= 0; shift -= 8) {
            mixed = mixed << 8 | ((argb >> shift & 0xff) * opacity + 0xff * (0xff - opacity)) / 0xff;
        }
        return mixed;
    }
}
