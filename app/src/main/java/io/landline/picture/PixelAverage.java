package io.landline.picture;

/// Makes a picture smaller and turns it upright: each pixel of the result is the average of those that it stands for,
/// weighted by how opaque they are. Stateless.
final class PixelAverage {
    private PixelAverage() {}

    /// @param argb stored row by row in this size
    /// @param target of the result as shown, no larger than the picture
    static Thumbnail shrink(int[] argb, PictureSize stored, Orientation orientation, PictureSize target) {
        PictureSize shown = orientation.shown(stored);
        var result = new int[target.width() * target.height()];
        for (int y = 0; y < target.height(); y++) {
            int top = edge(y, shown.height(), target.height());
            int bottom = Math.max(top + 1, edge(y + 1, shown.height(), target.height()));
            for (int x = 0; x < target.width(); x++) {
                int left = edge(x, shown.width(), target.width());
                int right = Math.max(left + 1, edge(x + 1, shown.width(), target.width()));
                var sum = new Sum();
                for (int row = top; row < bottom; row++) {
                    for (int column = left; column < right; column++) {
                        sum.add(argb[orientation.stored(stored, column, row)]);
                    }
                }
                result[y * target.width() + x] = sum.average();
            }
        }
        return new Thumbnail(target, result);
    }

    private static int edge(int index, int from, int to) {
        return (int) ((long) index * from / to);
    }

    private static final class Sum {
        private long alpha;
        private long red;
        private long green;
        private long blue;
        private int count;

        void add(int argb) {
            int opaque = argb >>> 24;
            alpha += opaque;
            red += (long) opaque * (argb >> 16 & 0xff);
            green += (long) opaque * (argb >> 8 & 0xff);
            blue += (long) opaque * (argb & 0xff);
            count++;
        }

        int average() {
            if (alpha == 0) return 0;
            return (int) (alpha / count) << 24 | (int) (red / alpha) << 16 | (int) (green / alpha) << 8
                    | (int) (blue / alpha);
        }
    }
}
