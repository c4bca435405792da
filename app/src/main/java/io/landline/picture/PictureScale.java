package io.landline.picture;

/// How large a picture is made. Its position in this list travels to the process that decodes.
public enum PictureScale {
    /// For a card of a conversation.
    CARD(Thumbnail.WIDTH_MAX, Thumbnail.HEIGHT_MAX, 2, DecoderProcess.HEAP_MB_MAX),
    /// Over the whole window.
    WINDOW(Thumbnail.LARGE_WIDTH_MAX, Thumbnail.LARGE_HEIGHT_MAX, 1, DecoderProcess.HEAP_LARGE_MB_MAX);

    private final int widthMax;
    private final int heightMax;
    private final int averaged;
    private final int heapMb;

    PictureScale(int widthMax, int heightMax, int averaged, int heapMb) {
        this.widthMax = widthMax;
        this.heightMax = heightMax;
        this.averaged = averaged;
        this.heapMb = heapMb;
    }

    boolean fits(int width, int height) {
        return width >= 1 && width <= widthMax && height >= 1 && height <= heightMax;
    }

    PictureSize of(PictureSize whole) {
        return whole.within(widthMax, heightMax);
    }

    /// Of the pixels that are averaged into one, in each direction; more of them are not seen.
    int averaged() {
        return averaged;
    }

    /// What the decoder may use.
    int heapMb() {
        return heapMb;
    }
}
