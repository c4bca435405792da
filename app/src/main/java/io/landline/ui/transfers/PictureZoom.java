package io.landline.ui.transfers;

import io.landline.picture.PictureSize;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;

/// How large a picture stands in its place, and which part of it is there. It fits at first: as large as the place, and
/// never larger than it is. A scale of 1 shows one of its pixels in each pixel of the window; places are in those. The
/// smallest scale is that at which it fits, the largest [#SCALE_MAX]. Without a toolkit; confined to one thread.
final class PictureZoom {
    /// Each pixel is seen then.
    static final int SCALE_MAX = 8;
    /// By one key, or one notch of the wheel: three of them double.
    static final double STEP = 1.26;

    /// Below every scale.
    private static final double FITS = 0;
    private static final double MIDDLE = 0.5;

    private PictureSize picture;
    private double width = 1;
    private double height = 1;
    private double wanted = FITS;
    /// What of the picture is in the middle of the place, from 0 to 1.
    private double x = MIDDLE;
    private double y = MIDDLE;

    PictureZoom(PictureSize picture) {
        this.picture = picture;
    }

    /// Another picture, which fits.
    void show(PictureSize next) {
        picture = next;
        fit();
    }

    /// The place has this size now. What fitted fits again.
    void place(double width, double height) {
        this.width = Math.max(1, width);
        this.height = Math.max(1, height);
    }

    void fit() {
        wanted = FITS;
        x = MIDDLE;
        y = MIDDLE;
    }

    private double fitting() {
        return Math.min(1, Math.min(width / picture.width(), height / picture.height()));
    }

    double scale() {
        return Math.max(wanted, fitting());
    }

    private boolean isLarger() {
        return scale() > fitting();
    }

    /// Whether a part of it has no room, and it can be moved.
    boolean isMovable() {
        Rectangle2D now = bounds();
        return now.getMinX() < 0 || now.getMinY() < 0;
    }

    /// Where it stands in its place: in the middle, or beyond its edges.
    Rectangle2D bounds() {
        double wide = picture.width() * scale();
        double high = picture.height() * scale();
        return new Rectangle2D(start(x, wide, width), start(y, high, height), wide, high);
    }

    private static double start(double middle, double length, double room) {
        return length <= room ? (room - length) / 2 : Math.clamp(room / 2 - middle * length, room - length, 0);
    }

    /// Larger by so many steps, or smaller; what is at this point stays there, as far as the edges allow.
    void step(double steps, Point2D at) {
        to(scale() * Math.pow(STEP, steps), at);
    }

    /// The same about the middle of the place.
    void step(double steps) {
        step(steps, new Point2D(width / 2, height / 2));
    }

    /// From the size that fits to 100 %, from any other to the one that fits.
    void toggle(Point2D at) {
        if (isLarger()) {
            fit();
        } else {
            to(1, at);
        }
    }

    private void to(double scale, Point2D at) {
        Rectangle2D before = bounds();
        double atX = Math.clamp((at.getX() - before.getMinX()) / before.getWidth(), 0, 1);
        double atY = Math.clamp((at.getY() - before.getMinY()) / before.getHeight(), 0, 1);
        if (scale <= fitting()) {
            fit();
            return;
        }
        wanted = Math.min(scale, SCALE_MAX);
        stand(at.getX() - atX * picture.width() * wanted, at.getY() - atY * picture.height() * wanted);
    }

    /// By this much, as far as its edges allow.
    void move(double right, double down) {
        Rectangle2D before = bounds();
        stand(before.getMinX() + right, before.getMinY() + down);
    }

    private void stand(double left, double top) {
        x = (width / 2 - left) / (picture.width() * scale());
        y = (height / 2 - top) / (picture.height() * scale());
        Rectangle2D now = bounds(); // not beyond the edges, so that a move back begins at once
        x = (width / 2 - now.getMinX()) / now.getWidth();
        y = (height / 2 - now.getMinY()) / now.getHeight();
    }
}
