package io.landline.picture;

/// Width and height in pixels, as the picture is shown. Immutable.
public record PictureSize(int width, int height) {
    public PictureSize {
        if (width < 1 || height < 1) throw new IllegalArgumentException(width + "x" + height);
    }

    /// The same shape in at most this size; never larger than it is, and at least one pixel wide and high.
    public PictureSize within(int widthMax, int heightMax) {
        double scale = Math.min(1, Math.min((double) widthMax / width, (double) heightMax / height));
        return new PictureSize(scaled(width, scale), scaled(height, scale));
    }

    private static int scaled(int length, double scale) {
        return Math.max(1, (int) Math.round(length * scale));
    }

    /// In a product of 64 bits: both may come from a file.
    public long pixels() {
        return (long) width * height;
    }
}
