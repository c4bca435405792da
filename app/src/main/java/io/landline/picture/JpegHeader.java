package io.landline.picture;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/// Finds size and orientation in a JPEG: goes from segment to segment (ITU-T T.81, B.1.1) up to the frame header. Each
/// step moves on by a byte at least and never behind the end, so it ends for any input. Stateless.
final class JpegHeader {
    private static final int FIRST_SEGMENT_AT = 2;
    private static final int MARKER = 0xff;
    /// Baseline, extended and progressive: what the decoder reads. Not the lossless and arithmetic ones.
    private static final int FRAME_FIRST = 0xc0;
    private static final int FRAME_PROGRESSIVE = 0xc2;
    private static final int FRAME_LAST = FRAME_PROGRESSIVE;
    /// From here to 0xda: restarts, start and end of the picture, the scan. None may stand before the frame header.
    private static final int RESTART = 0xd0;
    private static final int SCAN = 0xda;
    private static final int EXIF = 0xe1;
    /// Precision, height, width, number of components.
    private static final int FRAME_BYTES = 6;
    private static final byte[] EXIF_NAME = {'E', 'x', 'i', 'f', 0, 0};
    private static final int TAG_ORIENTATION = 0x0112;
    private static final int TYPE_SHORT = 3;
    private static final int EXIF_ENTRY_BYTES = 12;

    private JpegHeader() {}

    /// @param head begins as a JPEG does
    static @Nullable PictureHeader of(ByteBuffer head) {
        var orientation = Orientation.UPRIGHT;
        for (int at = FIRST_SEGMENT_AT; at + 4 <= head.limit();) {
            int marker = u8(head, at + 1);
            if (u8(head, at) != MARKER) return null;
            if (marker == MARKER) { // fill bytes may stand before a marker
                at++;
                continue;
            }
            int length = u16(head, at + 2); // counts its own two bytes
            if (isOutOfPlace(marker) || length < 2 || length > head.limit() - at - 2) return null;
            ByteBuffer segment = head.slice(at + 4, length - 2);
            if (marker >= FRAME_FIRST && marker <= FRAME_LAST) return frame(marker, segment, orientation);
            if (marker == EXIF && isExif(segment)) orientation = orientation(segment);
            at += 2 + length;
        }
        return null;
    }

    private static boolean isOutOfPlace(int marker) {
        return marker < FRAME_FIRST || (marker >= RESTART && marker <= SCAN);
    }

    private static @Nullable PictureHeader frame(int marker, ByteBuffer segment, Orientation orientation) {
        if (segment.limit() < FRAME_BYTES) return null;
        int components = u8(segment, 5);
        if (components != 1 && components != 3) return null; // four are for printing: the decoder has no colours for it
        return PictureHeader.header(PictureKind.JPEG, u16(segment, 3), u16(segment, 1), orientation,
                marker == FRAME_PROGRESSIVE);
    }

    private static boolean isExif(ByteBuffer segment) {
        for (int i = 0; i < EXIF_NAME.length; i++) {
            if (i >= segment.limit() || segment.get(i) != EXIF_NAME[i]) return false;
        }
        return true;
    }

    /// The entry among those of the first directory, as TIFF has them. Upright where it is not there or not whole.
    private static Orientation orientation(ByteBuffer segment) {
        ByteBuffer tiff = segment.slice(EXIF_NAME.length, segment.limit() - EXIF_NAME.length);
        if (tiff.limit() < 8) return Orientation.UPRIGHT;
        switch (u16(tiff, 0)) {
            case 0x4949 -> tiff.order(ByteOrder.LITTLE_ENDIAN);
            case 0x4d4d -> tiff.order(ByteOrder.BIG_ENDIAN);
            default -> {
                return Orientation.UPRIGHT;
            }
        }
        int directory = tiff.getInt(4);
        if (directory < 8 || directory > tiff.limit() - 2) return Orientation.UPRIGHT;
        int entries = u16(tiff, directory);
        for (int i = 0, at = directory + 2; i < entries
                && at + EXIF_ENTRY_BYTES <= tiff.limit(); i++, at += EXIF_ENTRY_BYTES) {
            if (u16(tiff, at) == TAG_ORIENTATION && u16(tiff, at + 2) == TYPE_SHORT) {
                return Orientation.ofExif(u16(tiff, at + 8));
            }
        }
        return Orientation.UPRIGHT;
    }

    private static int u8(ByteBuffer bytes, int at) {
        return bytes.get(at) & 0xff;
    }

    private static int u16(ByteBuffer bytes, int at) {
        return bytes.getShort(at) & 0xffff;
    }
}
