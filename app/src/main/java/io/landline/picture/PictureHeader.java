package io.landline.picture;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/// What the first bytes of a file say about the picture in it. They are somebody else's: each length is checked before
/// it is used, and nothing here allocates by one. Immutable; any thread.
///
/// @param stored the size before [#orientation]
/// @param progressive whether it is a JPEG that comes in several rounds over the whole picture
record PictureHeader(PictureKind kind, PictureSize stored, Orientation orientation, boolean progressive) {
    /// What the cameras of today make; a frame of the decoder stays small, since it leaves rows out.
    static final int PIXELS_MAX = 40_000_000;
    /// The decoder keeps all of a progressive JPEG until its end. Forty megapixels took it longer than it may take
    /// ([DecoderProcess#TIME_MAX]); these take three seconds on the same machine.
    static final int PIXELS_PROGRESSIVE_MAX = 24_000_000;
    /// A photo has 3 to 12 MB. The decoder keeps all of the file in its small heap.
    static final int FILE_BYTES_MAX = 20_000_000;
    /// A JPEG may have notes, colour tables and a preview before its size.
    static final int HEAD_BYTES = 256 * 1024;

    private static final int PNG_CHUNK_AT = 8;
    /// Length and name of a PNG's first chunk, which begins with width and height: 13, `IHDR`.
    private static final long PNG_CHUNK = 0x0d_4948_4452L;
    private static final int PNG_SIZE_AT = 16;
    private static final int PNG_BYTES = PNG_SIZE_AT + 8;
    private static final int GIF_BYTES = 10;

    /// Null where this is no picture of these kinds, is cut before its size, or has a size that none can have.
    ///
    /// @param head the first [#HEAD_BYTES], or all of a shorter file
    static @Nullable PictureHeader of(byte[] head) {
        var bytes = ByteBuffer.wrap(head);
        if (PictureKind.PNG.begins(head)) return png(bytes);
        if (PictureKind.GIF.begins(head)) return gif(head);
        return PictureKind.JPEG.begins(head) ? JpegHeader.of(bytes) : null;
    }

    private static @Nullable PictureHeader png(ByteBuffer head) {
        if (head.limit() < PNG_BYTES || head.getLong(PNG_CHUNK_AT) != PNG_CHUNK) return null;
        return header(PictureKind.PNG, head.getInt(PNG_SIZE_AT), head.getInt(PNG_SIZE_AT + 4), Orientation.UPRIGHT, false);
    }

    private static @Nullable PictureHeader gif(byte[] head) {
        if (head.length < GIF_BYTES) return null;
        return header(PictureKind.GIF, littleEndian(head, 6), littleEndian(head, 8), Orientation.UPRIGHT, false);
    }

    /// Null where no picture can have this size. A length of more than 31 bits has become negative.
    static @Nullable PictureHeader header(PictureKind kind, int width, int height, Orientation orientation,
            boolean progressive) {
        if (width < 1 || height < 1) return null;
        return new PictureHeader(kind, new PictureSize(width, height), orientation, progressive);
    }

    private static int littleEndian(byte[] head, int at) {
        return (head[at] & 0xff) | ((head[at + 1] & 0xff) << 8);
    }

    /// Whether the decoder is asked at all.
    boolean fits() {
        return stored.pixels() <= (progressive ? PIXELS_PROGRESSIVE_MAX : PIXELS_MAX);
    }

    PictureSize shown() {
        return orientation.shown(stored);
    }
}
