package io.landline.ui.look;

import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import javafx.geometry.Rectangle2D;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/// The pictures of emoji, from sheets of 64 that are read when one of them is first shown (docs/adr/0035). JavaFX
/// thread.
public final class EmojiPictures {
    /// How large they are drawn in the sheets.
    public static final int SOURCE_PX = 64;
    /// A sheet of the largest pictures has a megabyte, one of the usual a tenth.
    public static final int SHEETS_MAX = 24;
    private static final int SIDE = 8;
    /// Sizes between two of these are painted from the larger one: a zoom makes few sheets.
    private static final int SIZE_STEP_PX = 8;

    private static final Map<Sheet, Image> SHEETS = new LinkedHashMap<>(SHEETS_MAX, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Sheet, Image> eldest) {
            return size() > SHEETS_MAX;
        }
    };

    private record Sheet(int number, int picturePx) {}

    private EmojiPictures() {}

    /// Shows a picture in this view.
    ///
    /// @param size in JavaFX's pixels
    /// @param scale of the screen: its pixels for one of JavaFX's
    static void show(ImageView view, int picture, double size, double scale) {
        int wanted = (int) Math.ceil(size * scale / SIZE_STEP_PX) * SIZE_STEP_PX;
        int px = Math.clamp(wanted, SIZE_STEP_PX, SOURCE_PX);
        view.setImage(SHEETS.computeIfAbsent(new Sheet(picture / (SIDE * SIDE), px), EmojiPictures::read));
        int place = picture % (SIDE * SIDE);
        view.setViewport(new Rectangle2D((double) (place % SIDE) * px, (double) (place / SIDE) * px, px, px));
        view.setFitWidth(size);
        view.setFitHeight(size);
    }

    /// A picture of its own, as of a button.
    public static ImageView view(int picture, double size, double scale) {
        var view = new ImageView();
        view.setSmooth(true);
        show(view, picture, size, scale);
        return view;
    }

    private static Image read(Sheet sheet) {
        String name = String.format(Locale.ROOT, "emoji-%02d.png", sheet.number());
        InputStream file = Objects.requireNonNull(EmojiPictures.class.getResourceAsStream(name), name);
        var whole = new Image(file);
        if (whole.isError()) throw new IllegalStateException(name, whole.getException());
        return sheet.picturePx() == SOURCE_PX ? whole : smaller(whole, sheet.picturePx() * SIDE);
    }

    /// Each pixel is the mean of what it covers. The toolkit's own scaler mixes the colours that transparent pixels
    /// have into the edges.
    private static Image smaller(Image whole, int side) {
        int from = (int) whole.getWidth();
        var source = new int[from * from];
        whole.getPixelReader().getPixels(0, 0, from, from, PixelFormat.getIntArgbPreInstance(), source, 0, from);
        var target = new int[side * side];
        double step = (double) from / side;
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) target[y * side + x] = mean(source, from, x * step, y * step, step);
        }
        var image = new WritableImage(side, side);
        image.getPixelWriter().setPixels(0, 0, side, side, PixelFormat.getIntArgbPreInstance(), target, 0, side);
        return image;
    }

    private static int mean(int[] source, int width, double left, double top, double step) {
        double alpha = 0;
        double red = 0;
        double green = 0;
        double blue = 0;
        for (int y = (int) top; y < top + step; y++) {
            double high = Math.min(y + 1, top + step) - Math.max(y, top);
            for (int x = (int) left; x < left + step; x++) {
                double part = high * (Math.min(x + 1, left + step) - Math.max(x, left));
                int pixel = source[Math.min(y, width - 1) * width + Math.min(x, width - 1)];
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
