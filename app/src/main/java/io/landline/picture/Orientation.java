package io.landline.picture;

/// How a camera held a picture, in the order of EXIF's values 1 to 8 (Exif 2.32, tag 0x0112): what to do with the
/// stored pixels so that the picture stands upright.
enum Orientation {
    UPRIGHT(false, false, false),
    MIRRORED(false, true, false),
    UPSIDE_DOWN(false, true, true),
    FLIPPED(false, false, true),
    TRANSPOSED(true, false, false),
    TURNED_RIGHT(true, false, true),
    TRANSVERSE(true, true, true),
    TURNED_LEFT(true, true, false);

    private final boolean swaps;
    private final boolean fromRight;
    private final boolean fromBelow;

    /// @param swaps rows become columns
    /// @param fromRight stored columns are read from the right
    /// @param fromBelow stored rows are read from below
    Orientation(boolean swaps, boolean fromRight, boolean fromBelow) {
        this.swaps = swaps;
        this.fromRight = fromRight;
        this.fromBelow = fromBelow;
    }

    /// Any other number means nothing: then as it is stored.
    static Orientation ofExif(int value) {
        return value >= 1 && value <= values().length ? values()[value - 1] : UPRIGHT;
    }

    /// The size as shown of a picture that is stored in this one.
    PictureSize shown(PictureSize stored) {
        return swaps ? new PictureSize(stored.height(), stored.width()) : stored;
    }

    /// Where the pixel that is shown at x, y stands among the stored ones, counted row by row.
    int stored(PictureSize stored, int x, int y) {
        int column = swaps ? y : x;
        int row = swaps ? x : y;
        if (fromRight) column = stored.width() - 1 - column;
        if (fromBelow) row = stored.height() - 1 - row;
        return row * stored.width() + column;
    }
}
