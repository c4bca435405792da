package io.landline.desktop;

import java.nio.ByteBuffer;

/// A picture for the tray: ARGB in 32 bits a pixel, not premultiplied, row by row from the top. Immutable; any thread.
public final class TrayPicture {
    /// Panels show 16 to 48 pixels; what is larger only travels.
    public static final int SIDE_MAX = 64;
    /// Of the picture's side.
    private static final double MARK_RADIUS = 0.24;
    /// Between the mark and the picture, so that it is seen on any colour.
    private static final double MARK_GAP = 0.07;
    /// Primer's red.
    private static final int MARK_COLOUR = 0xCF222E;
    private static final int OPAQUE = 0xFF;
    private static final int ALPHA_SHIFT = 24;
    private static final int COLOURS = 0xFFFFFF;

    private final int side;
    private final int[] argb;

    /// @param side width and height in pixels, 1 to [#SIDE_MAX]
    /// @param argb `side` × `side` pixels
    public TrayPicture(int side, int[] argb) {
        if (side < 1 || side > SIDE_MAX || argb.length != side * side) {
            throw new IllegalArgumentException(argb.length + " pixels for a side of " + side);
        }
        this.side = side;
        this.argb = argb.clone();
    }

    int side() {
        return side;
    }

    /// Opacity and colour of a pixel.
    int argb(int x, int y) {
        return argb[y * side + x];
    }

    /// The pixels as they travel: alpha, red, green, blue.
    byte[] bytes() {
        var bytes = ByteBuffer.allocate(argb.length * Integer.BYTES); // big-endian
        for (int pixel : argb) bytes.putInt(pixel);
        return bytes.array();
    }

    /// The same with a round mark in the lower right corner: something is unread.
    TrayPicture marked() {
        double radius = side * MARK_RADIUS;
        double centre = side - radius - 0.5;
        int[] marked = argb.clone();
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                double distance = Math.hypot(x - centre, y - centre);
                int at = y * side + x;
                double inside = covered(radius - distance);
                double outside = 1 - covered(radius + side * MARK_GAP - distance);
                marked[at] = inside > 0
                        ? pixel(OPAQUE * inside, MARK_COLOUR)
                        : pixel((marked[at] >>> ALPHA_SHIFT) * outside, marked[at]);
            }
        }
        return new TrayPicture(side, marked);
    }

    private static int pixel(double alpha, int colour) {
        return ((int) Math.round(alpha) << ALPHA_SHIFT) | (colour & COLOURS);
    }

    /// How much of a pixel lies within an edge at this distance.
    private static double covered(double distance) {
        return Math.clamp(distance + 0.5, 0, 1);
    }
}
