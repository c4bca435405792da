package io.landline.ui.letters;

import io.landline.peer.BoundedMap;
import java.io.InputStream;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/// The pictures of emoji, from sheets of 64 that are read when one of them is first shown (docs/adr/0035). JavaFX
/// thread.
public final class EmojiPictures {
    /// How large they are drawn in the sheets.
    public static final int SOURCE_PX = 64;
    /// A sheet has a megabyte, and is read again within a few milliseconds.
    public static final int SHEETS_MAX = 4;
    /// More than are on a screen. Of the usual size each has some kilobytes.
    public static final int PICTURES_MAX = 600;
    private static final int SIDE = 8;
    /// Sizes between two of these are painted from the larger one: a zoom makes few pictures.
    private static final int SIZE_STEP_PX = 8;

    private static final Map<Integer, Image> SHEETS = BoundedMap.leastRecentlyUsed(SHEETS_MAX);
    private static final Map<Picture, Image> PICTURES = BoundedMap.leastRecentlyUsed(PICTURES_MAX);

    private record Picture(int number, int px) {}

    private EmojiPictures() {}

    /// Shows a picture in this view.
    ///
    /// @param size in JavaFX's pixels
    /// @param scale of the screen: its pixels for one of JavaFX's
    public static void show(ImageView view, int picture, double size, double scale) {
        int wanted = (int) Math.ceil(size * scale / SIZE_STEP_PX) * SIZE_STEP_PX;
        int px = Math.clamp(wanted, SIZE_STEP_PX, SOURCE_PX);
        view.setImage(PICTURES.computeIfAbsent(new Picture(picture, px), EmojiPictures::picture));
        view.setFitWidth(size);
        view.setFitHeight(size);
    }

    /// A picture of its own, as of a button, for the screen on which this node is.
    public static ImageView view(int picture, double size, Node near) {
        var view = new ImageView();
        show(view, picture, size, scale(near));
        return view;
    }

    /// Of the screen on which this node is: its pixels for one of JavaFX's.
    public static double scale(Node node) {
        Scene scene = node.getScene();
        return scene == null || scene.getWindow() == null ? 1 : scene.getWindow().getOutputScaleX();
    }

    private static Image sheet(int number) {
        String name = String.format(Locale.ROOT, "emoji-%02d.png", number);
        InputStream file = Objects.requireNonNull(EmojiPictures.class.getResourceAsStream(name), name);
        var whole = new Image(file);
        if (whole.isError()) throw new IllegalStateException(name, whole.getException());
        return whole;
    }

    /// Each pixel is the mean of what it covers. The toolkit's own scaler mixes the colours that transparent pixels
    /// have into the edges.
    private static Image picture(Picture wanted) {
        Image sheet = SHEETS.computeIfAbsent(wanted.number() / (SIDE * SIDE), EmojiPictures::sheet);
        int place = wanted.number() % (SIDE * SIDE);
        var source = new int[SOURCE_PX * SOURCE_PX];
        sheet.getPixelReader()
                .getPixels(place % SIDE * SOURCE_PX, place / SIDE * SOURCE_PX, SOURCE_PX, SOURCE_PX,
                        PixelFormat.getIntArgbPreInstance(), source, 0, SOURCE_PX);
        int px = wanted.px();
        var target = new int[px * px];
        double step = (double) SOURCE_PX / px;
        for (int y = 0; y < px; y++) {
            for (int x = 0; x < px; x++) target[y * px + x] = mean(source, x * step, y * step, step);
        }
        var image = new WritableImage(px, px);
        image.getPixelWriter().setPixels(0, 0, px, px, PixelFormat.getIntArgbPreInstance(), target, 0, px);
        return image;
    }

    private static int mean(int[] source, double left, double top, double step) {
        double alpha = 0;
        double red = 0;
        double green = 0;
        double blue = 0;
        for (int y = (int) top; y < Math.min(SOURCE_PX, top + step); y++) {
            double high = Math.min(y + 1, top + step) - Math.max(y, top);
            for (int x = (int) left; x < Math.min(SOURCE_PX, left + step); x++) {
                double part = high * (Math.min(x + 1, left + step) - Math.max(x, left));
                int pixel = source[y * SOURCE_PX + x];
                alpha += part * (pixel >>> 24);
                red += part * (pixel >> 16 & 255);
                green += part * (pixel >> 8 & 255);
                blue += part * (pixel & 255);
            }
        }
        double area = step * step;
        return (int) (alpha / area) << 24 | (int) (red / area) << 16 | (int) (green / area) << 8 | (int) (blue / area);
    }
}
