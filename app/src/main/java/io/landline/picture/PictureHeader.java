package io.landline.picture;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/// What the first bytes of a file say about the picture in it. They are somebody else's: each length is checked before
/// it is used, and nothing here allocates by one. Immutable; any thread.
///
/// @param stored the size before [#orientation]
record PictureHeader(Kind kind, PictureSize stored, Orientation orientation) {
    enum Kind { JPEG, PROGRESSIVE_JPEG, PNG, GIF }

    /// What the cameras of today make; a frame of the decoder stays small, since it leaves rows out.
    static final int PIXELS_MAX = 40_000_000;
    /// The decoder keeps all of a progressive JPEG until its end. Forty megapixels took it longer than it may take
    /// ([DecoderProcess#TIME_MAX]); these take three seconds on the same machine.
    static final int PIXELS_PROGRESSIVE_MAX = 24_000_000;
    /// A photo has 3 to 12 MB. The decoder keeps all of the file in its small heap.
    static final int FILE_BYTES_MAX = 20_000_000;
    /// A JPEG may have notes, colour tables and a preview before its size.
    static final int HEAD_BYTES = 256 * 1024;

    private static final byte[] PNG = "\u0089PNG\r\n\u001a\n\0\0\0\rIHDR".getBytes(ISO_8859_1);
    private static final int PNG_BYTES = PNG.length + 8;
    private static final int GIF_BYTES = 10;

    /// Null where this is no picture of these kinds, is cut before its size, or has a size that none can have.
    ///
    /// @param head the first [#HEAD_BYTES], or all of a shorter file
    static @Nullable PictureHeader of(byte[] head) {
        var bytes = ByteBuffer.wrap(head);
        if (begins(head, PNG) && head.length >= PNG_BYTES) {
            return header(Kind.PNG, bytes.getInt(PNG.length), bytes.getInt(PNG.length + 4), Orientation.UPRIGHT);
        }
        if (head.length >= GIF_BYTES && (begins(head, latin("GIF87a")) || begins(head, latin("GIF89a")))) {
            return header(Kind.GIF, littleEndian(head, 6), littleEndian(head, 8), Orientation.UPRIGHT);
        }
        return JpegHeader.of(bytes);
    }

    /// Null where no picture can have this size. A length of more than 31 bits has become negative.
    static @Nullable PictureHeader header(Kind kind, int width, int height, Orientation orientation) {
        if (width < 1 || height < 1) return null;
        return new PictureHeader(kind, new PictureSize(width, height), orientation);
    }

    private static byte[] latin(String text) {
        return text.getBytes(ISO_8859_1);
    }

    private static boolean begins(byte[] head, byte[] signature) {
        for (int i = 0; i < signature.length; i++) if (i >= head.length || head[i] != signature[i]) return false;
        return true;
    }

    private static int littleEndian(byte[] head, int at) {
        return (head[at] & 0xff) | ((head[at + 1] & 0xff) << 8);
    }

    /// Whether the decoder is asked at all.
    boolean fits() {
        return stored.pixels() <= (kind == Kind.PROGRESSIVE_JPEG ? PIXELS_PROGRESSIVE_MAX : PIXELS_MAX);
    }

    PictureSize shown() {
        return orientation.shown(stored);
    }
}
